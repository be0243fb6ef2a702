/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-discovery-list.h"
#include "htap-error.h"
#include "htap-inventory-private.h"
#include "htap-source-list.h"

/* Which TaurusDB instances there are: projects are listed, and sources follow what is found. */

/* What a project's list tells of its TaurusDB instances, for sorters and filters. */
#define OF_THE_LIST                                                                                \
  (HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_NAME) | HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_STATUS) |           \
   HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_VERSION) | HTAP_FIELD_BIT (HTAP_FIELD_TAGS) |                 \
   HTAP_FIELD_BIT (HTAP_FIELD_ENTERPRISE_PROJECT))

/* Both follow the profiles, so they have the same object while they have the same profile. */
static gboolean
is_in_project (HtapSource *source, HtapDiscovery *discovery)
{
  return htap_source_get_profile (source) == htap_discovery_get_profile (discovery) &&
         g_strcmp0 (htap_source_get_region (source), htap_discovery_get_region (discovery)) == 0 &&
         g_strcmp0 (htap_source_get_project_id (source),
                    htap_discovery_get_project_id (discovery)) == 0;
}

/* Returns: (transfer none) (nullable): the list that tells of @source, or would */
HtapDiscovery *
htap_inventory_find_discovery (HtapInventory *self, HtapSource *source)
{
  GListModel *discoveries = G_LIST_MODEL (self->discoveries);

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (is_in_project (source, discovery))
        return discovery;
    }

  return NULL;
}

/* Returns: (transfer full): the sources in the project */
static GPtrArray *
collect_project (HtapInventory *self, HtapDiscovery *discovery)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sources)); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      if (is_in_project (source, discovery))
        g_ptr_array_add (sources, g_steal_pointer (&source));
    }

  return sources;
}

/* Returns: whether @source says something else than before */
static gboolean
describe (HtapInventory *self, HtapSource *source, HtapDiscovery *discovery)
{
  HtapTaurus *before = htap_source_get_taurus (source);
  GHashTable *names_before = htap_source_get_enterprise_projects (source);
  HtapTaurus *taurus = htap_discovery_find (discovery, htap_source_get_taurus_id (source));

  if (taurus != NULL)
    htap_source_set_taurus (source, taurus);
  htap_source_set_enterprise_projects (source, htap_discovery_get_enterprise_projects (discovery));

  if (htap_source_get_taurus (source) != before)
    htap_touched_add_source (self->touched, source);

  return htap_source_get_taurus (source) != before ||
         htap_source_get_enterprise_projects (source) != names_before;
}

/* Returns: the fields that say something else now */
static HtapFieldSet
describe_project (HtapInventory *self, HtapDiscovery *discovery)
{
  g_autoptr (GPtrArray) sources = collect_project (self, discovery);
  HtapFieldSet changed = 0;

  for (guint i = 0; i < sources->len; i++)
    if (describe (self, sources->pdata[i], discovery))
      changed = OF_THE_LIST;

  return changed;
}

/* Sources that are new may be known to a list that was read before. */
static HtapFieldSet
describe_new (HtapInventory *self)
{
  HtapFieldSet changed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sources)); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);
      HtapDiscovery *discovery = htap_source_get_taurus (source) == NULL
                                     ? htap_inventory_find_discovery (self, source)
                                     : NULL;

      if (discovery != NULL && describe (self, source, discovery))
        changed = OF_THE_LIST;
    }

  return changed;
}

/* Brings the discoveries to the projects of the profiles. */
void
htap_inventory_follow_projects (HtapInventory *self)
{
  g_autoptr (GPtrArray) removed =
      htap_discovery_list_update (self->discoveries, G_LIST_MODEL (self->profiles));

  for (guint i = 0; i < removed->len; i++)
    {
      htap_inventory_let_go (self, removed->pdata[i]);
      htap_inventory_forget_list (self, removed->pdata[i]);
    }
}

/* Brings the sources to the profiles and to what was discovered. Returns: whether any came or went.
 */
gboolean
htap_inventory_follow_sources (HtapInventory *self)
{
  g_autoptr (GPtrArray) removed = NULL;
  gboolean is_changed = htap_source_list_update (self->sources, G_LIST_MODEL (self->profiles),
                                                 G_LIST_MODEL (self->discoveries), &removed);
  HtapFieldSet changed = 0;

  for (guint i = 0; i < removed->len; i++)
    changed |= htap_inventory_drop_source (self, removed->pdata[i]);
  htap_inventory_forget_sources (self, removed);
  changed |= describe_new (self);
  htap_inventory_tell_changed (self, changed);

  return is_changed;
}

static gboolean
is_added_by_hand (HtapSource *source)
{
  const HtapRegionalId taurus = { (char *) htap_source_get_region (source),
                                  (char *) htap_source_get_taurus_id (source) };

  return g_ptr_array_find_with_equal_func (
      htap_profile_get_taurus_ids (htap_source_get_profile (source)), &taurus,
      htap_regional_id_equal, NULL);
}

