/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-state.h"

#include "htap-instance-counts.h"
#include "htap-view-cause.h"

typedef struct
{
  guint n_loading;
  guint n_read;
  guint n_looking;    /* projects that are being listed */
  guint n_unseen;     /* projects that never were */
  gboolean restoring; /* what was saved is on its way */
} Progress;

static void
add_age (HtapViewState *self, gint64 as_of)
{
  if (as_of == 0)
    return;

  self->oldest = self->oldest == 0 ? as_of : MIN (self->oldest, as_of);
  self->newest = MAX (self->newest, as_of);
}

/* Projects are looked through when everything is read, not when one TaurusDB instance is. */
static gboolean
is_in_scope (HtapDiscovery *discovery, GPtrArray *scope)
{
  HtapProfile *profile = htap_discovery_get_profile (discovery);

  if (scope == NULL || scope->len == 0)
    return TRUE;

  return scope->len > 1 && htap_source_get_profile (scope->pdata[0]) == profile;
}

/* Those that failed speak with the sources that did. */
static void
add_discoveries (HtapViewState *self,
                 Progress *progress,
                 HtapInventory *inventory,
                 GPtrArray *scope,
                 GPtrArray *speakers)
{
  GListModel *discoveries = htap_inventory_get_discoveries (inventory);

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (!is_in_scope (discovery, scope))
        continue;

      progress->n_looking += htap_discovery_is_loading (discovery);
      progress->n_unseen += htap_discovery_get_state (discovery) == HTAP_SOURCE_NEVER;
      self->cut_off = self->cut_off ||
                      htap_inventory_is_cut_off (inventory, htap_discovery_get_profile (discovery),
                                                 htap_discovery_get_region (discovery));
      if (htap_discovery_get_error (discovery) == NULL)
        continue;

      self->n_unlisted++;
      g_ptr_array_add (speakers, g_object_ref (htap_discovery_get_stand_in (discovery)));
    }
}

static void
add_source (HtapViewState *self, Progress *progress, HtapSource *source)
{
  gint64 as_of = htap_source_get_as_of (source);

  add_age (self, as_of);
  progress->n_read += as_of != 0;
  progress->n_loading += htap_source_is_loading (source);

  if (htap_source_get_error (source) == NULL)
    return;

  self->n_failed++;
  if (as_of != 0 && (self->oldest_failed == 0 || as_of < self->oldest_failed))
    self->oldest_failed = as_of;
}

/* @scope: (nullable): as for htap_view_state_compute() */
static GPtrArray *
dup_sources (GListModel *sources, GPtrArray *scope)
{
  GPtrArray *all;

  if (scope != NULL)
    return g_ptr_array_ref (scope);

  all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    g_ptr_array_add (all, g_list_model_get_item (sources, i));

  return all;
}

static GPtrArray *
dup_references (GPtrArray *sources)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (copy, g_object_ref (sources->pdata[i]));

  return copy;
}

static gboolean
is_any_cut_off (HtapInventory *inventory, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (htap_inventory_is_cut_off (inventory, htap_source_get_profile (sources->pdata[i]),
                                   htap_source_get_region (sources->pdata[i])))
      return TRUE;

  return FALSE;
}

static void
count_instances (HtapViewState *self, HtapInventory *inventory, GPtrArray *scope)
{
  HtapInstanceCounts counts;

  htap_inventory_count_instances (inventory, scope, &counts);
  self->n_instances = counts.n_listed;
  self->n_gone = counts.n_gone;
  self->n_attention = counts.n_in_trouble;
}

/* Where something can be added, and what all of them look at. */
static void
add_profiles (HtapViewState *self, GListModel *profiles)
{
  gboolean many = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);
      GPtrArray *projects = htap_profile_get_projects (profile);

      if (!htap_profile_get_enabled (profile))
        continue;
      if (self->profile == NULL && htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED)
        self->profile = profile;

      for (guint j = 0; j < projects->len; j++)
        {
          const HtapRegionalId *project = projects->pdata[j];

          many = many || (self->region != NULL && !g_str_equal (self->region, project->region));
          self->region = project->region;
        }
    }

  if (many)
    self->region = NULL;
}

static gboolean
are_all_disabled (GListModel *profiles)
{
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile))
        return FALSE;
    }

  return TRUE;
}

static HtapPage
choose_page_without_taurus (const HtapViewState *self, const Progress *progress)
{
  if (progress->n_looking > 0 || progress->restoring)
    return HTAP_PAGE_LOADING;
  if (self->n_unlisted > 0)
    return HTAP_PAGE_ERROR;

  return progress->n_unseen > 0 ? HTAP_PAGE_NOT_READ : HTAP_PAGE_NO_TAURUS;
}

static HtapPage
choose_page (const HtapViewState *self,
             const Progress *progress,
             GListModel *profiles,
             gboolean found)
{
  if (g_list_model_get_n_items (profiles) == 0)
    return HTAP_PAGE_FIRST_RUN;
  if (are_all_disabled (profiles))
    return HTAP_PAGE_DISABLED;
  if (self->n_sources == 0)
    return choose_page_without_taurus (self, progress);
  if (self->n_instances + self->n_gone > 0)
    return found ? HTAP_PAGE_LIST : HTAP_PAGE_NOTHING_FOUND;
  if ((progress->n_loading > 0 || progress->restoring) && progress->n_read < self->n_sources)
    return HTAP_PAGE_LOADING;
  if (self->n_failed > 0 && progress->n_read == 0)
    return HTAP_PAGE_ERROR;

  return progress->n_read > 0 ? HTAP_PAGE_EMPTY : HTAP_PAGE_NOT_READ;
}

static void
add_refresh (HtapViewState *self, HtapRefresh *refresh)
{
  if (refresh == NULL)
    return;

  self->held_until = htap_refresh_get_held_until (refresh);
  self->n_answered = htap_refresh_get_done (refresh);
  self->n_asked = htap_refresh_get_total (refresh);
}

/**
 * htap_view_state_compute:
 * @scope: (nullable) (element-type HtapSource): the sources in view; %NULL for all
 * @searching: whether a search narrows the list
 * @n_shown: rows that the search leaves
 *
 * Fills @self from what is known now.
 */
void
htap_view_state_compute (HtapViewState *self,
                         HtapInventory *inventory,
                         GPtrArray *scope,
                         gboolean searching,
                         guint n_shown)
{
  GListModel *profiles = htap_inventory_get_profiles (inventory);
  g_autoptr (GPtrArray) sources = dup_sources (htap_inventory_get_sources (inventory), scope);
  g_autoptr (GPtrArray) speakers = dup_references (sources);
  Progress progress = { .restoring = htap_inventory_is_restoring (inventory) };

  *self = (HtapViewState){ .n_sources = sources->len, .maximum = -1 };

  for (guint i = 0; i < sources->len; i++)
    add_source (self, &progress, sources->pdata[i]);
  if (sources->len == 1)
    self->maximum = htap_source_get_maximum (sources->pdata[0]);
  add_discoveries (self, &progress, inventory, scope, speakers);
  add_refresh (self, htap_inventory_get_refresh (inventory));
  self->cut_off = self->cut_off || is_any_cut_off (inventory, sources);
  self->failed = htap_view_cause_find (speakers, &self->one_cause);
  add_profiles (self, profiles);
  count_instances (self, inventory, scope);
  self->page = choose_page (self, &progress, profiles, !searching || n_shown > 0);
}
