/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-sort.h"

#include "htap-column-sorter.h"
#include "htap-gradual-selection.h"
#include "htap-list-test.h"

typedef struct
{
  GListStore *store;
  GtkColumnView *view;
  HtapColumnSet *columns;
  HtapInstanceChain *chain;
  HtapListSort *sort;
  guint n_changes;
} Fixture;

static void
on_changed (HtapListSort *sort, Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkSelectionModel) rows = NULL;
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");

  fixture->store = htap_list_test_crowd (source, 3);
  fixture->view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  fixture->columns = htap_column_set_new (fixture->view);
  fixture->chain = htap_instance_chain_new (G_LIST_MODEL (fixture->store));
  rows = htap_gradual_selection_new (htap_instance_chain_get_selection (fixture->chain));
  gtk_column_view_set_model (fixture->view, rows);
  htap_instance_chain_set_sort (fixture->chain, HTAP_FIELD_NAME, TRUE);
  fixture->sort = htap_list_sort_new (fixture->view, fixture->columns, fixture->chain);
  g_signal_connect (fixture->sort, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->sort);
  g_assert_finalize_object (fixture->columns);
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->chain);
  g_assert_finalize_object (fixture->store);
}

/* The order of the list, and the arrow in the header. */
static void
assert_sort (Fixture *fixture, HtapFieldIndex expected, gboolean expected_descending)
{
  gboolean descending;
  const HtapField *arrow;

  g_assert_cmpint (htap_instance_chain_get_sort (fixture->chain, &descending), ==, expected);
  g_assert_cmpint (descending, ==, expected_descending);
  arrow = htap_column_sorter_find_primary (gtk_column_view_get_sorter (fixture->view), &descending);
  g_assert_true (arrow == htap_field_get (expected));
  g_assert_cmpint (descending, ==, expected_descending);
}

/* The order was there first: the header shows it, and nobody has changed it. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  assert_sort (fixture, HTAP_FIELD_NAME, TRUE);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* One change each time there is one, though GTK takes two steps. */
static void
test_set (Fixture *fixture, gconstpointer data)
{
  htap_list_sort_set (fixture->sort, HTAP_FIELD_DATA_VIP, FALSE);
  assert_sort (fixture, HTAP_FIELD_DATA_VIP, FALSE);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  htap_list_sort_set (fixture->sort, HTAP_FIELD_DATA_VIP, FALSE);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  htap_list_sort_set (fixture->sort, HTAP_FIELD_DATA_VIP, TRUE);
  assert_sort (fixture, HTAP_FIELD_DATA_VIP, TRUE);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

/* What a click on a header does. No order at all is no choice. */
static void
test_header (Fixture *fixture, gconstpointer data)
{
  gboolean descending;

  gtk_column_view_sort_by_column (fixture->view, NULL, GTK_SORT_ASCENDING);
  g_assert_cmpint (htap_instance_chain_get_sort (fixture->chain, &descending), ==, HTAP_FIELD_NAME);
  g_assert_true (descending);
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  gtk_column_view_sort_by_column (
      fixture->view, htap_column_set_get_column (fixture->columns, HTAP_FIELD_CREATE_AT),
      GTK_SORT_ASCENDING);
  assert_sort (fixture, HTAP_FIELD_CREATE_AT, FALSE);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autofree char *field = NULL;
  GtkSortType direction;

  g_object_set (fixture->sort, "field", "data_vip", NULL);
  assert_sort (fixture, HTAP_FIELD_DATA_VIP, TRUE);
  g_object_set (fixture->sort, "direction", GTK_SORT_ASCENDING, NULL);
  assert_sort (fixture, HTAP_FIELD_DATA_VIP, FALSE);
  g_object_set (fixture->sort, "field", "nonsense", NULL);
  assert_sort (fixture, HTAP_FIELD_DATA_VIP, FALSE);

  g_object_get (fixture->sort, "field", &field, "direction", &direction, NULL);
  g_assert_cmpstr (field, ==, "data_vip");
  g_assert_cmpint (direction, ==, GTK_SORT_ASCENDING);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/list-sort/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  ADD_TEST ("start", test_start);
  ADD_TEST ("set", test_set);
  ADD_TEST ("header", test_header);
  ADD_TEST ("properties", test_properties);

  return g_test_run ();
}
