/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-bench-cells.h"

/* As wide as a column of the program usually is. */
#define WIDTH 140

static void
on_factory_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  /* Nothing is in the cell. */
}

/**
 * htap_bench_cells_new:
 * @items: what there are rows for
 *
 * Returns: (transfer floating): a list whose cells are empty: what is left is what GTK itself takes
 */
GtkWidget *
htap_bench_cells_new (GListModel *items, guint n_columns)
{
  GtkMultiSelection *selection = gtk_multi_selection_new (g_object_ref (items));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));

  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_factory_setup), NULL);
      gtk_column_view_column_set_fixed_width (column, WIDTH);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vexpand", TRUE, "child", view, NULL);
}
