/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-entry.h"

#include "htap-demo-json.h"

static HtapDemoEntry *
make_entry (void)
{
  JsonObject *detail = json_object_new ();

  json_object_set_string_member (detail, "id", "t1");
  json_object_set_string_member (detail, "name", "taurus-one");

  return htap_demo_entry_new ("cn-north-4", "p1", detail);
}

static void
add (HtapDemoEntry *entry, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  json_array_add_object_element (entry->instances, htap_demo_json_parse (bytes, NULL));
}

static void
test_key (void)
{
  g_autoptr (HtapDemoEntry) entry = make_entry ();

  g_assert_cmpstr (entry->key.region, ==, "cn-north-4");
  g_assert_cmpstr (entry->key.project_id, ==, "p1");
  g_assert_cmpstr (entry->key.taurus_id, ==, "t1");
  g_assert_cmpstr (entry->key.taurus_name, ==, "taurus-one");
  g_assert_false (entry->is_denied);
}

static void
test_find (void)
{
  g_autoptr (HtapDemoEntry) entry = make_entry ();
  guint position = 0;

  add (entry, "{\"id\": 7}");
  add (entry, "{}");
  add (entry, "{\"id\": \"h1\"}");

  g_assert_nonnull (htap_demo_entry_find_instance (entry, "h1", &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_null (htap_demo_entry_find_instance (entry, "7", NULL));
  g_assert_null (htap_demo_entry_find_instance (entry, "h2", NULL));
}

static void
test_old_detail (void)
{
  static const char *const words[][2] = {
    { "normal", "ACTIVE" },     { "creating", "BUILD" }, { "abnormal", "FAILED" },
    { "createfail", "FAILED" }, { "odd", "odd" },
  };
  g_autoptr (HtapDemoEntry) entry = make_entry ();
  g_autoptr (JsonObject) special = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (JsonObject) old = NULL;

      json_object_set_string_member (entry->detail, "status", words[i][0]);
      old = htap_demo_entry_to_old_detail (entry);
      g_assert_cmpstr (htap_demo_json_text (old, "status"), ==, words[i][1]);
      g_assert_cmpstr (htap_demo_json_text (old, "name"), ==, "taurus-one");
      g_assert_cmpstr (htap_demo_json_text (entry->detail, "status"), ==, words[i][0]);
    }

  entry->old_status = g_strdup ("STORAGE FULL");
  special = htap_demo_entry_to_old_detail (entry);
  g_assert_cmpstr (htap_demo_json_text (special, "status"), ==, "STORAGE FULL");
}

static void
test_to_json (void)
{
  g_autoptr (HtapDemoEntry) entry = make_entry ();
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *expected =
      "{\"total\":1,\"instances\":[{\"id\":\"h1\"}],\"max_htap_instance_num_of_taurus\":10}";

  add (entry, "{\"id\": \"h1\"}");
  answer = htap_demo_entry_to_json (entry);
  bytes = htap_demo_json_to_bytes (answer);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-entry/key", test_key);
  g_test_add_func ("/demo-entry/find", test_find);
  g_test_add_func ("/demo-entry/old-detail", test_old_detail);
  g_test_add_func ("/demo-entry/to-json", test_to_json);

  return g_test_run ();
}
