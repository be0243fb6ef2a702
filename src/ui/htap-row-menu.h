/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell.h"

G_BEGIN_DECLS

#define HTAP_TYPE_ROW_MENU (htap_row_menu_get_type ())

/**
 * HtapRowMenu:
 *
 * The context menu of a list's rows. Its items are actions of the window that work on the selected
 * rows: `win.copy-text`, `win.copy-ip`, `win.copy-id`, `win.copy-rows`, `win.refresh-selected`.
 */
G_DECLARE_FINAL_TYPE (HtapRowMenu, htap_row_menu, HTAP, ROW_MENU, GObject)

HtapRowMenu *htap_row_menu_new (GtkWidget *parent, GtkColumnView *view);
gboolean htap_row_menu_open (HtapRowMenu *self);

GMenuModel *htap_row_menu_build (HtapInstance *instance, const HtapField *field);

G_END_DECLS
