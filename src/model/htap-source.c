/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source.h"

#include "htap-search-text.h"

struct _HtapSource
{
  GObject parent_instance;
  HtapProfile *profile;
  char *region;
  char *project_id;
  char *found_project_id; /* (nullable) */
  char *taurus_id;
  char *taurus_name;
  HtapTaurus *taurus;              /* (nullable): once it was discovered */
  char *tags;                      /* (nullable): of it */
  GHashTable *enterprise_projects; /* (nullable): id → name */
  char *search_text;               /* made when first asked for, of the present names */
  GError *error;
  GPtrArray *deviations;
  gint64 as_of; /* seconds since 1970 UTC, 0 while nothing is known */
  gint64 total;
  gint64 maximum;
  guint n_instances;
  gboolean loading;
  gboolean old;
};

enum
{
  PROP_STATE = 1,
  PROP_LOADING,
  PROP_AS_OF,
  PROP_N_INSTANCES,
  PROP_TAURUS_NAME,
  PROP_TAURUS,
  PROP_ENTERPRISE_PROJECTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapSource, htap_source, G_TYPE_OBJECT)

/* What every change of state tells, once each. */
static void
notify_state (HtapSource *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_object_notify_by_pspec (object, properties[PROP_STATE]);
  g_object_notify_by_pspec (object, properties[PROP_LOADING]);
  g_object_notify_by_pspec (object, properties[PROP_AS_OF]);
  g_object_notify_by_pspec (object, properties[PROP_N_INSTANCES]);
  g_object_thaw_notify (object);
}

static char *
dup_tags (const HtapTaurus *taurus)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_tags;
  const HtapTag *tags = htap_taurus_get_tags (taurus, &n_tags);

  for (guint i = 0; i < n_tags; i++)
    g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "", tags[i].key,
                            *tags[i].value != '\0' ? "=" : "", tags[i].value);

  return n_tags > 0 ? g_strdup (text->str) : NULL;
}

static void
htap_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapSource *self = HTAP_SOURCE (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) htap_source_get_state (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_AS_OF:
      g_value_set_int64 (value, self->as_of);
      break;
    case PROP_N_INSTANCES:
      g_value_set_uint (value, self->n_instances);
      break;
    case PROP_TAURUS_NAME:
      g_value_set_string (value, self->taurus_name);
      break;
    case PROP_TAURUS:
      g_value_set_boxed (value, self->taurus);
      break;
    case PROP_ENTERPRISE_PROJECTS:
      g_value_set_boxed (value, self->enterprise_projects);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_source_finalize (GObject *object)
{
  HtapSource *self = HTAP_SOURCE (object);

  g_clear_object (&self->profile);
  g_clear_error (&self->error);
  g_clear_pointer (&self->deviations, g_ptr_array_unref);
  g_clear_pointer (&self->taurus, htap_taurus_unref);
  g_clear_pointer (&self->enterprise_projects, g_hash_table_unref);
  g_free (self->region);
  g_free (self->project_id);
  g_free (self->found_project_id);
  g_free (self->taurus_id);
  g_free (self->taurus_name);
  g_free (self->tags);
  g_free (self->search_text);

  G_OBJECT_CLASS (htap_source_parent_class)->finalize (object);
}

static void
htap_source_class_init (HtapSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = htap_source_get_property;
  object_class->finalize = htap_source_finalize;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, HTAP_SOURCE_NEVER,
                                             HTAP_SOURCE_FAILED, HTAP_SOURCE_NEVER, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_AS_OF] = g_param_spec_int64 ("as-of", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_N_INSTANCES] =
      g_param_spec_uint ("n-instances", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TAURUS_NAME] = g_param_spec_string ("taurus-name", NULL, NULL, NULL, flags);
  properties[PROP_TAURUS] = g_param_spec_boxed ("taurus", NULL, NULL, HTAP_TYPE_TAURUS, flags);
  properties[PROP_ENTERPRISE_PROJECTS] =
      g_param_spec_boxed ("enterprise-projects", NULL, NULL, G_TYPE_HASH_TABLE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_source_init (HtapSource *self)
{
}

/**
 * htap_source_new:
 * @profile: who reads it
 * @region: where it is
 * @project_id: the project it belongs to
 * @taurus_id: (nullable): the TaurusDB instance; %NULL where something is said of the project
 *
 * One TaurusDB instance of one project, read through one profile: the unit that is fetched, can
 * fail, and has an age. Lives on the main thread.
 */
HtapSource *
htap_source_new (HtapProfile *profile,
                 const char *region,
                 const char *project_id,
                 const char *taurus_id)
{
  HtapSource *self = g_object_new (HTAP_TYPE_SOURCE, NULL);

  self->profile = g_object_ref (profile);
  self->region = g_strdup (region);
  self->project_id = g_strdup (project_id);
  self->taurus_id = g_strdup (taurus_id);

  return self;
}

/**
 * htap_source_get_profile:
 *
 * Returns: (transfer none): the profile it is read through
 */
HtapProfile *
htap_source_get_profile (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->profile;
}

/**
 * htap_source_set_profile:
 * @profile: an edited copy of the present one
 *
 * Keeps what is known when a profile changes in a way that does not concern this source.
 */
void
htap_source_set_profile (HtapSource *self, HtapProfile *profile)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  if (!g_set_object (&self->profile, profile))
    return;

  /* Another user may find another project. */
  g_clear_pointer (&self->found_project_id, g_free);
  g_clear_pointer (&self->search_text, g_free);
}

const char *
htap_source_get_region (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->region;
}

/**
 * htap_source_get_project_id:
 *
 * Returns: (transfer none) (nullable): the project as the profile names it: empty if it is the
 *   region's own, whose id is found at sign-in; %NULL if it names none
 */
const char *
htap_source_get_project_id (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->project_id;
}

/**
 * htap_source_get_found_project_id:
 *
 * Returns: (transfer none) (nullable): the project that answered, if the profile left it to be
 *   found; else, and until then, htap_source_get_project_id()
 */
const char *
htap_source_get_found_project_id (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->found_project_id != NULL ? self->found_project_id : self->project_id;
}

/**
 * htap_source_set_found_project_id:
 * @project_id: (nullable): the project that was asked
 */
void
htap_source_set_found_project_id (HtapSource *self, const char *project_id)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  g_free (self->found_project_id);
  self->found_project_id = g_strdup (project_id);
}

