/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile.h"

#include <string.h>

struct _HtapProfile
{
  GObject parent_instance;
  char *uuid;
  char *name;
  HtapProfileOrigin origin;
  HtapSignIn sign_in;
  char *account;
  char *user;
  char *access_key_id;
  char *iam_endpoint;
  char *ca_file;
  gboolean discover;
  gboolean enabled;
  GPtrArray *projects;          /* HtapRegionalId: region, project id */
  GPtrArray *taurus_ids;        /* HtapRegionalId: region, TaurusDB instance id */
  GPtrArray *hidden_taurus_ids; /* likewise */
  GHashTable *endpoints;        /* region -> URL */
  GHashTable *project_names;    /* region -> name of the project there, if not the region's own */
};

G_DEFINE_FINAL_TYPE (HtapProfile, htap_profile, G_TYPE_OBJECT)

/* White space around what people type or paste means nothing, and nothing typed means absent. */
static void
set_text (char **member, const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  g_free (*member);
  *member = stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

/* @text as set_text() takes it; without one, nothing is kept of @region. */
static void
set_regional_text (GHashTable *texts, const char *region, const char *text)
{
  char *stripped = NULL;

  set_text (&stripped, text);
  if (stripped != NULL)
    g_hash_table_insert (texts, g_strdup (region), stripped);
  else
    g_hash_table_remove (texts, region);
}

static void
set_regional_ids (GPtrArray **member, GPtrArray *ids)
{
  GPtrArray *copy = htap_regional_ids_new ();

  for (guint i = 0; i < ids->len; i++)
    if (!g_ptr_array_find_with_equal_func (copy, ids->pdata[i], htap_regional_id_equal, NULL))
      g_ptr_array_add (copy, htap_regional_id_copy (ids->pdata[i]));

  g_ptr_array_unref (*member);
  *member = copy;
}

static void
htap_profile_finalize (GObject *object)
{
  HtapProfile *self = HTAP_PROFILE (object);

  g_free (self->uuid);
  g_free (self->name);
  g_free (self->account);
  g_free (self->user);
  g_free (self->access_key_id);
  g_free (self->iam_endpoint);
  g_free (self->ca_file);
  g_ptr_array_unref (self->projects);
  g_ptr_array_unref (self->taurus_ids);
  g_ptr_array_unref (self->hidden_taurus_ids);
  g_hash_table_unref (self->endpoints);
  g_hash_table_unref (self->project_names);

  G_OBJECT_CLASS (htap_profile_parent_class)->finalize (object);
}

static void
htap_profile_class_init (HtapProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_profile_finalize;
}

static void
htap_profile_init (HtapProfile *self)
{
  self->enabled = TRUE;
  self->projects = htap_regional_ids_new ();
  self->taurus_ids = htap_regional_ids_new ();
  self->hidden_taurus_ids = htap_regional_ids_new ();
  self->endpoints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->project_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * htap_profile_new:
 * @uuid: (nullable): %NULL for a new one
 *
 * Who signs in (name, method, public halves of keys) and the projects it looks at. It holds no
 * secret: those are #HtapCredentials, kept by `store`. A saved profile is not changed in place: a
 * copy is changed and takes its place.
 *
 * Returns: (transfer full): an enabled token profile without a name or a project
 */
HtapProfile *
htap_profile_new (const char *uuid)
{
  HtapProfile *self = g_object_new (HTAP_TYPE_PROFILE, NULL);

  self->uuid = uuid != NULL ? g_strdup (uuid) : g_uuid_string_random ();

  return self;
}

static HtapProfile *
copy_as (HtapProfile *self, const char *uuid)
{
  HtapProfile *copy = htap_profile_new (uuid);
  GHashTableIter iter;
  gpointer region, url, name;

  copy->name = g_strdup (self->name);
  copy->origin = self->origin;
  copy->sign_in = self->sign_in;
  copy->account = g_strdup (self->account);
  copy->user = g_strdup (self->user);
  copy->access_key_id = g_strdup (self->access_key_id);
  copy->iam_endpoint = g_strdup (self->iam_endpoint);
  copy->ca_file = g_strdup (self->ca_file);
  copy->discover = self->discover;
  copy->enabled = self->enabled;
  set_regional_ids (&copy->projects, self->projects);
  set_regional_ids (&copy->taurus_ids, self->taurus_ids);
  set_regional_ids (&copy->hidden_taurus_ids, self->hidden_taurus_ids);

  g_hash_table_iter_init (&iter, self->endpoints);
  while (g_hash_table_iter_next (&iter, &region, &url))
    htap_profile_set_endpoint (copy, region, url);
  g_hash_table_iter_init (&iter, self->project_names);
  while (g_hash_table_iter_next (&iter, &region, &name))
    htap_profile_set_project_name (copy, region, name);

  return copy;
}

/**
 * htap_profile_new_from:
 *
 * Returns: (transfer full): a new profile that is like @other in everything but the uuid
 */
HtapProfile *
htap_profile_new_from (HtapProfile *other)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (other), NULL);

  return copy_as (other, NULL);
}

