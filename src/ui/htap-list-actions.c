/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-actions.h"

static void
on_reset_columns (GSimpleAction *action, GVariant *parameter, HtapColumnSet *columns)
{
  htap_column_set_reset (columns);
}

static void
on_hide_column (GSimpleAction *action, GVariant *parameter, HtapColumnSet *columns)
{
  const HtapField *field = htap_field_find (g_variant_get_string (parameter, NULL));

  if (field != NULL)
    gtk_column_view_column_set_visible (
        htap_column_set_get_column (columns, htap_field_get_index (field)), FALSE);
}

static void
on_sort_by (GSimpleAction *action, GVariant *wanted, HtapListSort *sort)
{
  const HtapField *field;
  gboolean descending;
  const char *id;

  g_variant_get (wanted, "(&sb)", &id, &descending);
  field = htap_field_find (id);
  if (field != NULL)
    htap_list_sort_set (sort, htap_field_get_index (field), descending);
}

static GVariant *
new_sort_state (HtapListSort *sort)
{
  g_autofree char *field = NULL;
  GtkSortType direction;

  g_object_get (sort, "field", &field, "direction", &direction, NULL);

  return g_variant_new ("(sb)", field, direction == GTK_SORT_DESCENDING);
}

static void
on_sort_changed (HtapListSort *sort, GSimpleAction *action)
{
  g_simple_action_set_state (action, new_sort_state (sort));
}

/* Both at once, where `sort` and `sort-direction` leave the other as it is. */
static void
add_sort_by (GActionMap *map, HtapListSort *sort)
{
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("sort-by", G_VARIANT_TYPE ("(sb)"), new_sort_state (sort));

  g_signal_connect_object (action, "change-state", G_CALLBACK (on_sort_by), sort, 0);
  g_signal_connect_object (sort, "changed", G_CALLBACK (on_sort_changed), action, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

static void
add_column_action (GActionMap *map,
                   const char *name,
                   const GVariantType *type,
                   GCallback callback,
                   HtapColumnSet *columns)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);

  g_signal_connect_object (action, "activate", callback, columns, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

/**
 * htap_list_actions_add:
 * @map: a window
 *
 * Adds `sort` (a field id), `sort-direction` ("ascending", "descending"), `sort-by` (a field id,
 * and whether descending), `hide-column` (a field id) and `reset-columns`.
 */
void
htap_list_actions_add (GActionMap *map, HtapColumnSet *columns, HtapListSort *sort)
{
  g_autoptr (GPropertyAction) field = g_property_action_new ("sort", sort, "field");
  g_autoptr (GPropertyAction) direction =
      g_property_action_new ("sort-direction", sort, "direction");

  g_action_map_add_action (map, G_ACTION (field));
  g_action_map_add_action (map, G_ACTION (direction));
  add_sort_by (map, sort);
  add_column_action (map, "hide-column", G_VARIANT_TYPE_STRING, G_CALLBACK (on_hide_column),
                     columns);
  add_column_action (map, "reset-columns", NULL, G_CALLBACK (on_reset_columns), columns);
}
