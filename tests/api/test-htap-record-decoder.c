/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record-decoder.h"

#include "htap-json-parse.h"

#include <string.h>

static HtapRecord *
decode (const char *text, GPtrArray *deviations)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = htap_json_parse (bytes, &error);
  HtapJsonNotes notes = { deviations, g_string_chunk_new (64) };
  HtapJsonCursor cursor = { NULL, NULL, -1, root, &notes };
  HtapRecord *record;

  g_assert_no_error (error);
  record = htap_record_decode (&cursor);
  g_string_chunk_free (notes.texts);

  return record;
}

static const struct {
  HtapRecordText member;
  const char *value;
} every_text[] = {
  { HTAP_TEXT_ID, "i" },
  { HTAP_TEXT_NAME, "n" },
  { HTAP_TEXT_STATUS, "s" },
  { HTAP_TEXT_CREATE_FAIL_ERROR_CODE, "DBS.1" },
  { HTAP_TEXT_FAIL_MESSAGE, "m" },
  { HTAP_TEXT_ENGINE_NAME, "e" },
  { HTAP_TEXT_ENGINE_VERSION, "v" },
  { HTAP_TEXT_PROJECT_ID, "p" },
  { HTAP_TEXT_HA_MODE, "h" },
  { HTAP_TEXT_PAY_MODEL, "0" },
  { HTAP_TEXT_ORDER_ID, "o" },
  { HTAP_TEXT_ALTER_ORDER_ID, "ao" },
  { HTAP_TEXT_DATA_VIP, "10.0.0.1" },
  { HTAP_TEXT_DATA_VIP_V6, "::2" },
  { HTAP_TEXT_VOLUME_TYPE, "ESSD" },
  { HTAP_TEXT_SERVER_TYPE, "KVM" },
  { HTAP_TEXT_ENTERPRISE_PROJECT_ID, "ep" },
  { HTAP_TEXT_DEDICATED_RESOURCE_ID, "dr" },
  { HTAP_TEXT_VPC_ID, "vpc" },
  { HTAP_TEXT_SUB_NET_ID, "net" },
  { HTAP_TEXT_SECURITY_GROUP_ID, "sg" },
  { HTAP_TEXT_CH_MASTER_NODE_ID, "ch" },
};

static const char everything[] =
    "{\"id\":\"i\",\"name\":\"n\",\"engine_name\":\"e\",\"engine_version\":\"v\","
    "\"project_id\":\"p\",\"instance_state\":{\"instance_status\":\"s\","
    "\"create_fail_error_code\":\"DBS.1\",\"fail_message\":\"m\","
    "\"wait_restart_for_params\":true},\"create_at\":1711094408228,\"is_frozen\":false,"
    "\"ha_mode\":\"h\",\"pay_model\":\"0\",\"order_id\":\"o\",\"alter_order_id\":\"ao\","
    "\"data_vip\":\"10.0.0.1\",\"readable_node_infos\":[{\"data_ip\":\"10.0.0.2\","
    "\"node_id\":\"ni\",\"node_name\":\"nn\"},{\"data_ip\":\"10.0.0.3\"}],"
    "\"proxy_ips\":[\"10.0.0.4\",\"10.0.0.5\"],\"data_vip_v6\":\"::2\",\"port\":3306,"
    "\"available_zones\":[{\"code\":\"c\",\"description\":\"d\",\"az_type\":\"a\"}],"
    "\"current_actions\":[{\"id\":\"ai\",\"action\":\"aa\",\"object_id\":\"oi\",\"type\":\"t\","
    "\"job_id\":\"j\",\"status\":\"OK_TO_RUN\",\"created_at\":5,\"updated_at\":6}],"
    "\"volume_type\":\"ESSD\",\"server_type\":\"KVM\",\"enterprise_project_id\":\"ep\","
    "\"dedicated_resource_id\":\"dr\",\"network\":{\"vpc_id\":\"vpc\",\"sub_net_id\":\"net\","
    "\"security_group_id\":\"sg\"},\"ch_master_node_id\":\"ch\",\"node_num\":6}";

