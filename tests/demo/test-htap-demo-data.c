/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-data.h"

#include "htap-demo-json.h"
#include "htap-demo-projects.h"
#include "htap-test.h"

#define ORDERS_TAURUS "18c3eeb7b788479eb8b93b209946a83bin07"

typedef void (*Visitor) (HtapDemoEntry *entry, JsonObject *instance, gpointer user_data);

static void
visit_instances (HtapDemoData *data, Visitor visitor, gpointer user_data)
{
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_data_get_taurus (data, &n_taurus);

  for (guint i = 0; i < n_taurus; i++)
    {
      HtapDemoEntry *entry = htap_demo_data_find_taurus (data, taurus[i].taurus_id);

      for (guint j = 0; j < json_array_get_length (entry->instances); j++)
        visitor (entry, json_array_get_object_element (entry->instances, j), user_data);
    }
}

/* Member for member, in the published order. */
static void
test_published_example (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  HtapDemoEntry *orders = htap_demo_data_find_taurus (data, ORDERS_TAURUS);
  g_autoptr (JsonObject) answer = htap_demo_entry_to_json (orders);
  g_autoptr (GBytes) served = htap_demo_json_to_bytes (answer);
  g_autoptr (GBytes) fixture = htap_test_fixture ("htap_list_page_example.json");
  g_autoptr (JsonObject) published = htap_demo_json_parse (fixture, NULL);
  g_autoptr (GBytes) expected = htap_demo_json_to_bytes (published);

  g_assert_cmpstr (orders->key.taurus_name, ==, "taurus-orders");
  g_assert_cmpstr (orders->key.region, ==, "cn-southwest-2");
  g_assert_cmpstr (orders->key.project_id, ==, "23a50154cf494ec9ad6883979a12db0a");
  g_assert_cmpmem (g_bytes_get_data (served, NULL), g_bytes_get_size (served),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
add_kind (GHashTable *kinds, const char *member, JsonObject *object)
{
  g_hash_table_add (kinds, g_strdup_printf ("%s=%s", member, htap_demo_json_text (object, member)));
}

static void
add_kinds (HtapDemoEntry *entry, JsonObject *instance, gpointer user_data)
{
  GHashTable *kinds = user_data;
  JsonObject *state = json_object_get_object_member (instance, "instance_state");
  JsonArray *actions = json_object_get_array_member (instance, "current_actions");

  add_kind (kinds, "instance_status", state);
  add_kind (kinds, "engine_name", instance);
  add_kind (kinds, "ha_mode", instance);
  add_kind (kinds, "volume_type", instance);
  add_kind (kinds, "pay_model", instance);
  if (json_object_get_boolean_member (instance, "is_frozen"))
    g_hash_table_add (kinds, g_strdup ("frozen"));
  if (json_object_get_boolean_member (state, "wait_restart_for_params"))
    g_hash_table_add (kinds, g_strdup ("restart"));
  if (!json_object_get_null_member (instance, "data_vip_v6"))
    g_hash_table_add (kinds, g_strdup ("ipv6"));
  if (json_array_get_length (json_object_get_array_member (instance, "proxy_ips")) > 0)
    g_hash_table_add (kinds, g_strdup ("proxy"));

  for (guint i = 0; i < json_array_get_length (actions); i++)
    {
      JsonObject *action = json_array_get_object_element (actions, i);

      add_kind (kinds, "action", action);
      add_kind (kinds, "status", action);
    }
}

static void
test_every_kind (void)
{
  static const char *const expected[] = {
    "instance_status=normal",
    "instance_status=creating",
    "instance_status=abnormal",
    "instance_status=createfail",
    "instance_status=createfailed",
    "instance_status=upgrading",
    "engine_name=star-rocks",
    "engine_name=click-house",
    "ha_mode=Single",
    "ha_mode=Cluster",
    "ha_mode=Ha",
    "volume_type=SSD",
    "volume_type=ESSD",
    "pay_model=0",
    "pay_model=1",
    "action=resize_flavor",
    "status=OK_TO_RUN",
    "status=DELETED",
    "frozen",
    "restart",
    "ipv6",
    "proxy",
  };
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_instances (data, add_kinds, kinds);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_true (g_hash_table_contains (kinds, expected[i]));
    }
}

static void
check_instance (HtapDemoEntry *entry, JsonObject *instance, gpointer user_data)
{
  GHashTable *ids = user_data;
  const char *id = htap_demo_json_text (instance, "id");

  g_assert_cmpuint (strlen (id), ==, 36);
  g_assert_cmpuint (strspn (id, "0123456789abcdef"), ==, 32);
  g_assert_true (g_str_has_suffix (id, "in17") || g_str_has_suffix (id, "in16"));
  g_assert_true (g_hash_table_add (ids, g_strdup (id)));
  g_assert_true (g_ascii_isalpha (*htap_demo_json_text (instance, "name")));
  g_assert_cmpstr (htap_demo_json_text (instance, "project_id"), ==, entry->key.project_id);
  g_assert_cmpint (json_object_get_int_member (instance, "create_at"), >, 1600000000000);
}

static void
test_ids (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_instances (data, check_instance, ids);

  g_assert_cmpuint (g_hash_table_size (ids), ==, 20);
}

static void
test_taurus (void)
{
  static const char *const names[] = {
    "taurus-orders", "taurus-bi", "taurus-crm", "taurus-idle", "taurus-logs", "taurus-t1",
  };
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_data_get_taurus (data, &n_taurus);

  g_assert_cmpuint (htap_demo_data_n_projects (data), ==, 3);
  g_assert_cmpuint (n_taurus, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < n_taurus; i++)
    {
      HtapDemoEntry *entry = htap_demo_data_find_taurus (data, taurus[i].taurus_id);

      g_assert_cmpstr (taurus[i].taurus_name, ==, names[i]);
      g_assert_cmpuint (strlen (taurus[i].project_id), ==, 32);
      g_assert_true (entry->is_denied == g_str_equal (names[i], "taurus-t1"));
      g_assert_true ((json_array_get_length (entry->instances) == 0) ==
                     (i == 3 /* taurus-idle */ || i == 5 /* taurus-t1 */));
    }

  g_assert_null (htap_demo_data_find_taurus (data, "18c3eeb7b788479eb8b93b209946a83cin07"));
}

static void
find_creating (HtapDemoEntry *entry, JsonObject *instance, gpointer user_data)
{
  JsonObject *state = json_object_get_object_member (instance, "instance_state");

  if (g_str_equal (htap_demo_json_text (state, "instance_status"), "creating"))
    *(gint64 *) user_data = json_object_get_int_member (instance, "create_at");
}

static void
test_ages (void)
{
  const gint64 before = g_get_real_time () / 1000;
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  const gint64 after = g_get_real_time () / 1000;
  const gint64 age = 12 * 60 * 1000;
  gint64 creation = 0;

  visit_instances (data, find_creating, &creation);

  g_assert_cmpint (creation, >=, before - age);
  g_assert_cmpint (creation, <=, after - age);
}

static void
test_change (void)
{
  static const char *const siblings[] = {
    "656c539296bd47b49fe29983368b9fb2in17",
    "bfc970d8e9b34a399b4c422aabe11409in17",
  };
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  JsonObject *first = htap_demo_data_find_instance (data, siblings[0]);
  JsonObject *second = htap_demo_data_find_instance (data, siblings[1]);
  JsonObject *network = json_object_get_object_member (first, "network");

  json_object_set_string_member (network, "vpc_id", "changed");
  network = json_object_get_object_member (second, "network");
  g_assert_cmpstr (json_object_get_string_member (network, "vpc_id"), !=, "changed");

  g_assert_true (htap_demo_data_remove_instance (data, siblings[0]));
  g_assert_false (htap_demo_data_remove_instance (data, siblings[0]));
  g_assert_null (htap_demo_data_find_instance (data, siblings[0]));
  g_assert_nonnull (htap_demo_data_find_instance (data, siblings[1]));
}

static void
test_pages (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  const HtapDemoTaurus *taurus = htap_demo_data_get_taurus (data, &(guint){ 0 });
  const char *north = taurus[1].project_id;
  g_autoptr (JsonObject) page = htap_demo_data_list_taurus (data, north, FALSE, 1, 1);
  g_autoptr (JsonObject) beyond = htap_demo_data_list_taurus (data, north, FALSE, 3, 100);
  JsonArray *instances = json_object_get_array_member (page, "instances");
  JsonObject *detail = json_array_get_object_element (instances, 0);

  g_assert_cmpint (json_object_get_int_member (page, "total_count"), ==, 3);
  g_assert_cmpuint (json_array_get_length (instances), ==, 1);
  g_assert_cmpstr (htap_demo_json_text (detail, "name"), ==, "taurus-crm");
  g_assert_cmpstr (htap_demo_json_text (detail, "region"), ==, "cn-north-4");
  g_assert_cmpstr (htap_demo_json_text (detail, "port"), ==, "3306");

  g_assert_cmpint (json_object_get_int_member (beyond, "total_count"), ==, 3);
  instances = json_object_get_array_member (beyond, "instances");
  g_assert_cmpuint (json_array_get_length (instances), ==, 0);
}

/* What a client must skip is there: IAM lists more than projects with instances. */
static void
test_projects (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  JsonArray *projects = htap_demo_data_get_projects (data);
  JsonObject *analytics = htap_demo_projects_find (projects, "name", "cn-north-4_analytics");
  JsonObject *beijing = htap_demo_projects_find (projects, "name", "cn-north-4");
  JsonObject *guangzhou = htap_demo_projects_find (projects, "name", "cn-south-1");

  g_assert_cmpuint (json_array_get_length (projects), ==, 6);
  g_assert_nonnull (htap_demo_projects_find (projects, "name", "MOS"));
  g_assert_false (json_object_get_boolean_member (guangzhou, "enabled"));
  g_assert_cmpstr (htap_demo_json_text (analytics, "parent_id"), ==,
                   htap_demo_json_text (beijing, "id"));
  g_assert_null (htap_demo_projects_find (projects, "id", "23a50154cf494ec9ad6883979a12db0b"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-data/published-example", test_published_example);
  g_test_add_func ("/demo-data/every-kind", test_every_kind);
  g_test_add_func ("/demo-data/ids", test_ids);
  g_test_add_func ("/demo-data/taurus", test_taurus);
  g_test_add_func ("/demo-data/projects", test_projects);
  g_test_add_func ("/demo-data/ages", test_ages);
  g_test_add_func ("/demo-data/change", test_change);
  g_test_add_func ("/demo-data/pages", test_pages);

  return g_test_run ();
}
