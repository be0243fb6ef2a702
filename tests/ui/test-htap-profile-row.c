/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-row.h"

#include "htap-widget-test.h"

/* A name is text, whatever is in it. */
static void
test_name (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");
  g_autoptr (HtapProfile) other = htap_profile_new ("other");
  GtkWidget *row;

  htap_profile_set_name (profile, "Ops <b>&\n2");
  htap_profile_set_name (other, "PROD");
  row = g_object_ref_sink (htap_profile_row_new (profile));
  g_assert_true (htap_profile_row_get_profile (HTAP_PROFILE_ROW (row)) == profile);
  g_assert_true (htap_widget_test_shows (row, "Ops <b>& 2"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Ops <b>& 2");

  htap_profile_row_set_profile (HTAP_PROFILE_ROW (row), other);
  g_assert_true (htap_profile_row_get_profile (HTAP_PROFILE_ROW (row)) == other);
  g_assert_true (htap_widget_test_shows (row, "PROD"));
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/profile-row/name", test_name);

  return g_test_run ();
}