/**
 * htap_profile_copy:
 *
 * Returns: (transfer full): an equal profile with the same uuid
 */
HtapProfile *
htap_profile_copy (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return copy_as (self, self->uuid);
}

const char *
htap_profile_get_uuid (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->uuid;
}

const char *
htap_profile_get_name (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->name != NULL ? self->name : "";
}

void
htap_profile_set_name (HtapProfile *self, const char *name)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_text (&self->name, name);
}

const char *
htap_profile_get_account (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->account;
}

void
htap_profile_set_account (HtapProfile *self, const char *account)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_text (&self->account, account);
}

const char *
htap_profile_get_user (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->user;
}

void
htap_profile_set_user (HtapProfile *self, const char *user)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_text (&self->user, user);
}

const char *
htap_profile_get_access_key_id (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->access_key_id;
}

void
htap_profile_set_access_key_id (HtapProfile *self, const char *access_key_id)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_text (&self->access_key_id, access_key_id);
}

const char *
htap_profile_get_iam_endpoint (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->iam_endpoint;
}

void
htap_profile_set_iam_endpoint (HtapProfile *self, const char *url)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_text (&self->iam_endpoint, url);
}

const char *
htap_profile_get_ca_file (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->ca_file;
}

void
htap_profile_set_ca_file (HtapProfile *self, const char *path)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_text (&self->ca_file, path);
}

HtapProfileOrigin
htap_profile_get_origin (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), 0);

  return self->origin;
}

void
htap_profile_set_origin (HtapProfile *self, HtapProfileOrigin origin)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  self->origin = origin;
}

HtapSignIn
htap_profile_get_sign_in (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), 0);

  return self->sign_in;
}

void
htap_profile_set_sign_in (HtapProfile *self, HtapSignIn sign_in)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  self->sign_in = sign_in;
}

gboolean
htap_profile_get_discover (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), 0);

  return self->discover;
}

void
htap_profile_set_discover (HtapProfile *self, gboolean discover)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  self->discover = discover;
}

gboolean
htap_profile_get_enabled (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), 0);

  return self->enabled;
}

void
htap_profile_set_enabled (HtapProfile *self, gboolean enabled)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  self->enabled = enabled;
}

/**
 * htap_profile_get_projects:
 *
 * Returns: (transfer none) (element-type HtapRegionalId): the projects it looks at
 */
GPtrArray *
htap_profile_get_projects (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->projects;
}

/**
 * htap_profile_set_projects:
 * @projects: (element-type HtapRegionalId): copied, without what stands in it twice
 */
void
htap_profile_set_projects (HtapProfile *self, GPtrArray *projects)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_regional_ids (&self->projects, projects);
}

