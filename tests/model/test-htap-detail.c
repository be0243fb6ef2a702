/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail.h"

static void
test_members (void)
{
  g_autoptr (HtapDetail) detail = htap_detail_new ();
  gboolean value = TRUE;

  htap_detail_set_text (detail, HTAP_DETAIL_TEXT_TIME_ZONE, "UTC");
  htap_detail_set_text (detail, HTAP_DETAIL_TEXT_TIME_ZONE, "UTC+08:00");
  htap_detail_set_text (detail, HTAP_DETAIL_TEXT_PUBLIC_IP, "");
  htap_detail_set_text (detail, HTAP_DETAIL_TEXT_USER, NULL);

  g_assert_cmpstr (htap_detail_get_text (detail, HTAP_DETAIL_TEXT_TIME_ZONE), ==, "UTC+08:00");
  g_assert_null (htap_detail_get_text (detail, HTAP_DETAIL_TEXT_PUBLIC_IP));
  g_assert_null (htap_detail_get_text (detail, HTAP_DETAIL_TEXT_USER));

  g_assert_false (htap_detail_get_flag (detail, HTAP_DETAIL_FLAG_SSL, &value));
  g_assert_false (value);
  htap_detail_set_flag (detail, HTAP_DETAIL_FLAG_SSL, FALSE);
  htap_detail_set_flag (detail, HTAP_DETAIL_FLAG_NEW_VERSION_AVAILABLE, TRUE);
  g_assert_true (htap_detail_get_flag (detail, HTAP_DETAIL_FLAG_SSL, &value));
  g_assert_false (value);
  g_assert_true (htap_detail_get_flag (detail, HTAP_DETAIL_FLAG_NEW_VERSION_AVAILABLE, &value));
  g_assert_true (value);
  g_assert_false (htap_detail_get_flag (detail, HTAP_DETAIL_FLAG_SUPPORTS_REPLICATION, NULL));
}

static HtapDetailNode *
make_node (const char *name)
{
  HtapDetailNode *node = htap_detail_node_new ();

  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_NAME, name);

  return node;
}

static void
test_groups (void)
{
  g_autoptr (HtapDetail) detail = htap_detail_new ();
  g_autoptr (HtapDetail) kept = NULL;
  guint fe, shard;
  GPtrArray *nodes;

  g_assert_cmpuint (htap_detail_get_n_groups (detail), ==, 0);
  fe = htap_detail_add_group (detail, "fe", "fe");
  shard = htap_detail_add_group (detail, "shard01", "");
  htap_detail_add_node (detail, shard, make_node ("one"));
  htap_detail_add_node (detail, fe, make_node ("two"));
  htap_detail_add_node (detail, fe, make_node ("three"));

  kept = htap_detail_ref (detail);
  g_assert_cmpuint (htap_detail_get_n_groups (kept), ==, 2);
  g_assert_cmpstr (htap_detail_get_group_name (kept, fe), ==, "fe");
  g_assert_cmpstr (htap_detail_get_group_type (kept, fe), ==, "fe");
  g_assert_cmpstr (htap_detail_get_group_name (kept, shard), ==, "shard01");
  g_assert_null (htap_detail_get_group_type (kept, shard));

  nodes = htap_detail_get_group_nodes (kept, fe);
  g_assert_cmpuint (nodes->len, ==, 2);
  g_assert_cmpstr (
      htap_detail_node_get_text (g_ptr_array_index (nodes, 1), HTAP_DETAIL_NODE_NAME), ==, "three");
  g_assert_cmpuint (htap_detail_get_group_nodes (kept, shard)->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail/members", test_members);
  g_test_add_func ("/detail/groups", test_groups);

  return g_test_run ();
}