const char *
htap_source_get_taurus_id (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->taurus_id;
}

/**
 * htap_source_get_taurus_name:
 *
 * Returns: (transfer none) (nullable): the TaurusDB instance's name, if it is known
 */
const char *
htap_source_get_taurus_name (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->taurus_name;
}

void
htap_source_set_taurus_name (HtapSource *self, const char *name)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  if (g_strcmp0 (self->taurus_name, name) == 0)
    return;

  g_free (self->taurus_name);
  self->taurus_name = g_strdup (name);
  g_clear_pointer (&self->search_text, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAURUS_NAME]);
}

/**
 * htap_source_get_tags:
 *
 * Returns: (transfer none) (nullable): the TaurusDB instance's tags, `env=prod, team=orders`; %NULL
 *   without any. Untrusted text.
 */
const char *
htap_source_get_tags (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->tags;
}

/**
 * htap_source_get_taurus:
 *
 * Returns: (transfer none) (nullable): what the project's list says of the TaurusDB instance; %NULL
 *   for one that was never listed
 */
HtapTaurus *
htap_source_get_taurus (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->taurus;
}

/**
 * htap_source_set_taurus:
 * @taurus: what the project's list says of it now; its name is the source's from now on
 *
 * Notifies `taurus` if it says something else than before.
 */
void
htap_source_set_taurus (HtapSource *self, HtapTaurus *taurus)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));
  g_return_if_fail (taurus != NULL);

  if (self->taurus != NULL && htap_taurus_equal (self->taurus, taurus))
    return;

  htap_taurus_ref (taurus);
  g_clear_pointer (&self->taurus, htap_taurus_unref);
  self->taurus = taurus;
  g_free (self->tags);
  self->tags = dup_tags (taurus);
  g_clear_pointer (&self->search_text, g_free);
  htap_source_set_taurus_name (self, htap_taurus_get_name (taurus));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAURUS]);
}

/**
 * htap_source_get_enterprise_projects:
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): the account's enterprise projects,
 *   id → name; %NULL if they are not known
 */
GHashTable *
htap_source_get_enterprise_projects (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->enterprise_projects;
}

/**
 * htap_source_set_enterprise_projects:
 * @names: (nullable) (element-type utf8 utf8): kept, not to be changed
 */
void
htap_source_set_enterprise_projects (HtapSource *self, GHashTable *names)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  if (self->enterprise_projects == names)
    return;

  g_clear_pointer (&self->enterprise_projects, g_hash_table_unref);
  self->enterprise_projects = names != NULL ? g_hash_table_ref (names) : NULL;
  g_clear_pointer (&self->search_text, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTERPRISE_PROJECTS]);
}

/**
 * htap_source_get_search_text:
 *
 * Returns: (transfer none): htap_search_text_new() of what all its instances share
 */
