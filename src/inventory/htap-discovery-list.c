/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-discovery-list.h"

#include "htap-list-update.h"

/* There are few: one a project. */
static HtapDiscovery *
find_known (GListModel *discoveries, HtapProfile *profile, const HtapRegionalId *project)
{
  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);
      HtapProfile *its_profile = htap_discovery_get_profile (discovery);

      if (g_str_equal (htap_profile_get_uuid (its_profile), htap_profile_get_uuid (profile)) &&
          g_str_equal (htap_discovery_get_region (discovery), project->region) &&
          g_str_equal (htap_discovery_get_project_id (discovery), project->id) &&
          htap_profile_asks_like (its_profile, profile, project->region))
        return g_steal_pointer (&discovery);
    }

  return NULL;
}

static void
add_discoveries_of (GPtrArray *wanted, HtapProfile *profile, GListModel *known)
{
  GPtrArray *projects = htap_profile_get_projects (profile);

  for (guint i = 0; i < projects->len; i++)
    {
      const HtapRegionalId *project = projects->pdata[i];
      HtapDiscovery *discovery = find_known (known, profile, project);

      if (discovery != NULL)
        htap_discovery_set_profile (discovery, profile);
      else
        discovery = htap_discovery_new (profile, project->region, project->id);
      g_ptr_array_add (wanted, discovery);
    }
}

/**
 * htap_discovery_list_update:
 * @discoveries: (element-type HtapDiscovery): brought to the projects of those profiles that are
 *   enabled and discover; one that stays keeps its object and what it found
 * @profiles: (element-type HtapProfile): all of them
 *
 * Returns: (transfer full) (element-type HtapDiscovery): those that are no longer listed
 */
GPtrArray *
htap_discovery_list_update (GListStore *discoveries, GListModel *profiles)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *removed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile) && htap_profile_get_discover (profile))
        add_discoveries_of (wanted, profile, G_LIST_MODEL (discoveries));
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (discoveries)); i++)
    {
      g_autoptr (HtapDiscovery) known = g_list_model_get_item (G_LIST_MODEL (discoveries), i);

      if (!g_ptr_array_find (wanted, known, NULL))
        g_ptr_array_add (removed, g_steal_pointer (&known));
    }

  htap_list_update (discoveries, wanted);

  return removed;
}
