/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-header.h"

#include "htap-cell.h"
#include "htap-column.h"
#include "htap-list-rows.h"

/* GTK has no way to a column's title, so it is looked up by what it says. */
static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }

  return NULL;
}

static int
get_padding (GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, widget, &bounds))
    return 0;

  return (int) bounds.size.width - gtk_widget_get_width (widget);
}

/**
 * htap_column_header_find_title:
 *
 * Returns: (transfer none) (nullable): the widget at the head of @column
 */
GtkWidget *
htap_column_header_find_title (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));

  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *label = find_label (title);

      if (label != NULL && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)),
                                      gtk_column_view_column_get_title (column)) == 0)
        return title;
    }

  return NULL;
}

/**
 * htap_column_header_dress:
 * @view: has all its columns
 *
 * Names the titles for screen readers, which GTK does itself only since 4.12, and puts the titles
 * of numbers over the numbers.
 */
void
htap_column_header_dress (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *title = htap_column_header_find_title (view, column);
      HtapFieldKind kind = htap_field_get_kind (htap_column_get_field (column));

      if (title == NULL)
        continue;

      gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_column_view_column_get_title (column), -1);
      if (kind == HTAP_FIELD_KIND_NUMBER)
        gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
    }
}

/**
 * htap_column_header_fit:
 * @column: has no fixed width now
 *
 * Returns: the width in pixels at which neither the title nor a cell of @column is cut. Rows far
 *   from what is on the screen do not count.
 */
int
htap_column_header_fit (GtkColumnView *view, GtkColumnViewColumn *column)
{
  const HtapField *field = htap_column_get_field (column);
  GtkWidget *title = htap_column_header_find_title (view, column);
  int width = HTAP_COLUMN_MINIMUM_WIDTH;

  if (title != NULL)
    gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  for (GtkWidget *row = htap_list_rows_get_first (view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      HtapCell *cell = htap_list_rows_find_cell (row, field);

      if (cell != NULL && htap_cell_get_instance (cell) != NULL)
        width = MAX (width, htap_cell_measure_text (cell) +
                                get_padding (gtk_widget_get_parent (GTK_WIDGET (cell))));
    }

  return CLAMP (width, HTAP_COLUMN_MINIMUM_WIDTH, HTAP_COLUMN_MAXIMUM_WIDTH);
}
