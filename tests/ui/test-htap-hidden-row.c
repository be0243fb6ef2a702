/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-hidden-row.h"

#include "htap-widget-test.h"

static GtkWidget *
new_row (HtapProfile *profile)
{
  g_autoptr (HtapRegionalId) taurus = htap_regional_id_new ("cn-north-4", "1in07");

  return g_object_ref_sink (htap_hidden_row_new (profile, taurus));
}

static HtapTaurus *
new_taurus (const char *name)
{
  HtapTaurus *taurus = htap_taurus_new ();

  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ID, "1in07");
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_NAME, name);

  return taurus;
}

static GtkWidget *
find_button (GtkWidget *row)
{
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (row, GTK_TYPE_BUTTON);

  g_assert_cmpuint (buttons->len, ==, 1);

  return buttons->pdata[0];
}

/* By its id until its name is known; said in words to who does not see that it is pale. */
static void
test_name (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapTaurus) taurus = new_taurus ("<b>orders</b>");
  GtkWidget *row = new_row (profile);
  g_autofree char *by_id = g_strdup (htap_hidden_row_get_sort_key (HTAP_HIDDEN_ROW (row)));

  g_assert_true (htap_widget_test_shows (row, "1in07"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "1in07: hidden");

  htap_hidden_row_set_taurus (HTAP_HIDDEN_ROW (row), taurus);
  g_assert_true (htap_widget_test_shows (row, "<b>orders</b>"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "<b>orders</b>: hidden");
  gtk_test_accessible_assert_property (find_button (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Show <b>orders</b>");
  g_assert_cmpstr (htap_hidden_row_get_sort_key (HTAP_HIDDEN_ROW (row)), !=, by_id);
  g_assert_cmpstr (htap_source_get_taurus_name (htap_hidden_row_get_source (HTAP_HIDDEN_ROW (row))),
                   ==, "<b>orders</b>");
  g_assert_finalize_object (row);
}

static void
test_show (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  GtkWidget *row = new_row (profile);
  GtkActionable *button = GTK_ACTIONABLE (find_button (row));
  const char *uuid, *region, *id;

  g_assert_cmpstr (gtk_actionable_get_action_name (button), ==, "win.show-taurus");
  g_variant_get (gtk_actionable_get_action_target_value (button), "(&s&s&s)", &uuid, &region, &id);
  g_assert_cmpstr (uuid, ==, htap_profile_get_uuid (profile));
  g_assert_cmpstr (region, ==, "cn-north-4");
  g_assert_cmpstr (id, ==, "1in07");
  g_assert_true (gtk_widget_get_focusable (row));
  g_assert_false (gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (row)));
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/hidden-row/name", test_name);
  g_test_add_func ("/hidden-row/show", test_show);

  return g_test_run ();
}
