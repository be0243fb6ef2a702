/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-late-menu.h"

#include "htap-widget-test.h"

static gboolean
is_open (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

/* The first time and the next; the menu is made once, and follows what it is made of. */
static void
test_open (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED =
      htap_test_window_new (GTK_WIDGET (button), 400, 200);
  GtkPopover *popover;

  g_menu_append (menu, "New Window", "app.new-window");
  gtk_menu_button_set_primary (button, TRUE);
  g_assert_false (gtk_widget_get_sensitive (gtk_widget_get_first_child (GTK_WIDGET (button))));
  htap_late_menu_give (button, G_MENU_MODEL (menu));
  g_assert_true (gtk_widget_get_sensitive (gtk_widget_get_first_child (GTK_WIDGET (button))));
  g_assert_null (gtk_menu_button_get_popover (button));

  gtk_menu_button_popup (button);
  htap_widget_test_settle ();
  g_assert_true (is_open (button));
  popover = gtk_menu_button_get_popover (button);
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (popover), "New Window"));

  gtk_menu_button_popdown (button);
  htap_widget_test_settle ();
  g_assert_false (is_open (button));
  g_menu_append (menu, "Quit", "app.quit");
  gtk_menu_button_popup (button);
  htap_widget_test_settle ();
  g_assert_true (is_open (button));
  g_assert_true (gtk_menu_button_get_popover (button) == popover);
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (popover), "Quit"));
}

/* Nothing keeps a menu that nobody opened. */
static void
test_unopened (void)
{
  GMenu *menu = g_menu_new ();
  GtkWidget *button = g_object_ref_sink (gtk_menu_button_new ());

  htap_late_menu_give (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  g_object_unref (button);
  g_assert_finalize_object (menu);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/late-menu/open", test_open);
  g_test_add_func ("/late-menu/unopened", test_unopened);

  return g_test_run ();
}
