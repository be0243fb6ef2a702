/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-type-ahead.h"

#include "htap-instance-view.h"
#include "htap-list-test.h"

static void
on_typing (HtapInstanceView *view, GtkSearchBar *bar)
{
  gtk_search_bar_set_search_mode (bar, TRUE);
}

static void
test_typing (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 5);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_search_bar_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window;

  gtk_search_bar_set_child (GTK_SEARCH_BAR (bar), entry);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), view);
  gtk_widget_set_vexpand (view, TRUE);
  htap_instance_view_set_search_entry (HTAP_INSTANCE_VIEW (view), GTK_EDITABLE (entry));
  g_signal_connect (view, "typing", G_CALLBACK (on_typing), bar);
  window = htap_list_test_window (box, 1100, 500);

  /* Keys of the list and chords stay where they are. */
  htap_instance_view_move_cursor (HTAP_INSTANCE_VIEW (view), 1);
  htap_list_test_xdotool (window, "key Down key space key ctrl+k");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));

  /* The first letter brings the entry, and the rest follows. */
  htap_list_test_xdotool (window, "key h");
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "h");
  htap_list_test_xdotool (window, "type tap");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "htap");

  /* Back in the list, typing goes on where it ended. */
  gtk_widget_grab_focus (view);
  htap_list_test_xdotool (window, "key minus key 2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "htap-2");

  htap_list_test_close (window);
}

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add_func ("/type-ahead/typing", test_typing);

  return g_test_run ();
}
