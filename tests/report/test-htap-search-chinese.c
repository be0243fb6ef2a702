/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search.h"

#include "htap-address-range.h"
#include "htap-field.h"
#include "htap-test-samples.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* The language with Chinese labels and what a Chinese input method types, against the full sample:
 * htap-fjld, normal, being changed; a cluster of six nodes, created 2024-03-22 08:00:08 UTC. */
static const struct
{
  const char *text;
  gboolean found;
} cases[] = {
  { "API状态:normal", TRUE },
  { "运行状态：变更中", TRUE },
  { "状态：变更中", FALSE }, /* no field's label */
  { "变更中", TRUE },
  { "-变更中", FALSE },
  { "－变更中", FALSE },
  { "变更中　fjld", TRUE }, /* an ideographic space */
  { "变更中 nowhere", FALSE },
  { "数据库引擎:star", TRUE },
  { "数据库引擎：ｓｔａｒ", TRUE },
  { "engine:star", TRUE }, /* short words and ids work in every language */
  { "读写内网地址:192.168.0.207", TRUE },
  { "读写内网地址:192.168.0.7", FALSE },
  { "192。168。0。207", TRUE },
  { "１９２。１６８。０。２０７", TRUE },
  { "192。168。0。20", FALSE },
  { "ip：192。168。0。0/24", TRUE },
  { "ip：192。168。1。0/24", FALSE },
  { "“no addresses”，fjld", TRUE },
  { "“addresses no”", FALSE },
  { "节点个数：＞＝6", TRUE },
  { "节点个数：＞6", FALSE },
  { "创建时间：＞2024-03-21", TRUE },
  { "创建时间：＜2024-03-21", FALSE },
  { "tag：env＝prod", TRUE },
  { "tag：env＝stage", FALSE },
};

static void
test_language (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);

  g_assert_cmpstr (htap_field_get_label (htap_field_get (HTAP_FIELD_SHOWN_STATUS)), ==, "运行状态");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapSearch) search = htap_search_new (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (htap_search_matches (search, instance), ==, cases[i].found);
    }
}

/* The sentence around an address in a message of ours. */
static void
test_line_of_a_log (void)
{
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapSearch) search =
      htap_search_new_among ("连接失败：192。168。0。7，端口3306。", G_LIST_MODEL (instances));
  GArray *addresses = htap_search_get_addresses (search);

  g_assert_cmpuint (addresses->len, ==, 1);
  g_assert_true (
      htap_address_range_has_text (&g_array_index (addresses, HtapAddressRange, 0), "192.168.0.7"));
  g_assert_true (htap_search_is_for_owner (search));
}

/* On the way to 192.168.0.207 and 10.0.0.10, as an input method types them. */
static void
test_while_typing (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
    gboolean loose;
  } typed[] = {
    { "192。168。0。2", TRUE, TRUE },
    { "１９２．１６８．０．２０", TRUE, TRUE },
    { "192。168。0。207", TRUE, FALSE },
    { "192。168。0。3", FALSE, FALSE },
    { "读写内网地址：192。168。0。20", TRUE, TRUE },
    { "代理地址：10。0。0。1", TRUE, TRUE },
    { "读写内网地址：10。0。0。1", FALSE, FALSE },
    { "变更中，192。168。0。2", TRUE, TRUE },
    { "ip：192。168。1。0/24", FALSE, FALSE },
  };
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);
  g_autoptr (GListStore) instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  g_list_store_append (instances, instance);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gboolean loose;
      g_autoptr (HtapSearch) search =
          htap_search_new_while_typing (typed[i].text, G_LIST_MODEL (instances), &loose);

      g_test_message ("%s", typed[i].text);
      g_assert_cmpint (htap_search_matches (search, instance), ==, typed[i].found);
      g_assert_cmpint (loose, ==, typed[i].loose);
      g_assert_cmpuint (htap_search_get_addresses (search)->len, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, HTAP_TEST_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-chinese/language", test_language);
  g_test_add_func ("/search-chinese/while-typing", test_while_typing);
  g_test_add_func ("/search-chinese/line-of-a-log", test_line_of_a_log);

  return g_test_run ();
}
