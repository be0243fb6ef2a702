/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-fleet.h"

#include "htap-demo-json.h"

/* Everything a fleet serves, for comparing two of them. */
static char *
describe (HtapDemoData *data)
{
  GString *text = g_string_new (NULL);
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_data_get_taurus (data, &n_taurus);

  for (guint i = 0; i < n_taurus; i++)
    {
      HtapDemoEntry *entry = htap_demo_data_find_taurus (data, taurus[i].taurus_id);
      g_autoptr (JsonObject) list = htap_demo_entry_to_json (entry);
      g_autoptr (GBytes) bytes = htap_demo_json_to_bytes (list);

      g_string_append_printf (text, "%s %s\n", taurus[i].region, taurus[i].taurus_id);
      g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }

  return g_string_free (text, FALSE);
}

static void
test_size (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) regions = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_taurus, n_htap = 0;
  const HtapDemoTaurus *taurus;

  htap_demo_fleet_fill (data, 7, 100);
  taurus = htap_demo_data_get_taurus (data, &n_taurus);
  g_assert_cmpuint (n_taurus, ==, 7);

  for (guint i = 0; i < n_taurus; i++)
    {
      HtapDemoEntry *entry = htap_demo_data_find_taurus (data, taurus[i].taurus_id);
      const guint length = json_array_get_length (entry->instances);

      g_hash_table_add (regions, (gpointer) taurus[i].region);
      g_assert_cmpuint (length, >=, 14);
      g_assert_cmpuint (length, <=, 15);
      g_assert_cmpint (entry->maximum, >=, length);
      for (guint j = 0; j < length; j++)
        {
          JsonObject *instance = json_array_get_object_element (entry->instances, j);

          g_assert_true (g_hash_table_add (ids, (gpointer) htap_demo_json_text (instance, "id")));
        }
      n_htap += length;
    }

  g_assert_cmpuint (n_htap, ==, 100);
  g_assert_cmpuint (g_hash_table_size (regions), ==, 3);
}

static void
test_same_again (void)
{
  g_autoptr (HtapDemoData) first = htap_demo_data_new ();
  g_autoptr (HtapDemoData) second = htap_demo_data_new ();
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;

  htap_demo_fleet_fill (first, 5, 40);
  htap_demo_fleet_fill (second, 5, 40);
  first_text = describe (first);
  second_text = describe (second);

  g_assert_cmpstr (first_text, ==, second_text);
  g_assert_nonnull (strstr (first_text, "\"normal\""));
  g_assert_nonnull (strstr (first_text, "\"abnormal\""));
  g_assert_nonnull (strstr (first_text, "\"creating\""));
  g_assert_nonnull (strstr (first_text, "\"is_frozen\":true"));
  g_assert_nonnull (strstr (first_text, "\"wait_restart_for_params\":true"));
  g_assert_nonnull (strstr (first_text, "\"click-house\""));
  g_assert_nonnull (strstr (first_text, "\"Cluster\""));
}

/* What its TaurusDB instances are found by. */
static void
test_details (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  g_autoptr (GHashTable) addresses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_taurus;
  const HtapDemoTaurus *taurus;

  htap_demo_fleet_fill (data, 500, 0);
  taurus = htap_demo_data_get_taurus (data, &n_taurus);
  for (guint i = 0; i < n_taurus; i++)
    {
      HtapDemoEntry *entry = htap_demo_data_find_taurus (data, taurus[i].taurus_id);
      JsonArray *ips = json_object_get_array_member (entry->detail, "private_ips");
      g_autoptr (GBytes) bytes = htap_demo_json_to_bytes (entry->detail);

      g_assert_true (
          g_hash_table_add (addresses, (gpointer) json_array_get_string_element (ips, 0)));
      g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
      g_string_append (text, entry->old_status != NULL ? entry->old_status : "");
    }

  g_assert_nonnull (strstr (text->str, "{\"key\":\"env\",\"value\":\"prod\"}"));
  g_assert_nonnull (strstr (text->str, "{\"key\":\"team\",\"value\":\"team-7\"}"));
  g_assert_nonnull (strstr (text->str, "\"status\":\"abnormal\""));
  g_assert_nonnull (strstr (text->str, "5e787a81-128e-50f5-d761-dbf2a1e156ab"));
  g_assert_nonnull (strstr (text->str, "BACKING UP"));
}

static void
test_empty (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  guint n_taurus;

  htap_demo_fleet_fill (data, 2, 0);
  htap_demo_data_get_taurus (data, &n_taurus);
  g_assert_cmpuint (n_taurus, ==, 2);

  htap_demo_fleet_fill (data, 0, 0);
  htap_demo_data_get_taurus (data, &n_taurus);
  g_assert_cmpuint (n_taurus, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-fleet/size", test_size);
  g_test_add_func ("/demo-fleet/same-again", test_same_again);
  g_test_add_func ("/demo-fleet/details", test_details);
  g_test_add_func ("/demo-fleet/empty", test_empty);

  return g_test_run ();
}
