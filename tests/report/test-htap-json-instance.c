/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-instance.h"

#include "htap-test-samples.h"

static JsonNode *
build (HtapRecord *record)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  htap_test_sample_find (instance, "frozen", HTAP_SEVERITY_ERROR);
  htap_test_sample_find (instance, "single-mode", HTAP_SEVERITY_INFORMATION);
  htap_json_instance_add (builder, instance);

  return json_builder_get_root (builder);
}

static void
test_every_field_in_order (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (JsonNode) root = build (record);
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (root));
  GList *l = names;

  for (guint i = 0; i < HTAP_N_FIELDS; i++, l = l->next)
    {
      g_assert_nonnull (l);
      g_assert_cmpstr (l->data, ==, htap_field_get_id (htap_field_get (i)));
      g_assert_false (json_object_get_null_member (json_node_get_object (root), l->data));
    }
  g_assert_null (l);
}

static void
assert_type (JsonObject *object, const char *name, GType type)
{
  g_assert_true (json_node_get_value_type (json_object_get_member (object, name)) == type);
}

static void
test_types (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (JsonNode) root = build (record);
  JsonObject *object = json_node_get_object (root);

  assert_type (object, "id", G_TYPE_STRING);
  assert_type (object, "pay_model", G_TYPE_STRING);
  assert_type (object, "create_at", G_TYPE_STRING);
  assert_type (object, "port", G_TYPE_INT64);
  assert_type (object, "node_num", G_TYPE_INT64);
  assert_type (object, "is_frozen", G_TYPE_BOOLEAN);
  g_assert_false (json_object_get_boolean_member (object, "is_frozen"));
  g_assert_true (json_object_get_boolean_member (object, "wait_restart_for_params"));
  g_assert_cmpint (json_object_get_int_member (object, "port"), ==, 3306);
  g_assert_cmpstr (json_object_get_string_member (object, "shown_status"), ==, "changing");
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "normal");
  g_assert_cmpstr (json_object_get_string_member (object, "create_at"), ==,
                   "2024-03-22T08:00:08.228Z");
  g_assert_cmpstr (json_object_get_string_member (object, "region"), ==, "cn-north-4");
}

static void
assert_list (JsonObject *object, const char *name, const char *expected)
{
  g_autofree char *text = json_to_string (json_object_get_member (object, name), FALSE);

  g_assert_cmpstr (text, ==, expected);
}

/* Nobody could look: that is not the same as that nothing was found. */
static void
test_findings (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  static const HtapFieldIndex columns[] = { HTAP_FIELD_FINDINGS };
  static const char *const expected[] = { "null", "[]" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;

      htap_instance_set_findings (instance, i == 0 ? NULL : none);
      htap_json_instance_add_columns (builder, instance, columns, G_N_ELEMENTS (columns));
      root = json_builder_get_root (builder);
      assert_list (json_node_get_object (root), "findings", expected[i]);
    }
}

static void
test_lists (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (JsonNode) root = build (record);
  JsonObject *object = json_node_get_object (root);

  assert_list (object, "findings", "[\"frozen\",\"single-mode\"]");
  assert_list (object, "proxy_ips", "[\"10.0.0.9\",\"10.0.0.10\"]");
  assert_list (object, "available_zones",
               "[{\"code\":\"cn-southwest-244b\",\"description\":\"az2\",\"az_type\":\"Center\"}]");
  assert_list (object, "readable_node_infos",
               "[{\"data_ip\":\"192.168.0.183\","
               "\"node_id\":\"36d62cd6a77a4e80a335077867e7912bno17\","
               "\"node_name\":\"htap-1_fe_node_0\"},"
               "{\"data_ip\":\"192.168.0.7\","
               "\"node_id\":\"46d62cd6a77a4e80a335077867e7912bno17\","
               "\"node_name\":\"htap-1_fe_node_1\"}]");
  assert_list (object, "current_actions",
               "[{\"id\":\"action-1\",\"action\":\"resize_flavor\",\"object_id\":\"object-1\","
               "\"type\":\"instance\",\"job_id\":\"job-1\",\"status\":\"OK_TO_RUN\","
               "\"created_at\":\"2024-03-22T08:00:08.228Z\","
               "\"updated_at\":\"2024-03-22T08:00:09Z\"}]");
}

static void
test_absent (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, NULL);
  const HtapAction unknown = { .action = NULL };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  htap_record_add_action (record, &unknown);
  root = build (record);
  object = json_node_get_object (root);

  g_assert_true (json_object_get_null_member (object, "name"));
  g_assert_true (json_object_get_null_member (object, "port"));
  g_assert_true (json_object_get_null_member (object, "create_at"));
  g_assert_true (json_object_get_null_member (object, "is_frozen"));
  g_assert_cmpstr (json_object_get_string_member (object, "shown_status"), ==, "unknown");
  assert_list (object, "proxy_ips", "[]");
  assert_list (object, "readable_node_infos", "[]");
  assert_list (object, "available_zones", "[]");
  assert_list (object, "current_actions",
               "[{\"id\":null,\"action\":null,\"object_id\":null,\"type\":null,\"job_id\":null,"
               "\"status\":null,\"created_at\":null,\"updated_at\":null}]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-instance/every-field-in-order", test_every_field_in_order);
  g_test_add_func ("/json-instance/types", test_types);
  g_test_add_func ("/json-instance/findings", test_findings);
  g_test_add_func ("/json-instance/lists", test_lists);
  g_test_add_func ("/json-instance/absent", test_absent);

  return g_test_run ();
}