/* What was added by hand is asked all the same: a list does not have everything there is. */
static gboolean
is_gone (HtapSource *source, HtapDiscovery *discovery)
{
  return htap_discovery_is_gone (discovery, htap_source_get_taurus_id (source)) &&
         !is_added_by_hand (source);
}

static void
tell_gone (HtapInventory *self, HtapSource *source)
{
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_NOT_FOUND, NULL, "%s is not in its project any more",
                  htap_source_get_taurus_id (source));
  htap_inventory_let_go (self, source);
  htap_merge_queue_push_error (self->queue, source, error);
  htap_inventory_forget_answer (self, source);
}

static void
sweep_project (HtapInventory *self, HtapRefresh *refresh, HtapDiscovery *discovery)
{
  g_autoptr (GPtrArray) sources = collect_project (self, discovery);
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();

  for (guint i = 0; i < sources->len; i++)
    if (is_gone (sources->pdata[i], discovery))
      tell_gone (self, sources->pdata[i]);
    else if (!htap_inventory_is_asked_later (self, refresh, sources->pdata[i]))
      g_ptr_array_add (asked, sources->pdata[i]);

  htap_inventory_own (self, refresh, asked);
  htap_refresh_add_sources (refresh, asked);
}

/* Returns: whether the sources know all that can be known of the project now */
static gboolean
take_list (HtapInventory *self,
           HtapRefresh *refresh,
           HtapDiscovery *discovery,
           GPtrArray *taurus,
           gboolean complete,
           const GError *error)
{
  HtapFieldSet changed;
  gboolean is_changed;

  if (!htap_inventory_take_over (self, refresh, discovery))
    return FALSE;

  if (taurus == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      htap_discovery_abandon (discovery);
      return FALSE;
    }

  if (taurus == NULL)
    {
      htap_discovery_fail (discovery, error);
      return TRUE;
    }

  htap_discovery_succeed (discovery, g_get_real_time () / G_USEC_PER_SEC, taurus, complete);
  htap_inventory_keep_list (self, discovery);
  is_changed = htap_inventory_follow_sources (self);
  changed = describe_project (self, discovery);
  if (is_changed)
    htap_inventory_tell_profiles (self);
  htap_inventory_tell_changed (self, changed);

  return TRUE;
}

/* #HtapRefreshListener: a project was listed, or could not be; its sources are asked now. */
void
htap_inventory_on_discovered (HtapRefresh *refresh,
                              HtapDiscovery *discovery,
                              GPtrArray *taurus,
                              gboolean complete,
                              const GError *error,
                              gpointer user_data)
{
  if (take_list (user_data, refresh, discovery, taurus, complete, error))
    sweep_project (user_data, refresh, discovery);
}

/* #HtapRefreshListener: likewise, and nothing is asked. */
void
htap_inventory_on_listed (HtapRefresh *refresh,
                          HtapDiscovery *discovery,
                          GPtrArray *taurus,
                          gboolean complete,
                          const GError *error,
                          gpointer user_data)
{
  take_list (user_data, refresh, discovery, taurus, complete, error);
}

/* #HtapRefreshListener: the account's enterprise projects have names. */
void
htap_inventory_on_named (HtapRefresh *refresh,
                         HtapProfile *profile,
                         GHashTable *names,
                         const GError *error,
                         gpointer user_data)
{
  HtapInventory *self = user_data;
  GListModel *discoveries = G_LIST_MODEL (self->discoveries);
  HtapFieldSet changed = 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (htap_discovery_get_profile (discovery) != profile)
        continue;

      htap_discovery_set_enterprise_projects (discovery, names, error);
      changed |= describe_project (self, discovery);
    }

  htap_inventory_tell_changed (self, changed);
}

/* Returns: (transfer full): the discoveries of @profiles; %NULL for all */
GPtrArray *
htap_inventory_collect_discoveries (HtapInventory *self, GPtrArray *profiles)
{
  GPtrArray *collected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->discoveries)); i++)
    {
      g_autoptr (HtapDiscovery) discovery =
          g_list_model_get_item (G_LIST_MODEL (self->discoveries), i);

      if (profiles == NULL ||
          g_ptr_array_find (profiles, htap_discovery_get_profile (discovery), NULL))
        g_ptr_array_add (collected, g_steal_pointer (&discovery));
    }

  return collected;
}

/* Returns: (transfer full): the sources of @profiles, %NULL for all, that no project's list is
 * going to tell of */
GPtrArray *
htap_inventory_collect_sources (HtapInventory *self, GPtrArray *profiles)
{
  GPtrArray *collected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sources)); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      if ((profiles == NULL ||
           g_ptr_array_find (profiles, htap_source_get_profile (source), NULL)) &&
          htap_inventory_find_discovery (self, source) == NULL)
        g_ptr_array_add (collected, g_steal_pointer (&source));
    }

  return collected;
}

/**
 * htap_inventory_get_discoveries:
 *
 * Returns: (transfer none): a list of #HtapDiscovery, one for each project of each enabled profile
 *   that discovers
 */
GListModel *
htap_inventory_get_discoveries (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return G_LIST_MODEL (self->discoveries);
}
