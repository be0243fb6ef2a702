/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-row.h"

#include "htap-widget-test.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)

typedef struct
{
  HtapInventory *inventory;
  HtapSource *source;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", "cn-north-4:ain07");
  fixture->source = htap_window_test_get_source (fixture->inventory, 0);
  fixture->row = g_object_ref_sink (htap_source_row_new (fixture->source));
  htap_source_row_set_filled (HTAP_SOURCE_ROW (fixture->row), TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->inventory);
}

/* @count: NULL if none is shown */
static void
assert_row (Fixture *fixture, const char *name, const char *count, const char *described)
{
  g_autoptr (GPtrArray) images = htap_widget_test_find_all (fixture->row, GTK_TYPE_IMAGE);

  g_assert_true (htap_widget_test_shows (fixture->row, name));
  g_assert_true (htap_widget_test_shows (fixture->row, count != NULL ? count : ""));
  gtk_test_accessible_assert_property (fixture->row, GTK_ACCESSIBLE_PROPERTY_LABEL, described);
  g_assert_cmpint (images->len > 0 && gtk_widget_get_visible (images->pdata[0]), ==,
                   htap_source_get_error (fixture->source) != NULL);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_assert_true (htap_source_row_get_source (HTAP_SOURCE_ROW (fixture->row)) == fixture->source);
  assert_row (fixture, "ain07", NULL, "ain07");

  htap_source_set_taurus_name (fixture->source, "taurus-orders");
  assert_row (fixture, "taurus-orders", NULL, "taurus-orders");

  htap_window_test_answer (fixture->inventory, fixture->source, NOW, "normal");
  assert_row (fixture, "taurus-orders", "1", "taurus-orders: 1 HTAP instance");
  htap_window_test_answer (fixture->inventory, fixture->source, NOW, "normal normal");
  assert_row (fixture, "taurus-orders", "2", "taurus-orders: 2 HTAP instances");

  htap_window_test_fail (fixture->source, HTAP_ERROR_TIMEOUT);
  assert_row (fixture, "taurus-orders", NULL, "taurus-orders: could not be read");
  gtk_test_accessible_assert_property (fixture->row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "ain07 · 2 of 10 HTAP instances");

  htap_window_test_answer (fixture->inventory, fixture->source, NOW, "");
  assert_row (fixture, "taurus-orders", "0", "taurus-orders: 0 HTAP instances");
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  htap_source_set_taurus_name (fixture->source, "<b>&%s");
  htap_window_test_answer (fixture->inventory, fixture->source, NOW, "normal");
  assert_row (fixture, "<b>&%s", "1", "<b>&%s: 1 HTAP instance");
}

/* It follows its source, and is what it is to assistants, also while nothing is in it. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  HtapSourceRow *row = HTAP_SOURCE_ROW (fixture->row);

  htap_window_test_fail (fixture->source, HTAP_ERROR_TIMEOUT);
  htap_source_row_set_filled (row, FALSE);
  g_assert_null (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  gtk_test_accessible_assert_property (fixture->row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "ain07: could not be read");

  htap_source_set_taurus_name (fixture->source, "taurus-orders");
  htap_window_test_answer (fixture->inventory, fixture->source, NOW, "normal");
  gtk_test_accessible_assert_property (fixture->row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "taurus-orders: 1 HTAP instance");
  htap_window_test_fail (fixture->source, HTAP_ERROR_TIMEOUT);

  htap_source_row_set_filled (row, TRUE);
  assert_row (fixture, "taurus-orders", NULL, "taurus-orders: could not be read");
}

/* A source may outlive its row, and change. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (fixture->row));
  htap_source_set_taurus_name (fixture->source, "taurus-orders");
  htap_window_test_answer (fixture->inventory, fixture->source, NOW, "normal");
}

static void
test_all (void)
{
  GtkWidget *row = g_object_ref_sink (htap_source_row_new_for_all ());

  g_assert_null (htap_source_row_get_source (HTAP_SOURCE_ROW (row)));
  htap_source_row_set_count (HTAP_SOURCE_ROW (row), 9);
  g_assert_true (htap_widget_test_shows (row, "All Instances"));
  g_assert_true (htap_widget_test_shows (row, "9"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "All Instances: 9 HTAP instances");
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/source-row/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/source-row/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/source-row/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/source-row/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add_func ("/source-row/all", test_all);

  return g_test_run ();
}
