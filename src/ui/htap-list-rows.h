/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell.h"

G_BEGIN_DECLS

GtkWidget *htap_list_rows_get_list (GtkColumnView *view);
GtkWidget *htap_list_rows_get_first (GtkColumnView *view);
GtkWidget *htap_list_rows_find (GtkColumnView *view, guint position);
HtapCell *htap_list_rows_find_cell (GtkWidget *row, const HtapField *field);
HtapCell *htap_list_rows_find_cell_at (GtkColumnView *view, double x, double y);
GtkWidget *htap_list_rows_get_row (HtapCell *cell);
GArray *htap_list_rows_dup_columns (GtkWidget *row);

void htap_list_rows_select (GtkWidget *row, guint position, gboolean modify, gboolean extend);
void htap_list_rows_scroll_to (GtkColumnView *view, guint position);
void htap_list_rows_move_cursor (GtkColumnView *view, guint position);

G_END_DECLS
