/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-list.h"

static gboolean
is_source_of (HtapSource *source,
              HtapProfile *profile,
              const HtapRegionalId *taurus,
              const char *project_id)
{
  return g_strcmp0 (htap_source_get_taurus_id (source), taurus->id) == 0 &&
         g_strcmp0 (htap_source_get_region (source), taurus->region) == 0 &&
         g_strcmp0 (htap_source_get_project_id (source), project_id) == 0 &&
         g_strcmp0 (htap_profile_get_uuid (htap_source_get_profile (source)),
                    htap_profile_get_uuid (profile)) == 0;
}

/* What decides where a request goes and what it may see. */
static gboolean
asks_the_same (HtapProfile *a, HtapProfile *b, const char *region)
{
  return htap_profile_get_sign_in (a) == htap_profile_get_sign_in (b) &&
         g_strcmp0 (htap_profile_get_endpoint (a, region), htap_profile_get_endpoint (b, region)) ==
             0;
}

static HtapSource *
find_known (GListModel *sources,
            HtapProfile *profile,
            const HtapRegionalId *taurus,
            const char *project_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (is_source_of (source, profile, taurus, project_id) &&
          asks_the_same (htap_source_get_profile (source), profile, taurus->region))
        return g_steal_pointer (&source);
    }

  return NULL;
}

static void
add_sources_of (GPtrArray *wanted, HtapProfile *profile, GListModel *known)
{
  GPtrArray *taurus_ids = htap_profile_get_taurus_ids (profile);

  for (guint i = 0; i < taurus_ids->len; i++)
    {
      const HtapRegionalId *taurus = taurus_ids->pdata[i];
      const char *project_id = htap_profile_find_project_id (profile, taurus->region);
      HtapSource *source;

      if (g_ptr_array_find_with_equal_func (htap_profile_get_hidden_taurus_ids (profile), taurus,
                                            htap_regional_id_equal, NULL))
        continue;

      source = find_known (known, profile, taurus, project_id);
      if (source != NULL)
        htap_source_set_profile (source, profile);
      else
        source = htap_source_new (profile, taurus->region, project_id, taurus->id);
      g_ptr_array_add (wanted, source);
    }
}

static GPtrArray *
remove_unwanted (GListStore *sources, GPtrArray *wanted)
{
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (sources)); i-- > 0;)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (sources), i);

      if (g_ptr_array_find (wanted, source, NULL))
        continue;

      g_list_store_remove (sources, i);
      g_ptr_array_add (removed, g_steal_pointer (&source));
    }

  return g_steal_pointer (&removed);
}

/* Profiles that were known may stand in another order in the file by now. */
static void
put_in_order (GListStore *sources, GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (HtapSource) present = g_list_model_get_item (G_LIST_MODEL (sources), i);

      if (present != wanted->pdata[i])
        {
          g_list_store_splice (sources, 0, wanted->len, wanted->pdata, wanted->len);
          return;
        }
    }
}

/**
 * htap_source_list_update:
 * @sources: (element-type HtapSource): brought to what the enabled profiles look at; a source that
 *   stays keeps its object, its state and its age
 * @profiles: (element-type HtapProfile): all of them, in the order to show
 *
 * Returns: (transfer full) (element-type HtapSource): those that are no longer read
 */
GPtrArray *
htap_source_list_update (GListStore *sources, GListModel *profiles)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *removed;

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile))
        add_sources_of (wanted, profile, G_LIST_MODEL (sources));
    }

  removed = remove_unwanted (sources, wanted);

  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (HtapSource) present = g_list_model_get_item (G_LIST_MODEL (sources), i);

      if (present != wanted->pdata[i] && !g_list_store_find (sources, wanted->pdata[i], NULL))
        g_list_store_insert (sources, i, wanted->pdata[i]);
    }
  put_in_order (sources, wanted);

  return removed;
}
