/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-rows.h"

#include "htap-gradual-selection.h"

/**
 * htap_list_rows_get_list:
 *
 * Returns: (transfer none): the list inside @view, whose children are the rows; it has the actions
 *   `list.scroll-to-item` and `list.select-item`
 */
GtkWidget *
htap_list_rows_get_list (GtkColumnView *view)
{
  return gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (view)));
}

/**
 * htap_list_rows_get_first:
 *
 * Returns: (transfer none) (nullable): the first row that has a widget
 */
GtkWidget *
htap_list_rows_get_first (GtkColumnView *view)
{
  return gtk_widget_get_first_child (htap_list_rows_get_list (view));
}

/**
 * htap_list_rows_find_cell:
 * @row: a row of the list
 * @field: (nullable): the cell's field; %NULL for any
 *
 * Returns: (transfer none) (nullable): %NULL if no such column is shown
 */
HtapCell *
htap_list_rows_find_cell (GtkWidget *row, const HtapField *field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = gtk_widget_get_first_child (child);

      if (HTAP_IS_CELL (cell) && (field == NULL || htap_cell_get_field (HTAP_CELL (cell)) == field))
        return HTAP_CELL (cell);
    }

  return NULL;
}

/**
 * htap_list_rows_find_cell_at:
 * @x: in @view's coordinates
 * @y: in @view's coordinates
 *
 * Returns: (transfer none) (nullable): the cell there, its padding included; %NULL over the header
 *   and where there is no row
 */
HtapCell *
htap_list_rows_find_cell_at (GtkColumnView *view, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell;

  if (picked == NULL)
    return NULL;

  cell = gtk_widget_get_ancestor (picked, HTAP_TYPE_CELL);
  if (cell == NULL)
    cell = gtk_widget_get_first_child (picked);

  return HTAP_IS_CELL (cell) ? HTAP_CELL (cell) : NULL;
}

/**
 * htap_list_rows_find:
 *
 * Returns: (transfer none) (nullable): the row at @position; %NULL if it is too far from what is on
 *   the screen to have a widget
 */
GtkWidget *
htap_list_rows_find (GtkColumnView *view, guint position)
{
  for (GtkWidget *row = htap_list_rows_get_first (view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      HtapCell *cell = htap_list_rows_find_cell (row, NULL);

      if (cell != NULL && htap_cell_get_position (cell) == position)
        return row;
    }

  return NULL;
}

/**
 * htap_list_rows_get_row:
 *
 * Returns: (transfer none): the row that @cell is in
 */
GtkWidget *
htap_list_rows_get_row (HtapCell *cell)
{
  return gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (cell)));
}

/**
 * htap_list_rows_dup_columns:
 * @row: a row of the list
 *
 * Returns: (transfer full) (element-type HtapFieldIndex): the columns that are shown, in order
 */
GArray *
htap_list_rows_dup_columns (GtkWidget *row)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (HtapFieldIndex));

  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = gtk_widget_get_first_child (child);
      HtapFieldIndex index;

      if (!HTAP_IS_CELL (cell))
        continue;
      index = htap_field_get_index (htap_cell_get_field (HTAP_CELL (cell)));
      g_array_append_val (columns, index);
    }

  return columns;
}

/**
 * htap_list_rows_select:
 * @row: a row of the list
 * @position: its position
 * @modify: keep the others selected, and unselect it if it is selected
 * @extend: select the range since the last one
 *
 * Selects as a click does: the keyboard goes on from there.
 */
void
htap_list_rows_select (GtkWidget *row, guint position, gboolean modify, gboolean extend)
{
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "list.select-item", "(ubb)", position, modify, extend);
}

/**
 * htap_list_rows_scroll_to:
 * @position: of an item that is in the list, or will be once all rows are made
 */
void
htap_list_rows_scroll_to (GtkColumnView *view, guint position)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (model)) &&
      HTAP_IS_GRADUAL_SELECTION (model))
    htap_gradual_selection_complete (HTAP_GRADUAL_SELECTION (model));
  gtk_widget_activate_action (htap_list_rows_get_list (view), "list.scroll-to-item", "u", position);
}

/**
 * htap_list_rows_move_cursor:
 *
 * Selects the row at @position alone and moves keyboard and scroll position to it, which selecting
 * in the model does not.
 */
void
htap_list_rows_move_cursor (GtkColumnView *view, guint position)
{
  GtkWidget *row;

  /* This also makes the row's widget. */
  htap_list_rows_scroll_to (view, position);

  row = htap_list_rows_find (view, position);
  if (row != NULL)
    htap_list_rows_select (row, position, FALSE, FALSE);
  else
    gtk_selection_model_select_item (gtk_column_view_get_model (view), position, TRUE);
}
