/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-header.h"

#include "htap-widget-test.h"
#include "htap-window-test.h"

static GtkWidget *
find_button (GtkWidget *header, const char *name)
{
  GtkWidget *button = htap_window_test_find_button (header, name);

  g_assert_nonnull (button);

  return button;
}

static void
test_header (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *search_bar = g_object_ref_sink (gtk_search_bar_new ());
  GtkWidget *header = htap_list_header_new (G_MENU_MODEL (menu), GTK_SEARCH_BAR (search_bar));
  GtkMenuButton *menu_button;
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = htap_test_window_new (header, 800, 200);

  htap_list_header_set_title (HTAP_LIST_HEADER (header), "taurus-<b>&\x1b", "9 instances");
  g_assert_true (htap_widget_test_shows (header, "9 instances"));
  g_assert_false (htap_widget_test_shows (header, "taurus-<b>&\x1b"));

  /* Its widgets are made when somebody opens it. */
  menu_button = GTK_MENU_BUTTON (find_button (header, "Main Menu"));
  g_assert_null (gtk_menu_button_get_menu_model (menu_button));
  gtk_menu_button_popup (menu_button);
  g_assert_true (gtk_menu_button_get_menu_model (menu_button) == G_MENU_MODEL (menu));
  gtk_menu_button_popdown (menu_button);
  g_assert_true (find_button (header, "View") ==
                 GTK_WIDGET (htap_list_header_get_view_button (HTAP_LIST_HEADER (header))));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (header, "Search")), TRUE);
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (search_bar)));
  g_object_unref (search_bar);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/list-header/header", test_header);

  return g_test_run ();
}
