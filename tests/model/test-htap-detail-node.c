/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-node.h"

static void
test_members (void)
{
  g_autoptr (HtapDetailNode) node = htap_detail_node_new ();

  g_assert_false (htap_detail_node_needs_restart (node));
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_ROLE, "fe-follower");
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_ROLE, "fe-leader");
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_ADDRESS, "192.168.0.31");
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_ADDRESS_V6, "");
  htap_detail_node_set_text (node, HTAP_DETAIL_NODE_VOLUME_USED, NULL);
  htap_detail_node_set_needs_restart (node, TRUE);

  g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ROLE), ==, "fe-leader");
  g_assert_cmpstr (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ADDRESS), ==, "192.168.0.31");
  g_assert_null (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ADDRESS_V6));
  g_assert_null (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_VOLUME_USED));
  g_assert_null (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ID));
  g_assert_true (htap_detail_node_needs_restart (node));
}

static void
test_references (void)
{
  HtapDetailNode *node = htap_detail_node_new ();
  g_autoptr (HtapDetailNode) kept = htap_detail_node_ref (node);

  htap_detail_node_unref (node);
  htap_detail_node_set_text (kept, HTAP_DETAIL_NODE_NAME, "be_node01");
  g_assert_cmpstr (htap_detail_node_get_text (kept, HTAP_DETAIL_NODE_NAME), ==, "be_node01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-node/members", test_members);
  g_test_add_func ("/detail-node/references", test_references);

  return g_test_run ();
}
