/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-list.h"

#include "htap-list-update.h"

/* What decides where a request goes and what it may see. */
static gboolean
asks_the_same (HtapProfile *a, HtapProfile *b, const char *region)
{
  return htap_profile_get_sign_in (a) == htap_profile_get_sign_in (b) &&
         g_strcmp0 (htap_profile_get_endpoint (a, region), htap_profile_get_endpoint (b, region)) ==
             0;
}

/* Names a source among all: who reads what. */
static char *
dup_key (HtapProfile *profile, const char *region, const char *project_id, const char *taurus_id)
{
  return g_strdup_printf ("%s\n%s\n%s\n%s", htap_profile_get_uuid (profile), region,
                          project_id != NULL ? project_id : "-", taurus_id);
}

/* Returns: (transfer full): key → #HtapSource */
static GHashTable *
index_sources (GListModel *sources)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      HtapSource *source = g_list_model_get_item (sources, i);
      char *key = dup_key (htap_source_get_profile (source), htap_source_get_region (source),
                           htap_source_get_project_id (source), htap_source_get_taurus_id (source));

      g_hash_table_insert (known, key, source);
    }

  return known;
}

static HtapSource *
take_source (GHashTable *known,
             HtapProfile *profile,
             const HtapRegionalId *taurus,
             const char *project_id)
{
  g_autofree char *key = dup_key (profile, taurus->region, project_id, taurus->id);
  HtapSource *source = g_hash_table_lookup (known, key);

  if (source == NULL || !asks_the_same (htap_source_get_profile (source), profile, taurus->region))
    return htap_source_new (profile, taurus->region, project_id, taurus->id);

  htap_source_set_profile (source, profile);

  return g_object_ref (source);
}

static void
add_sources_of (GPtrArray *wanted, HtapProfile *profile, GHashTable *known)
{
  GPtrArray *taurus_ids = htap_profile_get_taurus_ids (profile);

  for (guint i = 0; i < taurus_ids->len; i++)
    {
      const HtapRegionalId *taurus = taurus_ids->pdata[i];

      if (g_ptr_array_find_with_equal_func (htap_profile_get_hidden_taurus_ids (profile), taurus,
                                            htap_regional_id_equal, NULL))
        continue;

      g_ptr_array_add (wanted,
                       take_source (known, profile, taurus,
                                    htap_profile_find_project_id (profile, taurus->region)));
    }
}

/* Returns: (transfer full): those of @known that are not in @wanted, the last first */
static GPtrArray *
find_unwanted (GListModel *sources, GPtrArray *wanted)
{
  GPtrArray *unwanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (kept, wanted->pdata[i]);

  for (guint i = g_list_model_get_n_items (sources); i-- > 0;)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (!g_hash_table_contains (kept, source))
        g_ptr_array_add (unwanted, g_steal_pointer (&source));
    }

  return unwanted;
}

/**
 * htap_source_list_update:
 * @sources: (element-type HtapSource): brought to what the enabled profiles look at, with one
 *   signal at most; a source that stays keeps its object, its state and its age
 * @profiles: (element-type HtapProfile): all of them, in the order to show
 *
 * Returns: (transfer full) (element-type HtapSource): those that are no longer read
 */
GPtrArray *
htap_source_list_update (GListStore *sources, GListModel *profiles)
{
  g_autoptr (GHashTable) known = index_sources (G_LIST_MODEL (sources));
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *removed;

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile))
        add_sources_of (wanted, profile, known);
    }

  removed = find_unwanted (G_LIST_MODEL (sources), wanted);
  htap_list_update (sources, wanted);

  return removed;
}
