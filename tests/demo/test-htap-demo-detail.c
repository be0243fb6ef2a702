/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-detail.h"

#include "htap-demo-data.h"
#include "htap-demo-json.h"

#define DASHBOARD "8ed32c69cb69d90d06f1017fa4343ddbin17"
#define ADHOC     "5ac9469d683ff42f4bc498aa57d9ec4ein17"
#define ORDERS    "bfc970d8e9b34a399b4c422aabe11409in17"
#define FORECAST  "795480e2b9c3f4fe0e49e610c74d8ee7in17"
#define REALTIME  "7f4b0fdfecaa56a39c12e14e2ecb2a36in17"
#define LOGS_HOT  "877b893e3b1bfdb84eb362388f8687b0in16"
#define LOGS_OLD  "69e45f5a042813c766c91ecc866fa789in16"

/* Returns: (transfer full): a line for each node: group, role, status, address. */
static char *
describe (JsonObject *detail)
{
  JsonArray *groups = json_object_get_array_member (detail, "groups");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);
      JsonArray *nodes = json_object_get_array_member (group, "nodes");

      for (guint j = 0; j < json_array_get_length (nodes); j++)
        {
          JsonObject *node = json_array_get_object_element (nodes, j);

          g_string_append_printf (text, "%s %s %s %s\n", htap_demo_json_text (group, "name"),
                                  htap_demo_json_text (node, "type"),
                                  htap_demo_json_text (node, "status"),
                                  htap_demo_json_text (node, "traffic_ip"));
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_nodes (void)
{
  static const struct
  {
    const char *id;
    const char *expected;
  } cases[] = {
    { DASHBOARD, "fe fe-leader normal 10.20.1.31\nfe fe-follower normal 10.20.1.32\n"
                 "fe fe-follower normal 10.20.1.33\nbe be normal 10.20.1.54\n"
                 "be be normal 10.20.1.75\nbe be normal 10.20.1.96\n" },
    { ORDERS, "fe fe-leader normal 192.168.0.207\nbe be normal 192.168.0.228\n" },
    { LOGS_HOT, "shard01 master normal 10.30.4.11\nshard01 slave normal 10.30.4.12\n" },
    { LOGS_OLD, "shard01 master normal 10.30.4.21\n" },
    { FORECAST, "" },
  };
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonObject) detail =
          htap_demo_detail_new (htap_demo_data_find_instance (data, cases[i].id));
      g_autofree char *found = describe (detail);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* The detail says what the list says. */
static void
test_common (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  JsonObject *adhoc = htap_demo_data_find_instance (data, ADHOC);
  g_autoptr (JsonObject) waiting = htap_demo_detail_new (adhoc);
  g_autoptr (JsonObject) old = htap_demo_detail_new (htap_demo_data_find_instance (data, ORDERS));
  g_autoptr (JsonObject) ill = htap_demo_detail_new (htap_demo_data_find_instance (data, REALTIME));
  JsonArray *groups = json_object_get_array_member (waiting, "groups");
  JsonArray *nodes =
      json_object_get_array_member (json_array_get_object_element (groups, 0), "nodes");
  g_autofree char *nodes_of_ill = describe (ill);

  g_assert_cmpstr (htap_demo_json_text (waiting, "name"), ==, "htap-bi-adhoc");
  g_assert_cmpstr (htap_demo_json_text (waiting, "status"), ==, "normal");
  g_assert_cmpstr (htap_demo_json_text (waiting, "db_port"), ==, "3306");
  g_assert_cmpstr (htap_demo_json_text (waiting, "data_store_version"), ==, "3.1.15.80");
  g_assert_cmpint (json_object_get_int_member (waiting, "is_frozen"), ==, 0);
  g_assert_false (json_object_get_boolean_member (waiting, "new_version_available"));
  g_assert_true (
      json_object_get_boolean_member (json_array_get_object_element (nodes, 0), "need_restart"));
  g_assert_true (json_object_get_boolean_member (old, "new_version_available"));
  g_assert_cmpstr (htap_demo_json_text (ill, "status"), ==, "abnormal");
  g_assert_nonnull (strstr (nodes_of_ill, "be be abnormal"));
  g_assert_nonnull (strstr (nodes_of_ill, "be be normal"));
  g_assert_null (strstr (nodes_of_ill, "leader abnormal"));

  json_object_set_boolean_member (adhoc, "is_frozen", TRUE);
  g_clear_pointer (&waiting, json_object_unref);
  waiting = htap_demo_detail_new (adhoc);
  g_assert_cmpint (json_object_get_int_member (waiting, "is_frozen"), ==, 1);
}

/* A script may have made anything of an instance. */
static void
test_odd (void)
{
  static const char text[] = "{\"id\":7,\"engine_name\":{},\"instance_state\":\"a\",\"port\":\"x\","
                             "\"available_zones\":[1],\"readable_node_infos\":\"b\","
                             "\"ha_mode\":[],\"volume_type\":null,\"is_frozen\":\"yes\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JsonObject) instance = htap_demo_json_parse (bytes, NULL);
  g_autoptr (JsonObject) detail = htap_demo_detail_new (instance);
  g_autoptr (JsonArray) tasks = htap_demo_detail_list_replications (instance);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (detail, "groups")), ==, 2);
  g_assert_cmpuint (json_array_get_length (tasks), ==, 0);
}

static void
test_replications (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  g_autoptr (JsonArray) tasks =
      htap_demo_detail_list_replications (htap_demo_data_find_instance (data, DASHBOARD));
  g_autoptr (JsonArray) none =
      htap_demo_detail_list_replications (htap_demo_data_find_instance (data, ADHOC));
  g_autoptr (JsonArray) logs =
      htap_demo_detail_list_replications (htap_demo_data_find_instance (data, LOGS_HOT));

  g_assert_cmpuint (json_array_get_length (tasks), ==, 2);
  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (tasks, 0), "status"), ==,
                   "Yes");
  g_assert_true (
      json_object_get_boolean_member (json_array_get_object_element (tasks, 1), "is_need_repair"));
  g_assert_cmpuint (json_array_get_length (none), ==, 0);
  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (logs, 0), "status"), ==,
                   "normal");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-detail/nodes", test_nodes);
  g_test_add_func ("/demo-detail/common", test_common);
  g_test_add_func ("/demo-detail/odd", test_odd);
  g_test_add_func ("/demo-detail/replications", test_replications);

  return g_test_run ();
}
