/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-decoder.h"

#include "htap-error.h"
#include "htap-test.h"

#include <string.h>

static HtapDetail *
decode_fixture (const char *name)
{
  g_autoptr (GBytes) body = htap_test_fixture (name);
  g_autoptr (GError) error = NULL;
  HtapDetail *detail = htap_detail_decode (body, &error);

  g_assert_no_error (error);

  return detail;
}

static HtapDetail *
decode (const char *text, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));

  return htap_detail_decode (body, error);
}

static void
assert_texts (HtapDetail *detail, const char *const expected[HTAP_DETAIL_N_TEXTS])
{
  for (guint i = 0; i < HTAP_DETAIL_N_TEXTS; i++)
    g_assert_cmpstr (htap_detail_get_text (detail, i), ==, expected[i]);
}

static void
assert_node (HtapDetail *detail,
             guint group,
             guint position,
             const char *const expected[HTAP_DETAIL_NODE_N_TEXTS])
{
  GPtrArray *nodes = htap_detail_get_group_nodes (detail, group);

  for (guint i = 0; i < HTAP_DETAIL_NODE_N_TEXTS; i++)
    g_assert_cmpstr (htap_detail_node_get_text (g_ptr_array_index (nodes, position), i), ==,
                     expected[i]);
}

static void
assert_flag (HtapDetail *detail, HtapDetailFlag flag, gboolean expected)
{
  gboolean value = !expected;

  g_assert_true (htap_detail_get_flag (detail, flag, &value));
  g_assert_cmpint (value, ==, expected);
}

static void
test_star_rocks (void)
{
  static const char *const texts[HTAP_DETAIL_N_TEXTS] = {
    "normal", NULL, "18:00", "22:00", "*",         "UTC+08:00",
    "SSD",    "50", "SSD",   "50",    "3.1.15.80", "root",
  };
  static const char *const node[HTAP_DETAIL_NODE_N_TEXTS] = {
    "f726a2a8d8e03cc7ec001b037cfb8b90no17",
    "htap-bi-cluster_fe_node03",
    "fe-follower",
    "normal",
    "cn-north-4a",
    "az1",
    "gaussdb.sr-fe.xlarge.x86.4",
    "4",
    "16",
    "SSD",
    "50",
    NULL,
    "192.168.0.33",
    NULL,
  };
  g_autoptr (HtapDetail) detail = decode_fixture ("starrocks_detail.json");

  assert_texts (detail, texts);
  assert_flag (detail, HTAP_DETAIL_FLAG_NEW_VERSION_AVAILABLE, FALSE);
  assert_flag (detail, HTAP_DETAIL_FLAG_SSL, FALSE);
  assert_flag (detail, HTAP_DETAIL_FLAG_SUPPORTS_REPLICATION, TRUE);
  g_assert_cmpuint (htap_detail_get_n_groups (detail), ==, 2);
  g_assert_cmpstr (htap_detail_get_group_type (detail, 0), ==, "fe");
  g_assert_cmpstr (htap_detail_get_group_name (detail, 1), ==, "be");
  g_assert_cmpuint (htap_detail_get_group_nodes (detail, 0)->len, ==, 3);
  g_assert_cmpuint (htap_detail_get_group_nodes (detail, 1)->len, ==, 3);
  assert_node (detail, 0, 2, node);
}

static void
test_click_house (void)
{
  static const char *const texts[HTAP_DETAIL_N_TEXTS] = {
    "normal", NULL, "18:00", "22:00", "*", "UTC+08:00", NULL, NULL, NULL, NULL, "22.8.15", "root",
  };
  static const char *const node[HTAP_DETAIL_NODE_N_TEXTS] = {
    "c84434f6af0e2f52f6d25d65af31b97eno16",
    "htap-lite-ch_shard01_node02",
    "slave",
    "normal",
    "cn-north-4a",
    "az1",
    "gaussdb.ch.xlarge.x86.4",
    "4",
    "16",
    "SSD",
    "100",
    "3.2",
    "192.168.0.62",
    NULL,
  };
  g_autoptr (HtapDetail) detail = decode_fixture ("clickhouse_detail.json");

  assert_texts (detail, texts);
  g_assert_cmpuint (htap_detail_get_n_groups (detail), ==, 1);
  g_assert_cmpstr (htap_detail_get_group_name (detail, 0), ==, "shard01");
  g_assert_null (htap_detail_get_group_type (detail, 0));
  assert_node (detail, 0, 1, node);
}

/* Numbers as text and the reverse, nulls, wrong types; and either engine in the other's envelope.
 */
