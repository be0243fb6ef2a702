/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-region-row.h"

#include "htap-region.h"
#include "htap-widget-test.h"

/* In a group, as every row. */
static HtapTestWindow *
show (HtapRegionRow *row)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));

  return htap_test_window_new (group, 500, 200);
}

static void
test_choice (void)
{
  HtapRegionRow *row = HTAP_REGION_ROW (htap_region_row_new ());
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = show (row);
  guint n_regions;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  /* The first that offers HTAP is chosen already. */
  g_assert_cmpstr (htap_region_row_get_region (row), ==, regions[0].id);
  for (guint i = 0; i < n_regions; i++)
    {
      htap_region_row_set_region (row, regions[i].id);
      g_assert_cmpstr (htap_region_row_get_region (row), ==, regions[i].id);
    }
}

static void
assert_named (HtapRegionRow *row, const char *chosen)
{
  gtk_test_accessible_assert_property (GTK_WIDGET (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Region");
  gtk_test_accessible_assert_property (GTK_WIDGET (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       chosen);
}

static void
test_other (void)
{
  HtapRegionRow *row = HTAP_REGION_ROW (htap_region_row_new ());
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = show (row);

  htap_region_row_set_region (row, "my-cloud-1");
  g_assert_null (htap_region_row_get_region (row));
  assert_named (row, "Other…");

  htap_region_row_set_region (row, "cn-north-4");
  assert_named (row, "CN North-Beijing4 (cn-north-4)");
  htap_region_row_set_region (row, NULL);
  g_assert_null (htap_region_row_get_region (row));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/region-row/choice", test_choice);
  g_test_add_func ("/region-row/other", test_other);

  return g_test_run ();
}
