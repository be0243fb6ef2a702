/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-header.h"

#include "htap-column.h"
#include "htap-instance-view.h"
#include "htap-list-test.h"

static GtkColumnViewColumn *
find_column (GtkColumnView *view, HtapFieldIndex field)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (htap_column_get_field (column) == htap_field_get (field))
        return column; /* the view keeps it */
    }

  g_assert_not_reached ();
}

static void
test_titles (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 3);
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window = htap_list_test_window (view, 1100, 200);
  GtkColumnView *columns = htap_list_test_get_columns (view);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      GtkColumnViewColumn *column = find_column (columns, i);
      GtkWidget *title = htap_column_header_find_title (columns, column);

      g_assert_nonnull (title);
      gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
      gtk_test_accessible_assert_property (title, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           htap_field_get_label (htap_field_get (i)));
    }

  htap_list_test_close (window);
}

static void
test_fit (void)
{
  const char *name = "a name that is a good deal longer than its column";
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 3);
  g_autoptr (HtapInstance) instance =
      htap_list_test_instance (source, "9in17", name, "10.0.0.1", "normal");
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window = htap_list_test_window (view, 1100, 200);
  GtkColumnView *columns = htap_list_test_get_columns (view);
  GtkColumnViewColumn *column = find_column (columns, HTAP_FIELD_NAME);
  HtapCell *cell;
  int width;

  g_list_store_append (store, instance);
  htap_list_test_settle (window);

  /* What a double click on the border does. */
  gtk_column_view_column_set_fixed_width (column, -1);
  htap_list_test_settle (window);

  width = gtk_column_view_column_get_fixed_width (column);
  cell = htap_list_test_get_cell (view, 0, HTAP_FIELD_NAME);
  g_assert_cmpint (width, >, htap_column_get_default_width (htap_field_get (HTAP_FIELD_NAME)));
  g_assert_cmpstr (htap_list_test_get_text (cell), ==, name);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (cell)), >=, htap_cell_measure_text (cell));
  g_assert_cmpint (width, <, htap_cell_measure_text (cell) + 40);

  htap_list_test_close (window);
}

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add_func ("/column-header/titles", test_titles);
  g_test_add_func ("/column-header/fit", test_fit);

  return g_test_run ();
}
