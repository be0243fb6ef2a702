/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-failure-row.h"

#include "htap-widget-test.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)

static void
test_follows (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autoptr (HtapTestWindow) window = NULL;
  GtkWidget *list = gtk_list_box_new ();
  HtapSource *source;
  GtkWidget *row;

  htap_window_test_set_profile (inventory, "PROD", "cn-north-4:23a5", "cn-north-4:ain07");
  source = htap_window_test_get_source (inventory, 0);
  htap_source_set_taurus_name (source, "taurus-<b>&");
  htap_window_test_fail (source, HTAP_ERROR_TIMEOUT);
  row = htap_failure_row_new (inventory, source);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = htap_test_window_new (list, 500, 200);

  g_assert_true (htap_failure_row_get_source (HTAP_FAILURE_ROW (row)) == source);
  g_assert_true (htap_widget_test_shows (row, "taurus-<b>&"));
  g_assert_null (htap_window_test_find_button (row, "Unlock"));
  g_assert_true (gtk_widget_get_sensitive (htap_window_test_find_button (row, "Try Again")));

  htap_source_begin (source);
  g_assert_false (gtk_widget_get_sensitive (htap_window_test_find_button (row, "Try Again")));

  /* Another reason, another way out. */
  htap_window_test_fail (source, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_true (htap_widget_test_shows (
      row, "The keyring is locked. Unlock it to sign in; nothing was lost."));
  g_assert_nonnull (htap_window_test_find_button (row, "Unlock"));
  g_assert_true (gtk_widget_get_visible (row));

  htap_window_test_answer (inventory, source, NOW, "normal");
  g_assert_false (gtk_widget_get_visible (row));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/failure-row/follows", test_follows);

  return g_test_run ();
}
