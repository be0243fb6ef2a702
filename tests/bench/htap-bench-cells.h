/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* More rows than these GTK does not build, however many there are. */
#define HTAP_BENCH_CELLS_MOST_ROWS 205

GtkWidget *htap_bench_cells_new (GListModel *items,
                                 guint       n_columns);

G_END_DECLS
