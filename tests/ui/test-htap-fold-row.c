/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fold-row.h"

#include "htap-widget-test.h"

static void
count (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_count (void)
{
  GtkWidget *row = g_object_ref_sink (htap_fold_row_new (HTAP_FOLD_EMPTY));

  htap_fold_row_set_count (HTAP_FOLD_ROW (row), 12);
  g_assert_true (htap_widget_test_shows (row, "12 without HTAP"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "12 TaurusDB instances without HTAP instances");
  htap_fold_row_set_count (HTAP_FOLD_ROW (row), 1);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 TaurusDB instance without HTAP instances");
  g_assert_false (gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (row)));
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_finalize_object (row);
}

static void
test_hidden (void)
{
  GtkWidget *row = g_object_ref_sink (htap_fold_row_new (HTAP_FOLD_HIDDEN));

  htap_fold_row_set_count (HTAP_FOLD_ROW (row), 2);
  g_assert_true (htap_widget_test_shows (row, "2 hidden"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2 hidden TaurusDB instances");
  g_assert_finalize_object (row);
}

/* By more than its arrow. */
static void
test_open (void)
{
  GtkWidget *row = g_object_ref_sink (htap_fold_row_new (HTAP_FOLD_EMPTY));
  guint n_notified = 0;

  g_signal_connect_swapped (row, "notify::open", G_CALLBACK (count), &n_notified);
  g_assert_false (htap_fold_row_get_open (HTAP_FOLD_ROW (row)));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  htap_fold_row_set_open (HTAP_FOLD_ROW (row), TRUE);
  htap_fold_row_set_open (HTAP_FOLD_ROW (row), TRUE);
  g_assert_true (htap_fold_row_get_open (HTAP_FOLD_ROW (row)));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/fold-row/count", test_count);
  g_test_add_func ("/fold-row/hidden", test_hidden);
  g_test_add_func ("/fold-row/open", test_open);

  return g_test_run ();
}
