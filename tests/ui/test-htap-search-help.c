/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-help.h"

#include "htap-widget-test.h"

static void
test_forms (void)
{
  GtkWidget *button = htap_search_help_new ();
  HtapTestWindow *window = htap_test_window_new (button, 500, 700);
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *popover;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What the search understands");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  htap_widget_test_settle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  rows = htap_widget_test_find_all (popover, GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_cmpuint (rows->len, ==, 11);
  g_assert_true (htap_widget_test_shows (popover, "tag:env=prod"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (rows->pdata[0]),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "htap prod: Both words, in any field");
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (gtk_widget_get_focusable (rows->pdata[i]));
  htap_widget_test_screenshot (window, "search-help");
  htap_test_window_free (window);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/search-help/forms", test_forms);

  return g_test_run ();
}
