/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy-menu.h"

#include "htap-list-test.h"

/* "label|target" of every item, a section's heading first. */
static void
describe (GMenuModel *menu, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GVariant) target =
          g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *printed = target != NULL ? g_variant_print (target, FALSE) : NULL;
      g_autofree char *label = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (text, "%s|%s\n", label, printed != NULL ? printed : "");
      if (section != NULL)
        describe (section, text);
    }
}

static void
assert_menu (GMenuModel *menu, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  describe (menu, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_formats (void)
{
  g_autoptr (GMenuModel) menu = htap_copy_menu_new (htap_field_get (HTAP_FIELD_DATA_VIP));
  g_autoptr (GMenuModel) plain = htap_copy_menu_new (NULL);

  assert_menu (menu, "TSV|'tsv'\nCSV|'csv'\nJSON|'json'\nMarkdown|'markdown'\n"
                     "Private IPs, One per Line|'ips-by-line'\n"
                     "Private IPs, Separated by Commas|'ips-by-comma'\n"
                     "Instance IDs|'ids'\n"
                     "Column “Private IP”|'data_vip'\n");
  assert_menu (plain, "TSV|'tsv'\nCSV|'csv'\nJSON|'json'\nMarkdown|'markdown'\n"
                      "Private IPs, One per Line|'ips-by-line'\n"
                      "Private IPs, Separated by Commas|'ips-by-comma'\n"
                      "Instance IDs|'ids'\n");
}

static void
test_connection (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", NULL);
  g_autoptr (HtapRecord) record = htap_list_test_record ("0in17", "htap-0", "10.0.0.1", "normal");
  g_autoptr (HtapRecord) bare = htap_list_test_record ("1in17", "htap-1", NULL, "normal");
  g_autoptr (HtapInstance) instance = NULL;
  g_autoptr (HtapInstance) without = htap_instance_new (source, bare);
  g_autoptr (GMenuModel) menu = NULL;

  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  instance = htap_instance_new (source, record);
  menu = htap_copy_menu_new_connection (instance);
  assert_menu (menu, "Private IP; no proxy is reported|\n"
                     "mysql Command|0\nJDBC URL|1\nMySQL URI|2\n");
  g_assert_null (htap_copy_menu_new_connection (without));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy-menu/formats", test_formats);
  g_test_add_func ("/copy-menu/connection", test_connection);

  return g_test_run ();
}
