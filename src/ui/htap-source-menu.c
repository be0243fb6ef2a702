/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-menu.h"

#include "htap-console-link.h"
#include "htap-safe-text.h"
#include "htap-source-row.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu *section, const char *label, const char *action, const char *taurus_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", taurus_id);
  g_menu_append_item (section, item);
}

static void
append_copy (GMenu *section, const char *taurus_id)
{
  g_autofree char *safe = htap_safe_text_dup (taurus_id);
  /* Translators: a toast; %s is what is on the clipboard now. */
  g_autofree char *sentence = g_strdup_printf (_ ("Copied %s"), safe);
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Copy ID"), NULL);

  g_menu_item_set_action_and_target (item, "win.copy-text", "(ss)", taurus_id, sentence);
  g_menu_append_item (section, item);
}

/**
 * htap_source_menu_build:
 *
 * Returns: (transfer full): what can be done with a TaurusDB instance
 */
GMenuModel *
htap_source_menu_build (HtapSource *source)
{
  GMenu *menu = g_menu_new ();
  const char *taurus_id = htap_source_get_taurus_id (source);
  g_autofree char *link = htap_console_link_dup (source);

  append (menu, _ ("Refresh"), "win.refresh-taurus", taurus_id);
  append_copy (menu, taurus_id);
  append (menu, _ ("Hide"), "win.hide-taurus", taurus_id);
  if (link != NULL)
    append (menu, _ ("Open Console"), "win.open-console", taurus_id);

  return G_MENU_MODEL (menu);
}

static GMenuModel *
build_at (GtkWidget *target, const graphene_point_t *point, GtkWidget **row)
{
  GtkListBox *list = GTK_LIST_BOX (target);
  GtkWidget *found = point != NULL ? GTK_WIDGET (gtk_list_box_get_row_at_y (list, (int) point->y))
                                   : gtk_widget_get_focus_child (target);
  HtapSource *source =
      HTAP_IS_SOURCE_ROW (found) ? htap_source_row_get_source (HTAP_SOURCE_ROW (found)) : NULL;

  if (source == NULL)
    return NULL;
  if (row != NULL)
    *row = found;

  return htap_source_menu_build (source);
}

/**
 * htap_source_menu_new:
 * @parent: the popover's parent, around @list
 * @list: whose rows have the menu
 *
 * Returns: (transfer full): as htap_context_menu_new()
 */
HtapContextMenu *
htap_source_menu_new (GtkWidget *parent, GtkListBox *list)
{
  return htap_context_menu_new (parent, GTK_WIDGET (list), build_at);
}