/**
 * htap_profile_get_taurus_ids:
 *
 * Returns: (transfer none) (element-type HtapRegionalId): the TaurusDB instances added by hand
 */
GPtrArray *
htap_profile_get_taurus_ids (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->taurus_ids;
}

/**
 * htap_profile_set_taurus_ids:
 * @taurus_ids: (element-type HtapRegionalId): copied, without what stands in it twice
 */
void
htap_profile_set_taurus_ids (HtapProfile *self, GPtrArray *taurus_ids)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_regional_ids (&self->taurus_ids, taurus_ids);
}

/**
 * htap_profile_get_hidden_taurus_ids:
 *
 * Returns: (transfer none) (element-type HtapRegionalId): the TaurusDB instances that are not shown
 */
GPtrArray *
htap_profile_get_hidden_taurus_ids (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->hidden_taurus_ids;
}

/**
 * htap_profile_set_hidden_taurus_ids:
 * @taurus_ids: (element-type HtapRegionalId): copied, without what stands in it twice
 */
void
htap_profile_set_hidden_taurus_ids (HtapProfile *self, GPtrArray *taurus_ids)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_regional_ids (&self->hidden_taurus_ids, taurus_ids);
}

/**
 * htap_profile_find_project_id:
 *
 * Returns: (transfer none) (nullable): id of the profile's first project in @region; %NULL if it
 *   has none there, empty if it is found at sign-in
 */
const char *
htap_profile_find_project_id (HtapProfile *self, const char *region)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  for (guint i = 0; i < self->projects->len; i++)
    {
      const HtapRegionalId *project = self->projects->pdata[i];

      if (g_strcmp0 (project->region, region) == 0)
        return project->id;
    }

  return NULL;
}

/**
 * htap_profile_get_endpoint:
 *
 * Returns: (transfer none) (nullable): the URL that takes the place of the region's own endpoint
 */
const char *
htap_profile_get_endpoint (HtapProfile *self, const char *region)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return g_hash_table_lookup (self->endpoints, region);
}

/**
 * htap_profile_set_endpoint:
 * @url: (nullable): %NULL or blank for the region's own
 */
void
htap_profile_set_endpoint (HtapProfile *self, const char *region, const char *url)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_regional_text (self->endpoints, region, url);
}

/**
 * htap_profile_dup_endpoint_regions:
 *
 * Returns: (transfer full): the regions that have an endpoint of their own, sorted
 */
char **
htap_profile_dup_endpoint_regions (HtapProfile *self)
{
  g_autoptr (GList) regions = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  regions = g_list_sort (g_hash_table_get_keys (self->endpoints), (GCompareFunc) strcmp);
  for (GList *l = regions; l != NULL; l = l->next)
    g_strv_builder_add (builder, l->data);

  return g_strv_builder_end (builder);
}

/**
 * htap_profile_get_project_name:
 *
 * Returns: (transfer none) (nullable): name of the project that an empty project id in @region
 *   stands for, `cn-north-4_sales`; %NULL for the region's own
 */
const char *
htap_profile_get_project_name (HtapProfile *self, const char *region)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return g_hash_table_lookup (self->project_names, region);
}

/**
 * htap_profile_set_project_name:
 * @name: (nullable): %NULL or blank for the region's own
 *
 * Only the environment names projects; what is saved has their ids, so this is not saved.
 */
void
htap_profile_set_project_name (HtapProfile *self, const char *region, const char *name)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_regional_text (self->project_names, region, name);
}

/**
 * htap_profile_name_is_reserved:
 * @name: (nullable): as typed; white space around it means nothing, as in htap_profile_set_name()
 *
 * Returns: whether no saved profile may have this name, because the command line gives it a meaning
 */
gboolean
htap_profile_name_is_reserved (const char *name)
{
  g_autofree char *stripped = NULL;

  set_text (&stripped, name);

  return g_strcmp0 (stripped, "environment") == 0 || g_strcmp0 (stripped, "demo") == 0;
}
