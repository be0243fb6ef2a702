/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-cell.h"

#include "htap-compat.h"
#include "htap-finding-fixture.h"
#include "htap-instance-view.h"
#include "htap-list-test.h"

static HtapCellIcon
get_icon (HtapCell *cell)
{
  return htap_cell_get_face (cell)->leading;
}

static void
find (HtapInstance *instance, const HtapFindingRuleIndex *rules, guint n_rules)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rules; i++)
    g_ptr_array_add (findings, htap_finding_fixture_new (
                                   rules[i], instance, htap_instance_get_source (instance), NULL));
  htap_instance_set_findings (instance, findings);
}

/* It follows what is found: by shape, colour and sentence. */
static void
test_follows (void)
{
  static const HtapFindingRuleIndex rules[] = { HTAP_RULE_FROZEN, HTAP_RULE_SINGLE_MODE };
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstance) instance =
      htap_list_test_instance (source, "0in17", "htap", "10.0.0.1", "normal");
  g_autoptr (GVariant) columns =
      g_variant_new_parsed ("[('name', 'shown', 150), ('findings', 'shown', 300)]");
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window;
  HtapCell *cell;
  GdkRGBA color;

  g_list_store_append (store, instance);
  window = htap_list_test_window (view, 1100, 200);
  htap_instance_view_set_columns (HTAP_INSTANCE_VIEW (view), columns);
  htap_list_test_settle (window);
  cell = htap_list_test_get_cell (view, 0, HTAP_FIELD_FINDINGS);
  g_assert_true (HTAP_IS_FINDING_CELL (cell));
  g_assert_cmpstr (htap_list_test_get_text (cell), ==, "—");
  g_assert_null (get_icon (cell).name);

  find (instance, rules, 2);
  g_assert_cmpstr (htap_list_test_get_text (cell), ==,
                   "Frozen: usually the account balance is 0 or less (+1)");
  g_assert_cmpstr (get_icon (cell).name, ==, "dialog-error-symbolic");
  g_assert_true (htap_compat_lookup_color (GTK_WIDGET (cell), get_icon (cell).color, &color));

  htap_list_test_settle (window);
  htap_list_test_screenshot ("finding-cell");

  find (instance, &rules[1], 1);
  g_assert_cmpstr (get_icon (cell).name, ==, "dialog-information-symbolic");
  find (instance, rules, 0);
  g_assert_cmpstr (htap_list_test_get_text (cell), ==, "—");
  g_assert_null (get_icon (cell).name);

  htap_list_test_close (window);
}

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add_func ("/finding-cell/follows", test_follows);

  return g_test_run ();
}
