/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell.h"
#include "htap-context-menu.h"

G_BEGIN_DECLS

/* The context menu of a list's rows. Its items are actions of the window that work on the selected
 * rows: `win.copy-text`, `win.copy-ip`, `win.copy-id`, `win.copy-rows`, `win.refresh-selected`,
 * `win.filter-by`, `win.mark-seen`. */

HtapContextMenu *htap_row_menu_new   (GtkWidget       *parent,
                                      GtkColumnView   *view);
GMenuModel      *htap_row_menu_build (HtapInstance         *instance,
                                      const HtapField      *field,
                                      const HtapFieldIndex *columns,
                                      guint                 n_columns);

G_END_DECLS