const char *
htap_source_get_search_text (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  if (self->search_text == NULL)
    self->search_text = htap_search_text_new (NULL, self);

  return self->search_text;
}

HtapSourceState
htap_source_get_state (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), HTAP_SOURCE_NEVER);

  if (self->as_of != 0)
    return self->error != NULL || self->old ? HTAP_SOURCE_STALE : HTAP_SOURCE_FRESH;
  if (self->loading)
    return HTAP_SOURCE_LOADING;

  return self->error != NULL ? HTAP_SOURCE_FAILED : HTAP_SOURCE_NEVER;
}

/**
 * htap_source_is_loading:
 *
 * Returns: whether it is being asked, whatever is known
 */
gboolean
htap_source_is_loading (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), FALSE);

  return self->loading;
}

/**
 * htap_source_get_as_of:
 *
 * Returns: when the last good answer came, seconds since 1970 UTC; 0 without one. A failed attempt
 *   never moves it.
 */
gint64
htap_source_get_as_of (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), 0);

  return self->as_of;
}

/**
 * htap_source_get_error:
 *
 * Returns: (transfer none) (nullable): why the last attempt failed
 */
const GError *
htap_source_get_error (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->error;
}

/**
 * htap_source_get_total:
 *
 * Returns: the answer's own count; -1 if unknown
 */
gint64
htap_source_get_total (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), -1);

  return self->as_of != 0 ? self->total : -1;
}

/**
 * htap_source_get_maximum:
 *
 * Returns: how many HTAP instances the TaurusDB instance can have; -1 if unknown
 */
gint64
htap_source_get_maximum (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), -1);

  return self->as_of != 0 ? self->maximum : -1;
}

guint
htap_source_get_n_instances (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), 0);

  return self->n_instances;
}

/**
 * htap_source_get_deviations:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): where the last good answer deviated from
 *   the documented schema
 */
GPtrArray *
htap_source_get_deviations (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->deviations;
}

/**
 * htap_source_begin:
 *
 * An attempt has begun. The last error stays until the attempt is over.
 */
void
htap_source_begin (HtapSource *self)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  self->loading = TRUE;
  notify_state (self);
}

/**
 * htap_source_succeed:
 * @now: when the answer came, seconds since 1970 UTC
 * @total: the answer's count, -1 if absent
 * @maximum: the answer's limit, -1 if absent
 * @n_instances: how many instances it listed
 * @deviations: (nullable) (element-type utf8): kept
 */
void
htap_source_succeed (HtapSource *self,
                     gint64 now,
                     gint64 total,
                     gint64 maximum,
                     guint n_instances,
                     GPtrArray *deviations)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  self->loading = FALSE;
  self->old = FALSE;
  self->as_of = now;
  self->total = total;
  self->maximum = maximum;
  self->n_instances = n_instances;
  g_clear_error (&self->error);
  g_clear_pointer (&self->deviations, g_ptr_array_unref);
  self->deviations = deviations != NULL ? g_ptr_array_ref (deviations) : NULL;
  notify_state (self);
}

/**
 * htap_source_fail:
 * @error: why; copied
 *
 * The attempt failed. What is known stays, with its age.
 */
void
htap_source_fail (HtapSource *self, const GError *error)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));
  g_return_if_fail (error != NULL);

  self->loading = FALSE;
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  notify_state (self);
}

/**
 * htap_source_abandon:
 *
 * The attempt was stopped: as if there had been none.
 */
void
htap_source_abandon (HtapSource *self)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  self->loading = FALSE;
  notify_state (self);
}

/**
 * htap_source_tick:
 * @now: seconds since 1970 UTC
 *
 * Lets what is known grow old.
 */
void
htap_source_tick (HtapSource *self, gint64 now)
{
  gboolean old;

  g_return_if_fail (HTAP_IS_SOURCE (self));

  old = self->as_of != 0 && now - self->as_of >= HTAP_SOURCE_STALE_AFTER;
  if (old == self->old)
    return;

  self->old = old;
  notify_state (self);
}

/**
 * htap_source_state_get_id:
 *
 * Returns: (transfer none): as scripts read it
 */
const char *
htap_source_state_get_id (HtapSourceState state)
{
  static const char *const ids[] = {
    [HTAP_SOURCE_NEVER] = "never", [HTAP_SOURCE_LOADING] = "loading", [HTAP_SOURCE_FRESH] = "fresh",
    [HTAP_SOURCE_STALE] = "stale", [HTAP_SOURCE_FAILED] = "failed",
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (ids), ids[HTAP_SOURCE_NEVER]);

  return ids[state];
}
