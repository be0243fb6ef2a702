/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-failures.h"
#include "htap-cli-progress.h"
#include "htap-cli-selection-private.h"
#include "htap-search.h"

/* Reading what is selected. */

/* First sort of the window: trouble on top, then by name. */
static int
compare_instances (gconstpointer a, gconstpointer b, gpointer user_data)
{
  static const HtapFieldIndex order[] = {
    HTAP_FIELD_SHOWN_STATUS,
    HTAP_FIELD_NAME,
    HTAP_FIELD_ID,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      int result =
          htap_field_compare (htap_field_get (order[i]), (HtapInstance *) a, (HtapInstance *) b);

      if (result != 0)
        return result;
    }

  return 0;
}

/* Saved data is there of more than what is selected. */
static gboolean
is_selected (HtapCliSelection *self, HtapSource *source)
{
  return htap_cli_selection_has (self->profile_names,
                                 htap_profile_get_name (htap_source_get_profile (source))) &&
         htap_cli_selection_has (self->taurus_ids, htap_source_get_taurus_id (source));
}

/* Those of the selected TaurusDB instances, in the order to show. */
void
htap_cli_selection_take_instances (HtapCliSelection *self)
{
  GListModel *all = htap_inventory_get_instances (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (all, i);

      if (htap_instance_get_listed (instance) &&
          is_selected (self, htap_instance_get_source (instance)))
        g_list_store_append (self->instances, instance);
    }

  g_list_store_sort (self->instances, compare_instances, NULL);
}

/* What was known before a failure does not count here: there was nothing before. */
static gboolean
is_anything_read (HtapCliSelection *self)
{
  for (guint i = 0; i < htap_cli_selection_get_n (self->sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      if (htap_source_get_error (source) == NULL)
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer full): the items of @list */
static GPtrArray *
dup_items (GListStore *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < htap_cli_selection_get_n (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), i));

  return items;
}

static gboolean
is_named_by_profile (HtapCliSelection *self, const char *taurus_id)
{
  for (guint i = 0; i < htap_cli_selection_get_n (self->sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);
      HtapProfile *profile = htap_source_get_profile (source);

      if (g_str_equal (htap_source_get_taurus_id (source), taurus_id) &&
          (htap_profile_get_origin (profile) != HTAP_PROFILE_ENVIRONMENT ||
           htap_cli_selection_get_n (self->profiles) == 1))
        return TRUE;
    }

  return FALSE;
}

/* The environment was given whatever --taurus says; that tells nothing of who else has it. */
static gboolean
is_anything_to_find (HtapCliSelection *self)
{
  for (guint i = 0; self->taurus_ids[i] != NULL; i++)
    if (!is_named_by_profile (self, self->taurus_ids[i]))
      return htap_cli_selection_get_n (self->discoveries) > 0;

  return FALSE;
}

/* The last answer has come before the last is merged: the inventory's refresh ends with that. */
static void
run (HtapCliSelection *self, HtapRefresh *refresh)
{
  if (refresh == NULL)
    return;

  htap_cli_progress_run (refresh);
  while (htap_inventory_get_refresh (self->inventory) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Everything is asked while it is found; for a few, they are found first. */
static void
ask (HtapCliSelection *self)
{
  g_autoptr (GPtrArray) profiles = dup_items (self->profiles);
  g_autoptr (GPtrArray) sources = NULL;

  if (self->taurus_ids == NULL)
    {
      run (self, htap_inventory_refresh_profiles (self->inventory, profiles));
      htap_cli_selection_take_sources (self);
      return;
    }

  if (is_anything_to_find (self))
    {
      run (self, htap_inventory_discover (self->inventory, profiles));
      htap_cli_selection_take_sources (self);
    }

  sources = dup_items (self->sources);
  run (self, htap_inventory_refresh (self->inventory, sources));
}

/**
 * htap_cli_selection_read:
 *
 * Asks the cloud and waits until every selected source has answered or failed; says on standard
 * error what failed.
 *
 * Returns: %HTAP_EXIT_DONE, %HTAP_EXIT_PARTIAL or %HTAP_EXIT_NOTHING; %HTAP_EXIT_USAGE if no
 *   profile has the TaurusDB instance that was asked for
 */
HtapExitStatus
htap_cli_selection_read (HtapCliSelection *self)
{
  guint n_failed;

  ask (self);
  htap_cli_selection_take_instances (self);
  n_failed =
      htap_cli_failures_print (G_LIST_MODEL (self->sources), G_LIST_MODEL (self->discoveries));
  if (n_failed == 0 && self->taurus_ids != NULL && htap_cli_selection_get_n (self->sources) == 0)
    return htap_cli_selection_complain_of_taurus_ids ();
  if (n_failed == 0)
    return HTAP_EXIT_DONE;

  return is_anything_read (self) ? HTAP_EXIT_PARTIAL : HTAP_EXIT_NOTHING;
}

/**
 * htap_cli_selection_obtain:
 * @offline: whether to take what the window has kept, and ask nobody
 * @status: (out): the highest so far
 *
 * Opens and reads what was selected.
 *
 * Returns: whether there is something to print: the result, be it empty
 */
gboolean
htap_cli_selection_obtain (HtapCliSelection *self, gboolean offline, HtapExitStatus *status)
{
  HtapExitStatus opened = htap_cli_selection_open (self);

  *status = opened;
  if (opened == HTAP_EXIT_USAGE || opened == HTAP_EXIT_NOTHING)
    return FALSE;

  *status = offline ? htap_cli_selection_read_saved (self) : htap_cli_selection_read (self);
  if (*status == HTAP_EXIT_USAGE)
    return FALSE;

  *status = MAX (opened, *status);

  return TRUE;
}

/**
 * htap_cli_selection_search:
 * @text: in the language of the window's search
 *
 * Keeps those of the instances that it finds.
 */
void
htap_cli_selection_search (HtapCliSelection *self, const char *text)
{
  g_autoptr (HtapSearch) search = htap_search_new_among (text, G_LIST_MODEL (self->instances));

  for (guint i = htap_cli_selection_get_n (self->instances); i > 0; i--)
    {
      g_autoptr (HtapInstance) instance =
          g_list_model_get_item (G_LIST_MODEL (self->instances), i - 1);

      if (!htap_search_matches (search, instance))
        g_list_store_remove (self->instances, i - 1);
    }
}
