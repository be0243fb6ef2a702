/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-order.h"

#include "htap-column.h"

static GArray *
dup_order (GtkColumnView *view, gboolean hidden)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (HtapFieldIndex));
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      HtapFieldIndex field = htap_field_get_index (htap_column_get_field (column));

      if (hidden || gtk_column_view_column_get_visible (column))
        g_array_append_val (fields, field);
    }

  return fields;
}

/**
 * htap_column_order_dup:
 * @view: has columns that htap_column_new() made
 *
 * Returns: (transfer full) (element-type HtapFieldIndex): all of them
 */
GArray *
htap_column_order_dup (GtkColumnView *view)
{
  return dup_order (view, TRUE);
}

/**
 * htap_column_order_dup_visible:
 * @view: has columns that htap_column_new() made
 *
 * Returns: (transfer full) (element-type HtapFieldIndex): what is on the screen
 */
GArray *
htap_column_order_dup_visible (GtkColumnView *view)
{
  return dup_order (view, FALSE);
}

/**
 * htap_column_order_move:
 * @column: one of @view
 * @place: where it shall stand, from 0
 *
 * Returns: whether it stood elsewhere
 */
gboolean
htap_column_order_move (GtkColumnView *view, GtkColumnViewColumn *column, guint place)
{
  g_autoptr (GtkColumnViewColumn) present =
      g_list_model_get_item (gtk_column_view_get_columns (view), place);

  if (present == column)
    return FALSE;

  gtk_column_view_insert_column (view, place, column);

  return TRUE;
}
