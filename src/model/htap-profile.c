/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-private.h"

G_DEFINE_FINAL_TYPE (HtapProfile, htap_profile, G_TYPE_OBJECT)

/* White space around what people type or paste means nothing, and nothing typed means absent. */
static void
set_text (char **member, const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  g_free (*member);
  *member = stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
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
  htap_regional_texts_free (self->endpoints);
  htap_regional_texts_free (self->project_names);

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
  self->endpoints = htap_regional_texts_new ();
  self->project_names = htap_regional_texts_new ();
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
  htap_profile_copy_regions (copy, self);

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
