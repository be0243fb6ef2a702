/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-heading.h"

#include "htap-widget-test.h"

static void
test_heading (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (HtapTestWindow) window = NULL;
  g_autoptr (GPtrArray) buttons = NULL;
  GtkWidget *heading;

  htap_profile_set_name (profile, "<b>& PROD");
  heading = htap_profile_heading_new (profile, "cn-north-4");
  gtk_list_box_append (GTK_LIST_BOX (list), heading);
  window = htap_test_window_new (list, 400, 200);

  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "<b>& PROD · CN North-Beijing4");
  buttons = htap_widget_test_find_all (heading, GTK_TYPE_MENU_BUTTON);
  gtk_test_accessible_assert_property (buttons->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Menu of profile <b>& PROD");
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (buttons->pdata[0])),
                   ==, 3);
  g_assert_false (gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (heading)));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/profile-heading/heading", test_heading);

  return g_test_run ();
}
