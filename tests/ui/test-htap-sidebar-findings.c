/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar-findings.h"

#include "htap-findings.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

static void
assert_count (GtkWidget *row, HtapInventory *inventory, HtapSeverity severity)
{
  HtapFindings *findings = htap_inventory_get_findings (inventory);
  g_autofree char *text = g_strdup_printf ("%u", htap_findings_get_count (findings, severity));

  g_assert_true (htap_widget_test_shows (row, text));
}

/* Numbers beside pictures for the eyes, words for the ears; a severity that nothing has is not
 * there. */
static void
test_follows (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = htap_sidebar_findings_new (inventory);
  g_autoptr (HtapTestWindow) window = NULL;
  HtapSource *source;

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = htap_test_window_new (list, 300, 100);
  g_assert_true (htap_widget_test_shows (row, "Findings"));
  g_assert_false (htap_widget_test_shows (row, "0"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Findings: 0 errors, 0 warnings, 0 notes");

  htap_window_test_set_profile (inventory, "PROD", "cn-north-4:p", "cn-north-4:ain07");
  source = htap_window_test_get_source (inventory, 0);
  htap_window_test_answer (inventory, source, g_get_real_time () / G_USEC_PER_SEC,
                           "abnormal abnormal odd");
  htap_widget_test_settle ();
  g_assert_cmpuint (
      htap_findings_get_count (htap_inventory_get_findings (inventory), HTAP_SEVERITY_ERROR), ==,
      2);
  assert_count (row, inventory, HTAP_SEVERITY_ERROR);
  assert_count (row, inventory, HTAP_SEVERITY_WARNING);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Findings: 2 errors, 1 warning, 0 notes");
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/sidebar-findings/follows", test_follows);

  return g_test_run ();
}
