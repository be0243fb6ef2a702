/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-discovery-private.h"

enum
{
  PROP_STATE = 1,
  PROP_LOADING,
  PROP_AS_OF,
  PROP_N_TAURUS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapDiscovery, htap_discovery, G_TYPE_OBJECT)

static void
htap_discovery_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapDiscovery *self = HTAP_DISCOVERY (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) htap_discovery_get_state (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, htap_discovery_is_loading (self));
      break;
    case PROP_AS_OF:
      g_value_set_int64 (value, htap_discovery_get_as_of (self));
      break;
    case PROP_N_TAURUS:
      g_value_set_uint (value, self->taurus->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_discovery_finalize (GObject *object)
{
  HtapDiscovery *self = HTAP_DISCOVERY (object);

  g_clear_object (&self->stand_in);
  g_clear_error (&self->enterprise_projects_error);
  g_clear_pointer (&self->enterprise_projects, g_hash_table_unref);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->taurus);
  g_ptr_array_unref (self->gone);

  G_OBJECT_CLASS (htap_discovery_parent_class)->finalize (object);
}

static void
htap_discovery_class_init (HtapDiscoveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = htap_discovery_get_property;
  object_class->finalize = htap_discovery_finalize;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, HTAP_SOURCE_NEVER,
                                             HTAP_SOURCE_FAILED, HTAP_SOURCE_NEVER, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_AS_OF] = g_param_spec_int64 ("as-of", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_N_TAURUS] = g_param_spec_uint ("n-taurus", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_discovery_init (HtapDiscovery *self)
{
  self->known =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) htap_taurus_unref);
  self->taurus = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);
  self->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);
}

/**
 * htap_discovery_new:
 * @profile: who looks
 * @region: where the project is
 * @project_id: empty for the region's own, which is found when it is asked
 *
 * Returns: (transfer full): one that has not been asked
 */
HtapDiscovery *
htap_discovery_new (HtapProfile *profile, const char *region, const char *project_id)
{
  HtapDiscovery *self = g_object_new (HTAP_TYPE_DISCOVERY, NULL);

  self->stand_in = htap_source_new (profile, region, project_id, NULL);

  return self;
}

/**
 * htap_discovery_get_profile:
 *
 * Returns: (transfer none): the profile that looks
 */
HtapProfile *
htap_discovery_get_profile (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return htap_source_get_profile (self->stand_in);
}

/**
 * htap_discovery_set_profile:
 * @profile: an edited copy of the present one, which looks at the same project
 */
void
htap_discovery_set_profile (HtapDiscovery *self, HtapProfile *profile)
{
  g_return_if_fail (HTAP_IS_DISCOVERY (self));

  htap_source_set_profile (self->stand_in, profile);
}

/**
 * htap_discovery_get_stand_in:
 *
 * Returns: (transfer none): a source without a TaurusDB instance that fails as the discovery does,
 *   for who speaks of what could not be read, whether it is a project or one of its instances
 */
HtapSource *
htap_discovery_get_stand_in (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return self->stand_in;
}

const char *
htap_discovery_get_region (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return htap_source_get_region (self->stand_in);
}

/**
 * htap_discovery_get_project_id:
 *
 * Returns: (transfer none): as the profile has it; empty for the region's own
 */
const char *
htap_discovery_get_project_id (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return htap_source_get_project_id (self->stand_in);
}

/**
 * htap_discovery_get_taurus:
 *
 * Returns: (transfer none) (element-type HtapTaurus): those that there are, in the order of the
 *   last list
 */
GPtrArray *
htap_discovery_get_taurus (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return self->taurus;
}

/**
 * htap_discovery_get_gone:
 *
 * Returns: (transfer none) (element-type HtapTaurus): those that were listed once, and are not in
 *   the project any more
 */
GPtrArray *
htap_discovery_get_gone (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return self->gone;
}

/**
 * htap_discovery_find:
 *
 * Returns: (transfer none) (nullable): what is known of one, be it gone; %NULL if it was never
 *   listed
 */
HtapTaurus *
htap_discovery_find (HtapDiscovery *self, const char *taurus_id)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return g_hash_table_lookup (self->known, taurus_id);
}

/**
 * htap_discovery_is_gone:
 *
 * Returns: whether it was listed once, and is not in the project any more
 */
gboolean
htap_discovery_is_gone (HtapDiscovery *self, const char *taurus_id)
{
  HtapTaurus *taurus = htap_discovery_find (self, taurus_id);

  return taurus != NULL && g_ptr_array_find (self->gone, taurus, NULL);
}

/**
 * htap_discovery_get_enterprise_projects:
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): an enterprise project's id → its
 *   name; %NULL while they are not known
 */
GHashTable *
htap_discovery_get_enterprise_projects (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return self->enterprise_projects;
}

/**
 * htap_discovery_get_enterprise_projects_error:
 *
 * Returns: (transfer none) (nullable): why their names could not be read; nothing else suffers
 */
const GError *
htap_discovery_get_enterprise_projects_error (HtapDiscovery *self)
{
  g_return_val_if_fail (HTAP_IS_DISCOVERY (self), NULL);

  return self->enterprise_projects_error;
}

/**
 * htap_discovery_set_enterprise_projects:
 * @names: (nullable) (element-type utf8 utf8): kept, not to be changed; %NULL leaves those that are
 *   known
 * @error: (nullable): why there are none; copied
 */
void
htap_discovery_set_enterprise_projects (HtapDiscovery *self, GHashTable *names, const GError *error)
{
  g_return_if_fail (HTAP_IS_DISCOVERY (self));

  if (names != NULL)
    {
      g_hash_table_ref (names);
      g_clear_pointer (&self->enterprise_projects, g_hash_table_unref);
      self->enterprise_projects = names;
    }
  g_clear_error (&self->enterprise_projects_error);
  self->enterprise_projects_error = error != NULL ? g_error_copy (error) : NULL;
}