static void
assert_lists (const HtapRecord *record)
{
  guint n;
  const HtapNode *nodes = htap_record_get_nodes (record, &n);
  const HtapZone *zones;
  const HtapAction *actions;
  const char *const *proxies;

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (nodes[0].data_ip, ==, "10.0.0.2");
  g_assert_cmpstr (nodes[0].node_id, ==, "ni");
  g_assert_cmpstr (nodes[0].node_name, ==, "nn");
  g_assert_cmpstr (nodes[1].data_ip, ==, "10.0.0.3");
  g_assert_null (nodes[1].node_name);

  zones = htap_record_get_zones (record, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (zones[0].code, ==, "c");
  g_assert_cmpstr (zones[0].description, ==, "d");
  g_assert_cmpstr (zones[0].az_type, ==, "a");

  actions = htap_record_get_actions (record, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (actions[0].id, ==, "ai");
  g_assert_cmpstr (actions[0].action, ==, "aa");
  g_assert_cmpstr (actions[0].object_id, ==, "oi");
  g_assert_cmpstr (actions[0].type, ==, "t");
  g_assert_cmpstr (actions[0].job_id, ==, "j");
  g_assert_cmpstr (actions[0].status, ==, "OK_TO_RUN");
  g_assert_cmpint (actions[0].created_at, ==, 5);
  g_assert_cmpint (actions[0].updated_at, ==, 6);

  proxies = htap_record_get_proxy_ips (record, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (proxies[1], ==, "10.0.0.5");
}

static void
test_everything (void)
{
  static const gint64 numbers[HTAP_N_NUMBERS] = {
    [HTAP_NUMBER_CREATE_AT] = 1711094408228,
    [HTAP_NUMBER_PORT] = 3306,
    [HTAP_NUMBER_NODE_NUM] = 6,
    [HTAP_NUMBER_IS_FROZEN] = 0,
    [HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS] = 1,
  };
  g_autoptr (GPtrArray) deviations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HtapRecord) record = decode (everything, deviations);

  g_assert_cmpuint (G_N_ELEMENTS (every_text), ==, HTAP_N_TEXTS);
  for (guint i = 0; i < G_N_ELEMENTS (every_text); i++)
    g_assert_cmpstr (htap_record_get_text (record, every_text[i].member), ==, every_text[i].value);

  for (guint i = 0; i < HTAP_N_NUMBERS; i++)
    {
      gint64 number;

      g_assert_true (htap_record_get_number (record, i, &number));
      g_assert_cmpint (number, ==, numbers[i]);
    }

  assert_lists (record);
  g_assert_cmpuint (deviations->len, ==, 0);
}

/* What is not there, or null, is absent and no deviation. */
static void
test_absent (void)
{
  g_autoptr (GPtrArray) deviations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HtapRecord) record =
      decode ("{\"id\":\"i\",\"name\":null,\"port\":null,\"network\":null,\"proxy_ips\":[],"
              "\"instance_state\":{\"fail_message\":null},\"order_id\":\"\"}",
              deviations);
  gint64 number;

  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    if (i != HTAP_TEXT_ID)
      g_assert_null (htap_record_get_text (record, i));
  for (guint i = 0; i < HTAP_N_NUMBERS; i++)
    g_assert_false (htap_record_get_number (record, i, &number));
  g_assert_cmpuint (deviations->len, ==, 0);
}

static void
test_node_shapes (void)
{
  static const struct {
    const char *members;
    const char *addresses;
  } cases[] = {
    { "\"data_ips\":{\"node_ip\":\"1.1.1.1\",\"node_id\":\"x\"}", "1.1.1.1" },
    { "\"data_ips\":[\"1.1.1.1\",\"2.2.2.2\"]", "1.1.1.1 2.2.2.2" },
    { "\"data_ips\":[{\"node_ip\":\"1.1.1.1\"},\"2.2.2.2\"]", "1.1.1.1 2.2.2.2" },
    { "\"data_ips\":\"1.1.1.1\"", "1.1.1.1" },
    { "\"data_ips\":[null,[],{},7,\"\"]", "7" },
    { "\"readable_node_infos\":{\"data_ip\":\"1.1.1.1\"}", "1.1.1.1" },
    { "\"readable_node_infos\":[3,{\"data_ip\":\"1.1.1.1\"},null]", "1.1.1.1" },
    { "\"data_ips\":[\"9.9.9.9\"],\"readable_node_infos\":[{\"data_ip\":\"1.1.1.1\"}]", "1.1.1.1" },
    { "\"data_ips\":[\"1.1.1.1\"],\"readable_node_infos\":[]", "1.1.1.1" },
    { "\"data_ips\":[\"1.1.1.1\"],\"readable_node_infos\":null", "1.1.1.1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) deviations = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = g_strdup_printf ("{\"id\":\"i\",%s}", cases[i].members);
      g_autoptr (HtapRecord) record = decode (text, deviations);
      g_autoptr (GString) addresses = g_string_new (NULL);
      guint n_nodes;
      const HtapNode *nodes = htap_record_get_nodes (record, &n_nodes);

      for (guint node = 0; node < n_nodes; node++)
        g_string_append_printf (addresses, "%s%s", node > 0 ? " " : "", nodes[node].data_ip);
      g_assert_cmpstr (addresses->str, ==, cases[i].addresses);
    }
}

static void
test_enterprise_project (void)
{
  static const struct {
    const char *members;
    const char *id;
  } cases[] = {
    { "\"enter_prise_project_id\":\"old\"", "old" },
    { "\"enter_prise_project_id\":0", "0" },
    { "\"enter_prise_project_id\":\"old\",\"enterprise_project_id\":\"new\"", "new" },
    { "\"enterprise_project_id\":\"new\",\"enter_prise_project_id\":\"old\"", "new" },
    { "\"enterprise_project_id\":\"\",\"enter_prise_project_id\":\"old\"", "old" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) deviations = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = g_strdup_printf ("{\"id\":\"i\",%s}", cases[i].members);
      g_autoptr (HtapRecord) record = decode (text, deviations);

      g_assert_cmpstr (htap_record_get_text (record, HTAP_TEXT_ENTERPRISE_PROJECT_ID), ==,
                       cases[i].id);
      g_assert_cmpstr (g_ptr_array_index (deviations, 0), ==,
                       "enter_prise_project_id: undocumented member");
    }
}

static void
test_no_record (void)
{
  static const struct {
    const char *json;
    const char *deviation;
  } cases[] = {
    { "7", ": no object, left out" },
    { "[]", ": no object, left out" },
    { "{}", ": no id, left out" },
    { "{\"id\":null}", ": no id, left out" },
    { "{\"id\":\"\"}", ": no id, left out" },
    { "{\"id\":{}}", "id: no text, left out" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) deviations = g_ptr_array_new_with_free_func (g_free);

      g_assert_null (decode (cases[i].json, deviations));
      g_assert_cmpstr (g_ptr_array_index (deviations, 0), ==, cases[i].deviation);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-decoder/everything", test_everything);
  g_test_add_func ("/record-decoder/absent", test_absent);
  g_test_add_func ("/record-decoder/node-shapes", test_node_shapes);
  g_test_add_func ("/record-decoder/enterprise-project", test_enterprise_project);
  g_test_add_func ("/record-decoder/no-record", test_no_record);

  return g_test_run ();
}
