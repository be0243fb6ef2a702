/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-private.h"

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
