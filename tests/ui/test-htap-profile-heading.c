/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-heading.h"

#include "htap-error.h"
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
  gtk_menu_button_popup (buttons->pdata[0]);
  g_assert_nonnull (gtk_menu_button_get_menu_model (buttons->pdata[0]));
  gtk_menu_button_popdown (buttons->pdata[0]);
  g_assert_false (gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (heading)));
}

/* Said in words; a region is not. */
static void
test_disabled (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  GtkWidget *heading;

  htap_profile_set_name (profile, "PROD");
  htap_profile_set_enabled (profile, FALSE);
  heading = g_object_ref_sink (htap_profile_heading_new (profile, NULL));
  g_assert_true (htap_widget_test_shows (heading, "PROD · Disabled"));
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL, "PROD · Disabled");
  g_object_unref (heading);
}

/* While it looks, and when it fails. */
static void
test_discovery (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapDiscovery) discovery = htap_discovery_new (profile, "cn-north-4", "p");
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, HTAP_ERROR_FORBIDDEN, "403");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (GPtrArray) spinners = NULL;
  GtkWidget *heading;

  htap_profile_set_name (profile, "PROD");
  heading = g_object_ref_sink (htap_profile_heading_new (profile, "cn-north-4"));
  htap_profile_heading_follow (HTAP_PROFILE_HEADING (heading), discovery);
  buttons = htap_widget_test_find_all (heading, GTK_TYPE_BUTTON);
  spinners = htap_widget_test_find_all (heading, GTK_TYPE_SPINNER);
  g_assert_false (gtk_widget_get_visible (buttons->pdata[0]));

  htap_discovery_begin (discovery);
  g_assert_true (gtk_spinner_get_spinning (spinners->pdata[0]));
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "PROD · CN North-Beijing4: looking for TaurusDB instances");
  htap_discovery_fail (discovery, error);
  g_assert_false (gtk_widget_get_visible (spinners->pdata[0]));
  g_assert_true (gtk_widget_get_visible (buttons->pdata[0]));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (buttons->pdata[0])), ==,
                   "win.refresh-profile");
  gtk_test_accessible_assert_property (
      heading, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "PROD · CN North-Beijing4: TaurusDB instances could not be listed");

  htap_discovery_succeed (discovery, 1000, none, TRUE);
  g_assert_false (gtk_widget_get_visible (buttons->pdata[0]));
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "PROD · CN North-Beijing4");
  g_assert_finalize_object (heading);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/profile-heading/heading", test_heading);
  g_test_add_func ("/profile-heading/discovery", test_discovery);
  g_test_add_func ("/profile-heading/disabled", test_disabled);

  return g_test_run ();
}
