/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-menu.h"

#include "htap-column-menu.h"

#include <glib/gi18n-lib.h>

static void
append_sort (GMenu *menu, HtapFieldIndex index)
{
  const HtapField *field = htap_field_get (index);
  g_autoptr (GMenuItem) item = g_menu_item_new (htap_field_get_label (field), NULL);

  g_menu_item_set_action_and_target (item, "win.sort", "s", htap_field_get_id (field));
  g_menu_append_item (menu, item);
}

/* One can sort by what one sees, and by what is sorted by now. */
static void
on_view_changed (HtapInstanceView *view, GMenu *sorts)
{
  g_autoptr (GArray) visible = htap_instance_view_dup_visible_columns (view);
  HtapFieldIndex primary = htap_instance_view_get_sort (view, NULL);
  gboolean is_visible = FALSE;

  g_menu_remove_all (sorts);
  for (guint i = 0; i < visible->len; i++)
    {
      HtapFieldIndex field = g_array_index (visible, HtapFieldIndex, i);

      is_visible = is_visible || field == primary;
      append_sort (sorts, field);
    }

  if (!is_visible)
    append_sort (sorts, primary);
}

/**
 * htap_view_menu_new:
 * @view: the list; its actions are the window's, see htap_instance_view_add_actions()
 *
 * Everything that the headers of the list do, for the keyboard, which does not reach them.
 *
 * Returns: (transfer full): a menu that follows @view
 */
GMenuModel *
htap_view_menu_new (HtapInstanceView *view)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sorts = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();

  g_menu_append (directions, C_ ("sort", "Ascending"), "win.sort-direction::ascending");
  g_menu_append (directions, C_ ("sort", "Descending"), "win.sort-direction::descending");
  htap_column_menu_append_chooser (columns);

  g_menu_append_section (menu, _ ("Sort By"), G_MENU_MODEL (sorts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (directions));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));

  on_view_changed (view, sorts);
  g_signal_connect_object (view, "visible-columns-changed", G_CALLBACK (on_view_changed), sorts, 0);
  g_signal_connect_object (view, "sort-changed", G_CALLBACK (on_view_changed), sorts, 0);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
