/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-list.h"

#include "htap-list-update.h"

/* One profile's sources in the making. */
typedef struct
{
  HtapProfile *profile;
  GHashTable *known;  /* of dup_key() → HtapSource, of all profiles */
  GHashTable *found;  /* of dup_place() → HtapDiscovery, borrowed: who lists it */
  GHashTable *closed; /* a set of dup_place(): hidden, or wanted already */
  GPtrArray *wanted;
} Making;

static char *
dup_place (const char *region, const char *taurus_id)
{
  return g_strdup_printf ("%s\n%s", region, taurus_id);
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
take_source (Making *making, const char *region, const char *project_id, const char *taurus_id)
{
  g_autofree char *key = dup_key (making->profile, region, project_id, taurus_id);
  HtapSource *source = g_hash_table_lookup (making->known, key);

  if (source == NULL ||
      !htap_profile_asks_like (htap_source_get_profile (source), making->profile, region))
    return htap_source_new (making->profile, region, project_id, taurus_id);

  htap_source_set_profile (source, making->profile);

  return g_object_ref (source);
}

/* However often it is named, by hand and by several projects: once. */
static void
want (Making *making, const char *region, const char *project_id, const char *taurus_id)
{
  if (g_hash_table_add (making->closed, dup_place (region, taurus_id)))
    g_ptr_array_add (making->wanted, take_source (making, region, project_id, taurus_id));
}

static void
note_found (Making *making, HtapDiscovery *discovery)
{
  GPtrArray *taurus = htap_discovery_get_taurus (discovery);

  for (guint i = 0; i < taurus->len; i++)
    {
      g_autofree char *place =
          dup_place (htap_discovery_get_region (discovery), htap_taurus_get_id (taurus->pdata[i]));

      if (!g_hash_table_contains (making->found, place))
        g_hash_table_insert (making->found, g_steal_pointer (&place), discovery);
    }
}

/* The project that lists it knows better than the profile's first one in the region. */
static void
want_added_by_hand (Making *making)
{
  GPtrArray *taurus_ids = htap_profile_get_taurus_ids (making->profile);

  for (guint i = 0; i < taurus_ids->len; i++)
    {
      const HtapRegionalId *taurus = taurus_ids->pdata[i];
      g_autofree char *place = dup_place (taurus->region, taurus->id);
      HtapDiscovery *discovery = g_hash_table_lookup (making->found, place);

      want (making, taurus->region,
            discovery != NULL ? htap_discovery_get_project_id (discovery)
                              : htap_profile_find_project_id (making->profile, taurus->region),
            taurus->id);
    }
}

static void
want_all (Making *making, HtapDiscovery *discovery, GPtrArray *taurus)
{
  for (guint i = 0; i < taurus->len; i++)
    want (making, htap_discovery_get_region (discovery), htap_discovery_get_project_id (discovery),
          htap_taurus_get_id (taurus->pdata[i]));
}

static void
close_hidden (Making *making)
{
  GPtrArray *hidden = htap_profile_get_hidden_taurus_ids (making->profile);

  for (guint i = 0; i < hidden->len; i++)
    {
      const HtapRegionalId *taurus = hidden->pdata[i];

      g_hash_table_add (making->closed, dup_place (taurus->region, taurus->id));
    }
}

/* Returns: (transfer full): the discoveries of @profile, in their order */
static GPtrArray *
collect_discoveries (GListModel *discoveries, HtapProfile *profile)
{
  GPtrArray *collected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (htap_discovery_get_profile (discovery) == profile)
        g_ptr_array_add (collected, g_steal_pointer (&discovery));
    }

  return collected;
}

/* Those that are gone from one project may have come to another: last. */
static void
add_sources_of (GPtrArray *wanted, HtapProfile *profile, GListModel *discoveries, GHashTable *known)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) its_discoveries = collect_discoveries (discoveries, profile);
  Making making = { profile, known, found, closed, wanted };

  close_hidden (&making);
  for (guint i = 0; i < its_discoveries->len; i++)
    note_found (&making, its_discoveries->pdata[i]);

  want_added_by_hand (&making);
  for (guint i = 0; i < its_discoveries->len; i++)
    want_all (&making, its_discoveries->pdata[i],
              htap_discovery_get_taurus (its_discoveries->pdata[i]));
  for (guint i = 0; i < its_discoveries->len; i++)
    want_all (&making, its_discoveries->pdata[i],
              htap_discovery_get_gone (its_discoveries->pdata[i]));
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
 * @discoveries: (element-type HtapDiscovery): what was found in their projects
 * @removed: (out) (transfer full) (element-type HtapSource): those that are no longer read
 *
 * TaurusDB instances that were added by hand come first, then those that were discovered, then
 * those that were and are gone. What is hidden is left out.
 *
 * Returns: whether @sources changed
 */
gboolean
htap_source_list_update (GListStore *sources,
                         GListModel *profiles,
                         GListModel *discoveries,
                         GPtrArray **removed)
{
  g_autoptr (GHashTable) known = index_sources (G_LIST_MODEL (sources));
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile))
        add_sources_of (wanted, profile, discoveries, known);
    }

  *removed = find_unwanted (G_LIST_MODEL (sources), wanted);

  return htap_list_update (sources, wanted);
}
