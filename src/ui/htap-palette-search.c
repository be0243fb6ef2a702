/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-palette-search.h"

#include "htap-search-text.h"
#include "htap-search.h"

#include <string.h>

/* How well a title fits, the best first. */
typedef enum
{
  RANK_BEGINS,    /* with what was typed */
  RANK_WORDS,     /* some of its words begin with those that were typed */
  RANK_CONTAINS,  /* all of them, somewhere */
  RANK_ELSEWHERE, /* it is in another field */
  N_RANKS,
} Rank;

typedef struct
{
  char *text;  /* folded */
  GStrv words; /* folded */
  GPtrArray *found[N_RANKS];
} Finding;

static void
finding_init (Finding *finding, const char *text)
{
  finding->text = g_strstrip (htap_search_text_fold (text));
  finding->words = g_str_tokenize_and_fold (finding->text, NULL, NULL);
  for (guint i = 0; i < N_RANKS; i++)
    finding->found[i] = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
finding_clear (Finding *finding)
{
  g_free (finding->text);
  g_strfreev (finding->words);
  for (guint i = 0; i < N_RANKS; i++)
    g_ptr_array_unref (finding->found[i]);
}

static gboolean
contains_all (const char *title, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (title, words[i]) == NULL)
      return FALSE;

  return *words != NULL;
}

/* Returns: %N_RANKS if @title does not fit */
static Rank
get_rank (const Finding *finding, const char *title)
{
  g_autofree char *folded = htap_search_text_fold (title);

  if (g_str_has_prefix (folded, finding->text))
    return RANK_BEGINS;
  if (g_str_match_string (finding->text, folded, FALSE))
    return RANK_WORDS;
  if (contains_all (folded, finding->words))
    return RANK_CONTAINS;

  return N_RANKS;
}

static gboolean
has_room (const Finding *finding, Rank rank)
{
  return rank < N_RANKS && finding->found[rank]->len < HTAP_PALETTE_MAX_ITEMS;
}

static void
find_actions (Finding *finding, GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    {
      Rank rank = get_rank (finding, htap_palette_item_get_title (actions->pdata[i]));

      if (has_room (finding, rank))
        g_ptr_array_add (finding->found[rank], g_object_ref (actions->pdata[i]));
    }
}

static void
find_profiles (Finding *finding, GListModel *profiles)
{
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);
      Rank rank = get_rank (finding, htap_profile_get_name (profile));

      if (has_room (finding, rank))
        g_ptr_array_add (finding->found[rank], htap_palette_item_new_for_profile (profile));
    }
}

static void
find_sources (Finding *finding, GListModel *sources)
{
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      Rank rank = MIN (get_rank (finding, htap_source_get_shown_name (source)),
                       get_rank (finding, htap_source_get_taurus_id (source)));

      if (has_room (finding, rank))
        g_ptr_array_add (finding->found[rank], htap_palette_item_new_for_source (source));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  HtapInstance *const *first = a;
  HtapInstance *const *second = b;

  return strcmp (htap_instance_get_name_key (*first), htap_instance_get_name_key (*second));
}

static void
take_instances (Finding *finding, Rank rank, GPtrArray *instances)
{
  g_ptr_array_sort (instances, compare_names);
  for (guint i = 0; i < instances->len && has_room (finding, rank); i++)
    g_ptr_array_add (finding->found[rank],
                     htap_palette_item_new_for_instance (instances->pdata[i]));
}

/* As the search of the list finds them; those that have it in their name come first. */
static void
find_instances (Finding *finding, GListModel *instances)
{
  g_autoptr (HtapSearch) search = htap_search_new_among (finding->text, instances);
  GPtrArray *found[N_RANKS];

  for (guint rank = 0; rank < N_RANKS; rank++)
    found[rank] = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      Rank rank;

      if (!htap_search_matches (search, instance))
        continue;

      rank = MIN (get_rank (finding, htap_instance_get_name (instance)), RANK_ELSEWHERE);
      g_ptr_array_add (found[rank], g_steal_pointer (&instance));
    }

  for (guint rank = 0; rank < N_RANKS; rank++)
    {
      take_instances (finding, rank, found[rank]);
      g_ptr_array_unref (found[rank]);
    }
}

/**
 * htap_palette_search:
 * @actions: (element-type HtapPaletteItem): what can be done now
 * @text: what a person typed
 *
 * Actions by their titles; profiles and TaurusDB instances by name or id; HTAP instances as the
 * search of the list finds them. Without a text there are the actions alone.
 *
 * Returns: (transfer full) (element-type HtapPaletteItem): the best first, at most
 *   %HTAP_PALETTE_MAX_ITEMS
 */
GPtrArray *
htap_palette_search (HtapInventory *inventory, GPtrArray *actions, const char *text)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  Finding finding;

  finding_init (&finding, text);
  find_actions (&finding, actions);
  if (*finding.text != '\0')
    {
      find_profiles (&finding, htap_inventory_get_profiles (inventory));
      find_sources (&finding, htap_inventory_get_sources (inventory));
      find_instances (&finding, htap_inventory_get_instances (inventory));
    }

  for (guint rank = 0; rank < N_RANKS; rank++)
    for (guint i = 0; i < finding.found[rank]->len && items->len < HTAP_PALETTE_MAX_ITEMS; i++)
      g_ptr_array_add (items, g_object_ref (finding.found[rank]->pdata[i]));
  finding_clear (&finding);

  return items;
}
