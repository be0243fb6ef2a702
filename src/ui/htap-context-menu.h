/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_CONTEXT_MENU (htap_context_menu_get_type ())

/**
 * HtapContextMenu:
 *
 * Opens a menu on right click, long press, Menu and Shift+F10.
 */
G_DECLARE_FINAL_TYPE (HtapContextMenu, htap_context_menu, HTAP, CONTEXT_MENU, GObject)

/**
 * HtapContextMenuBuild:
 * @target: what the menu is of
 * @point: (nullable): where the pointer is in @target; %NULL for the keyboard
 * @row: (out): with the keyboard: the widget at which the menu opens, the one that has the focus
 *
 * Returns: (transfer full) (nullable): the menu of this place; %NULL if it has none
 */
typedef GMenuModel *(*HtapContextMenuBuild) (GtkWidget              *target,
                                             const graphene_point_t *point,
                                             GtkWidget             **row);

HtapContextMenu *htap_context_menu_new  (GtkWidget            *parent,
                                         GtkWidget            *target,
                                         HtapContextMenuBuild  build);
gboolean         htap_context_menu_open (HtapContextMenu      *self);

G_END_DECLS
