/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-sorter.h"

#include "htap-column.h"
#include "htap-list-test.h"

static void
assert_primary (GtkColumnView *view, int field, gboolean descending)
{
  gboolean is_descending;
  const HtapField *primary =
      htap_column_sorter_find_primary (gtk_column_view_get_sorter (view), &is_descending);

  g_assert_cmpint (primary != NULL ? (int) htap_field_get_index (primary) : -1, ==, field);
  g_assert_cmpint (is_descending, ==, descending);
}

static void
test_find_primary (void)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  g_autoptr (GtkColumnViewColumn) name = htap_column_new (htap_field_get (HTAP_FIELD_NAME));
  g_autoptr (GtkColumnViewColumn) port = htap_column_new (htap_field_get (HTAP_FIELD_PORT));

  gtk_column_view_append_column (view, name);
  gtk_column_view_append_column (view, port);

  assert_primary (view, -1, FALSE);
  gtk_column_view_sort_by_column (view, port, GTK_SORT_ASCENDING);
  assert_primary (view, HTAP_FIELD_PORT, FALSE);
  gtk_column_view_sort_by_column (view, name, GTK_SORT_DESCENDING);
  assert_primary (view, HTAP_FIELD_NAME, TRUE);
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  assert_primary (view, -1, FALSE);

  g_assert_finalize_object (view);
}

static void
test_compare (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) two = htap_list_test_instance (source, "0in17", "n-2", NULL, "normal");
  g_autoptr (HtapInstance) ten = htap_list_test_instance (source, "1in17", "n-10", NULL, "normal");
  g_autoptr (GtkSorter) sorter = htap_column_sorter_new (htap_field_get (HTAP_FIELD_NAME));

  g_assert_cmpint (gtk_sorter_compare (sorter, two, ten), ==, GTK_ORDERING_SMALLER);
  g_assert_cmpint (gtk_sorter_compare (sorter, ten, two), ==, GTK_ORDERING_LARGER);
  g_assert_cmpint (gtk_sorter_compare (sorter, ten, ten), ==, GTK_ORDERING_EQUAL);
}

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add_func ("/column-sorter/find-primary", test_find_primary);
  g_test_add_func ("/column-sorter/compare", test_compare);

  return g_test_run ();
}
