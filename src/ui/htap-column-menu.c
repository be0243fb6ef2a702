/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-menu.h"

#include <glib/gi18n-lib.h>

static void
append_sort (GMenu *menu, const HtapField *field, const char *label, gboolean descending)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.sort-by", "(sb)", htap_field_get_id (field),
                                     descending);
  g_menu_append_item (menu, item);
}

/**
 * htap_column_menu_append_chooser:
 * @menu: gets what is done to all columns at once
 */
void
htap_column_menu_append_chooser (GMenu *menu)
{
  g_menu_append (menu, _ ("_Columns…"), "win.choose-columns");
  g_menu_append (menu, _ ("Reset Columns"), "win.reset-columns");
}

/**
 * htap_column_menu_new:
 * @field: what the column shows
 *
 * The menu of a column's header, with the actions of htap_instance_view_add_actions().
 *
 * Returns: (transfer full): sorts by the column, hides it, and leads to the others
 */
GMenuModel *
htap_column_menu_new (const HtapField *field)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sorts = g_menu_new ();
  g_autoptr (GMenu) one = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenuItem) hide = g_menu_item_new (_ ("_Hide Column"), NULL);

  append_sort (sorts, field, _ ("Sort _Ascending"), FALSE);
  append_sort (sorts, field, _ ("Sort _Descending"), TRUE);

  g_menu_item_set_action_and_target (hide, "win.hide-column", "s", htap_field_get_id (field));
  g_menu_append_item (one, hide);
  htap_column_menu_append_chooser (all);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (sorts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (one));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
