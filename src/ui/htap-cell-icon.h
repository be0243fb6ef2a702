/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_CELL_ICON_SIZE 16 /* pixels */

/**
 * HtapCellIcon:
 * @name: (nullable): a symbolic icon, or none
 * @color: (nullable): a colour that the style sheet defines; %NULL for that of the text
 *
 * A symbolic icon that a cell draws itself. Both strings are static.
 */
typedef struct {
  const char *name;
  const char *color;
} HtapCellIcon;

gboolean htap_cell_icon_equal    (HtapCellIcon        one,
                                  HtapCellIcon        other);
void     htap_cell_icon_snapshot (const HtapCellIcon *self,
                                  GtkWidget          *widget,
                                  GtkSnapshot        *snapshot,
                                  int                 x);

G_END_DECLS
