/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field.h"

#include "htap-test-samples.h"

#define NODES                                                                                      \
  "192.168.0.183 htap-1_fe_node_0 36d62cd6a77a4e80a335077867e7912bno17, "                          \
  "192.168.0.7 htap-1_fe_node_1 46d62cd6a77a4e80a335077867e7912bno17"
#define ACTION                                                                                     \
  "resize_flavor OK_TO_RUN instance object-1 job-1 action-1 "                                      \
  "2024-03-22T08:00:08.228Z 2024-03-22T08:00:09Z"

/* What every field is, read from the full sample. A field without a row here fails the test. */
static const struct
{
  const char *id;
  HtapFieldKind kind;
  const char *value;
  const char *shown; /* NULL: the value */
} expected[HTAP_N_FIELDS] = {
  [HTAP_FIELD_ID] = { "id", HTAP_FIELD_KIND_ID, SAMPLE_ID },
  [HTAP_FIELD_NAME] = { "name", HTAP_FIELD_KIND_TEXT, "htap-fjld" },
  [HTAP_FIELD_STATUS] = { "status", HTAP_FIELD_KIND_TEXT, "normal" },
  [HTAP_FIELD_SHOWN_STATUS] = { "shown_status", HTAP_FIELD_KIND_STATUS, "changing",
                                "Changing: resize_flavor" },
  [HTAP_FIELD_ENGINE_NAME] = { "engine_name", HTAP_FIELD_KIND_TEXT, "star-rocks", "StarRocks" },
  [HTAP_FIELD_ENGINE_VERSION] = { "engine_version", HTAP_FIELD_KIND_TEXT, "3.1.15.80",
                                  "StarRocks 3.1.15.80" },
  [HTAP_FIELD_HA_MODE] = { "ha_mode", HTAP_FIELD_KIND_TEXT, "Cluster", "Cluster, 6 nodes" },
  [HTAP_FIELD_DATA_VIP] = { "data_vip", HTAP_FIELD_KIND_IP, "192.168.0.207" },
  [HTAP_FIELD_DATA_VIP_V6] = { "data_vip_v6", HTAP_FIELD_KIND_IP, "2407:c080:1200:2075::21" },
  [HTAP_FIELD_PORT] = { "port", HTAP_FIELD_KIND_NUMBER, "3306" },
  [HTAP_FIELD_PROXY_IPS] = { "proxy_ips", HTAP_FIELD_KIND_LIST, "10.0.0.9, 10.0.0.10" },
  [HTAP_FIELD_READABLE_NODE_INFOS] = { "readable_node_infos", HTAP_FIELD_KIND_LIST, NODES },
  [HTAP_FIELD_AVAILABLE_ZONES] = { "available_zones", HTAP_FIELD_KIND_LIST,
                                   "az2 cn-southwest-244b Center" },
  [HTAP_FIELD_VPC_ID] = { "vpc_id", HTAP_FIELD_KIND_ID, "f7876b94-3696-419b-a609-161de4b42d59" },
  [HTAP_FIELD_SUB_NET_ID] = { "sub_net_id", HTAP_FIELD_KIND_ID,
                              "8926baca-467a-4556-8603-b4077805ff9d" },
  [HTAP_FIELD_SECURITY_GROUP_ID] = { "security_group_id", HTAP_FIELD_KIND_ID,
                                     "5f0f2a4e-5d2c-4b7e-9c56-2d0c5b6b9f11" },
  [HTAP_FIELD_CURRENT_ACTIONS] = { "current_actions", HTAP_FIELD_KIND_LIST, ACTION },
  [HTAP_FIELD_CREATE_AT] = { "create_at", HTAP_FIELD_KIND_TIME, "2024-03-22T08:00:08.228Z",
                             "2024-03-22 08:00:08" },
  [HTAP_FIELD_IS_FROZEN] = { "is_frozen", HTAP_FIELD_KIND_FLAG, "false", "No" },
  [HTAP_FIELD_WAIT_RESTART_FOR_PARAMS] = { "wait_restart_for_params", HTAP_FIELD_KIND_FLAG, "true",
                                           "Yes" },
  [HTAP_FIELD_CREATE_FAIL_ERROR_CODE] = { "create_fail_error_code", HTAP_FIELD_KIND_TEXT,
                                          "DBS.200082" },
  [HTAP_FIELD_FAIL_MESSAGE] = { "fail_message", HTAP_FIELD_KIND_TEXT, "no addresses left" },
  [HTAP_FIELD_PAY_MODEL] = { "pay_model", HTAP_FIELD_KIND_TEXT, "1", "Yearly/monthly" },
  [HTAP_FIELD_ORDER_ID] = { "order_id", HTAP_FIELD_KIND_ID, "CS2403221608ABCDE" },
  [HTAP_FIELD_ALTER_ORDER_ID] = { "alter_order_id", HTAP_FIELD_KIND_ID, "CS2403221608FGHIJ" },
  [HTAP_FIELD_VOLUME_TYPE] = { "volume_type", HTAP_FIELD_KIND_TEXT, "ESSD", "Extreme SSD" },
  [HTAP_FIELD_SERVER_TYPE] = { "server_type", HTAP_FIELD_KIND_TEXT, "KVM" },
  [HTAP_FIELD_ENTERPRISE_PROJECT_ID] = { "enterprise_project_id", HTAP_FIELD_KIND_ID, "0" },
  [HTAP_FIELD_ENTERPRISE_PROJECT] = { "enterprise_project", HTAP_FIELD_KIND_TEXT, "default" },
  [HTAP_FIELD_DEDICATED_RESOURCE_ID] = { "dedicated_resource_id", HTAP_FIELD_KIND_ID,
                                         "dedicated-1" },
  [HTAP_FIELD_CH_MASTER_NODE_ID] = { "ch_master_node_id", HTAP_FIELD_KIND_ID,
                                     "56d62cd6a77a4e80a335077867e7912bno16" },
  [HTAP_FIELD_NODE_NUM] = { "node_num", HTAP_FIELD_KIND_NUMBER, "6" },
  [HTAP_FIELD_PROJECT_ID] = { "project_id", HTAP_FIELD_KIND_ID, SAMPLE_PROJECT_ID },
  [HTAP_FIELD_TAURUS_ID] = { "taurus_id", HTAP_FIELD_KIND_ID, SAMPLE_TAURUS_ID },
  [HTAP_FIELD_TAURUS_NAME] = { "taurus_name", HTAP_FIELD_KIND_TEXT, "taurus-orders" },
  [HTAP_FIELD_TAURUS_STATUS] = { "taurus_status", HTAP_FIELD_KIND_TEXT, "normal", "Available" },
  [HTAP_FIELD_TAURUS_VERSION] = { "taurus_version", HTAP_FIELD_KIND_TEXT, "8.0.22" },
  [HTAP_FIELD_TAGS] = { "tags", HTAP_FIELD_KIND_LIST, "env=prod, orders" },
  [HTAP_FIELD_PROFILE] = { "profile", HTAP_FIELD_KIND_TEXT, "Production" },
  [HTAP_FIELD_REGION] = { "region", HTAP_FIELD_KIND_TEXT, "cn-north-4", "CN North-Beijing4" },
  [HTAP_FIELD_FINDINGS] = { "findings", HTAP_FIELD_KIND_FINDINGS, "frozen, single-mode",
                            "It is frozen (+1)" },
};

