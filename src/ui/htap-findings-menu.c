/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings-menu.h"

#include "htap-finding-menu.h"
#include "htap-finding-row.h"

/* Returns: (transfer none) (nullable): the list's item there, around a #HtapFindingRow */
static GtkWidget *
find_item (GtkWidget *list, const graphene_point_t *point)
{
  GtkWidget *item = point != NULL ? gtk_widget_pick (list, point->x, point->y, GTK_PICK_DEFAULT)
                                  : gtk_widget_get_focus_child (list);

  while (item != NULL && gtk_widget_get_parent (item) != list)
    item = gtk_widget_get_parent (item);

  return item;
}

static GMenuModel *
build_at (GtkWidget *target, const graphene_point_t *point, GtkWidget **row)
{
  GtkWidget *item = find_item (target, point);
  GtkWidget *child = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  if (child == NULL || !HTAP_IS_FINDING_ROW (child))
    return NULL;

  gtk_widget_grab_focus (item);
  if (row != NULL)
    *row = item;

  return htap_finding_menu_new (htap_finding_row_get_finding (HTAP_FINDING_ROW (child)),
                                htap_finding_row_get_muted (HTAP_FINDING_ROW (child)),
                                g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * htap_findings_menu_new:
 * @parent: the popover's parent, around @list
 * @list: whose rows, #HtapFindingRow, have the menu
 *
 * Returns: (transfer full): as htap_context_menu_new()
 */
HtapContextMenu *
htap_findings_menu_new (GtkWidget *parent, GtkListView *list)
{
  return htap_context_menu_new (parent, GTK_WIDGET (list), build_at);
}
