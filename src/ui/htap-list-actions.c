/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-actions.h"

#include "htap-column.h"

static void
on_reset_columns (GSimpleAction *action, GVariant *parameter, HtapColumnSet *columns)
{
  htap_column_set_reset (columns);
}

/**
 * htap_list_actions_add:
 * @map: a window
 *
 * Adds `sort` (a field id), `sort-direction` ("ascending", "descending"), `column-…` for every
 * column (whether it is shown) and `reset-columns`.
 */
void
htap_list_actions_add (GActionMap *map, HtapColumnSet *columns, HtapListSort *sort)
{
  g_autoptr (GPropertyAction) field = g_property_action_new ("sort", sort, "field");
  g_autoptr (GPropertyAction) direction =
      g_property_action_new ("sort-direction", sort, "direction");
  g_autoptr (GSimpleAction) reset = g_simple_action_new ("reset-columns", NULL);

  g_signal_connect_object (reset, "activate", G_CALLBACK (on_reset_columns), columns, 0);
  g_action_map_add_action (map, G_ACTION (field));
  g_action_map_add_action (map, G_ACTION (direction));
  g_action_map_add_action (map, G_ACTION (reset));

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      g_autofree char *name = htap_column_dup_action_name (htap_field_get (i));
      g_autoptr (GPropertyAction) shown =
          g_property_action_new (name, htap_column_set_get_column (columns, i), "visible");

      g_action_map_add_action (map, G_ACTION (shown));
    }
}
