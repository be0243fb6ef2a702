/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings-status.h"

#include "htap-source.h"
#include "htap-widget-test.h"

#define NOW G_GINT64_CONSTANT (1711094400)

/* One that is old is enough for nobody to know. */
static void
test_fresh (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) one = htap_source_new (profile, "cn-north-4", "p", "t1");
  g_autoptr (HtapSource) other = htap_source_new (profile, "cn-north-4", "p", "t2");
  g_autoptr (GListStore) sources = g_list_store_new (HTAP_TYPE_SOURCE);
  AdwStatusPage *page = g_object_ref_sink (ADW_STATUS_PAGE (adw_status_page_new ()));

  htap_findings_status_show (page, G_LIST_MODEL (sources));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Not Everything Is Read");

  htap_source_succeed (one, NOW, 0, 10, 0, NULL);
  htap_source_succeed (other, NOW, 0, 10, 0, NULL);
  g_list_store_append (sources, one);
  g_list_store_append (sources, other);
  htap_findings_status_show (page, G_LIST_MODEL (sources));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Nothing Needs Attention");

  htap_source_tick (other, NOW + HTAP_SOURCE_STALE_AFTER);
  htap_findings_status_show (page, G_LIST_MODEL (sources));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Not Everything Is Read");
  g_object_unref (page);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/findings-status/fresh", test_fresh);

  return g_test_run ();
}