static void
test_odd (void)
{
  static const char *const envelopes[] = {
    "{\"instances\":[null,7,%s]}",
    "{\"instances\":%s}",
    "{\"instance\":[%s]}",
    "{\"instances\":null,\"instance\":%s}",
  };
  static const char instance[] =
      "{\"status\":null,\"is_frozen\":\"1\",\"fe_node_volume_size\":50,\"ops_window\":[],"
      "\"ssl_option\":1,\"new_version_available\":\"true\",\"support_data_replication\":\"perhaps\","
      "\"time_zone\":{},\"groups\":[null,3,{\"name\":7,\"nodes\":null},"
      "{\"nodes\":[null,\"x\",{},{\"id\":5,\"cpu\":4,\"mem\":16.5,\"volume\":\"SSD\","
      "\"need_restart\":1}]}]}";

  for (guint i = 0; i < G_N_ELEMENTS (envelopes); i++)
    {
      g_auto (GStrv) halves = g_strsplit (envelopes[i], "%s", 2);
      g_autofree char *text = g_strconcat (halves[0], instance, halves[1], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HtapDetail) detail = decode (text, &error);
      HtapDetailNode *node;

      g_assert_no_error (error);
      g_assert_null (htap_detail_get_text (detail, HTAP_DETAIL_TEXT_STATUS));
      g_assert_null (htap_detail_get_text (detail, HTAP_DETAIL_TEXT_TIME_ZONE));
      g_assert_null (htap_detail_get_text (detail, HTAP_DETAIL_TEXT_MAINTENANCE_START));
      g_assert_cmpstr (htap_detail_get_text (detail, HTAP_DETAIL_TEXT_FE_VOLUME_SIZE), ==, "50");
      assert_flag (detail, HTAP_DETAIL_FLAG_SSL, TRUE);
      assert_flag (detail, HTAP_DETAIL_FLAG_NEW_VERSION_AVAILABLE, TRUE);
      g_assert_false (htap_detail_get_flag (detail, HTAP_DETAIL_FLAG_SUPPORTS_REPLICATION, NULL));
      g_assert_cmpuint (htap_detail_get_n_groups (detail), ==, 2);
      g_assert_cmpstr (htap_detail_get_group_name (detail, 0), ==, "7");
      g_assert_cmpuint (htap_detail_get_group_nodes (detail, 0)->len, ==, 0);
      g_assert_cmpuint (htap_detail_get_group_nodes (detail, 1)->len, ==, 1);
      node = g_ptr_array_index (htap_detail_get_group_nodes (detail, 1), 0);
      g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ID), ==, "5");
      g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_CPU), ==, "4");
      g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_MEMORY), ==, "16.5");
      g_assert_true (htap_detail_node_needs_restart (node));
    }
}

static void
test_no_detail (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "7",
    "{\"instances\":[]}",
    "{\"instances\":[null,\"a\"]}",
    "{\"instance\":\"a\"}",
    "<html>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (decode (texts[i], &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
    }
}

static void
test_nodes (void)
{
  static const char odd[] = "{\"node_list\":[null,{},7,{\"node_id\":7,\"role\":null},"
                            "{\"node_name\":\"b\",\"status\":\"abnormal\"}]}";
  g_autoptr (GBytes) body = htap_test_fixture ("starrocks_nodes.json");
  g_autoptr (GBytes) odd_body = g_bytes_new_static (odd, strlen (odd));
  g_autoptr (GBytes) wrong_body = g_bytes_new_static ("{\"nodes\":[]}", 12);
  g_autoptr (GPtrArray) nodes = htap_detail_decode_nodes (body, NULL);
  g_autoptr (GPtrArray) odd_nodes = htap_detail_decode_nodes (odd_body, NULL);
  g_autoptr (GError) error = NULL;
  HtapDetailNode *node;

  g_assert_cmpuint (nodes->len, ==, 3);
  node = g_ptr_array_index (nodes, 1);
  g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ID), ==,
                   "1e0112c36881e15f3935acf4c9a9484cno17");
  g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_NAME), ==,
                   "htap-bi-cluster_fe_node02");
  g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ROLE), ==, "fe-follower");
  g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_STATUS), ==, "normal");
  g_assert_null (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_CPU));

  g_assert_cmpuint (odd_nodes->len, ==, 2);
  node = g_ptr_array_index (odd_nodes, 0);
  g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ID), ==, "7");

  g_assert_null (htap_detail_decode_nodes (wrong_body, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-decoder/star-rocks", test_star_rocks);
  g_test_add_func ("/detail-decoder/click-house", test_click_house);
  g_test_add_func ("/detail-decoder/odd", test_odd);
  g_test_add_func ("/detail-decoder/no-detail", test_no_detail);
  g_test_add_func ("/detail-decoder/nodes", test_nodes);

  return g_test_run ();
}