/* Scripts rely on the ids and on their order. */
static void
test_table (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      const char *word = htap_field_get_word (field);

      g_assert_nonnull (expected[i].id);
      g_assert_cmpstr (htap_field_get_id (field), ==, expected[i].id);
      g_assert_cmpint (htap_field_get_kind (field), ==, expected[i].kind);
      g_assert_cmpuint (htap_field_get_index (field), ==, i);
      g_assert_true (htap_field_find (expected[i].id) == field);
      g_assert_cmpstr (htap_field_get_label (field), !=, "");
      g_assert_true (htap_field_get_shown_set (field) & HTAP_FIELD_BIT (i));

      /* No id and no short word may mean two fields. */
      g_assert_true (g_hash_table_add (words, (gpointer) expected[i].id));
      if (word != NULL)
        g_assert_true (g_hash_table_add (words, (gpointer) word));
    }

  g_assert_null (htap_field_find ("no_such_field"));
  g_assert_null (htap_field_find (NULL));
}

static void
test_reading (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);

  htap_test_sample_find (instance, "frozen", HTAP_SEVERITY_ERROR);
  htap_test_sample_find (instance, "single-mode", HTAP_SEVERITY_INFORMATION);
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      g_autofree char *of_record = htap_field_dup_value (field, record, source);
      g_autofree char *value = htap_field_dup_value_of_instance (field, instance);
      g_autofree char *shown = htap_field_dup_shown (field, instance);

      g_assert_cmpstr (of_record, ==, htap_field_is_of_instance (field) ? NULL : value);
      g_test_message ("%s", htap_field_get_id (field));
      g_assert_cmpstr (value, ==, expected[i].value);
      g_assert_cmpstr (shown, ==,
                       expected[i].shown != NULL ? expected[i].shown : expected[i].value);
    }
}

/* A record of nothing but an id has no field but those that are always there. */
static void
test_absent (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, NULL);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      g_autofree char *value = htap_field_dup_value (field, record, NULL);
      g_autofree char *shown = htap_field_dup_shown_of (field, record, NULL);
      gboolean is_there = i == HTAP_FIELD_ID || i == HTAP_FIELD_SHOWN_STATUS;

      g_assert_true ((value != NULL) == is_there);
      g_assert_true ((shown != NULL) == is_there);
    }
}

static void
test_taurus_without_name (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_STATUS, "normal");
  g_autofree char *shown = NULL;

  htap_source_set_taurus_name (htap_instance_get_source (instance), NULL);
  shown = htap_field_dup_shown (htap_field_get (HTAP_FIELD_TAURUS_NAME), instance);

  g_assert_cmpstr (shown, ==, SAMPLE_TAURUS_ID);
}

static void
test_elements (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_auto (GStrv) proxies = htap_field_dup_elements (htap_field_get (HTAP_FIELD_PROXY_IPS), record);
  g_auto (GStrv) none = htap_field_dup_elements (htap_field_get (HTAP_FIELD_NAME), record);

  g_assert_cmpuint (g_strv_length (proxies), ==, 2);
  g_assert_cmpstr (proxies[1], ==, "10.0.0.10");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_default_columns (void)
{
  static const char *const ids[] = { "name",    "shown_status",   "taurus_name", "data_vip",
                                     "ha_mode", "engine_version", "region",      "create_at" };
  guint n_columns, n_marked = 0;
  const HtapFieldIndex *columns = htap_field_get_default_columns (&n_columns);

  g_assert_cmpuint (n_columns, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n_columns; i++)
    g_assert_cmpstr (htap_field_get_id (htap_field_get (columns[i])), ==, ids[i]);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    n_marked += htap_field_is_default_column (htap_field_get (i)) ? 1 : 0;
  g_assert_cmpuint (n_marked, ==, n_columns);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/table", test_table);
  g_test_add_func ("/field/reading", test_reading);
  g_test_add_func ("/field/absent", test_absent);
  g_test_add_func ("/field/taurus-without-name", test_taurus_without_name);
  g_test_add_func ("/field/elements", test_elements);
  g_test_add_func ("/field/default-columns", test_default_columns);

  return g_test_run ();
}
