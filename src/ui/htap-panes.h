/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PANES (htap_panes_get_type ())

/**
 * HtapPanes:
 *
 * Sidebar, list and details side by side. Where the window is too narrow for three, the details give
 * way first, then the sidebar; what is asked for all the same takes the list's place.
 *
 * Properties: `sidebar-shown`, `list-shown`, `details-shown` (gboolean, readable: what is on the
 * screen now),
 * `sidebar-wanted`, `details-wanted` (gboolean: the choice for a wide window), `sidebar-width`,
 * `details-width` (gint, pixels).
 */
G_DECLARE_FINAL_TYPE (HtapPanes, htap_panes, HTAP, PANES, GtkWidget)

void     htap_panes_set_sidebar       (HtapPanes *self,
                                       GtkWidget *sidebar);
void     htap_panes_set_list          (HtapPanes *self,
                                       GtkWidget *list);
void     htap_panes_set_details       (HtapPanes *self,
                                       GtkWidget *details);

void     htap_panes_set_window_width  (HtapPanes *self,
                                       int        width);
gboolean htap_panes_get_sidebar_shown (HtapPanes *self);
gboolean htap_panes_get_list_shown    (HtapPanes *self);
gboolean htap_panes_get_details_shown (HtapPanes *self);
void     htap_panes_show_sidebar      (HtapPanes *self,
                                       gboolean   show);
void     htap_panes_show_details      (HtapPanes *self,
                                       gboolean   show);
void     htap_panes_show_list         (HtapPanes *self);

G_END_DECLS
