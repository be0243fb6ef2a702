/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record-list.h"

#include "htap-test-samples.h"

static void
test_texts (void)
{
  for (guint member = 0; member < HTAP_N_TEXTS; member++)
    {
      g_autoptr (HtapRecord) record = htap_record_new ();
      g_autofree char *text = g_strdup_printf ("text %u", member);

      g_assert_null (htap_record_get_text (record, member));
      htap_record_set_text (record, member, text);
      *text = 'X';

      for (guint other = 0; other < HTAP_N_TEXTS; other++)
        g_assert_true ((htap_record_get_text (record, other) != NULL) == (other == member));
      g_assert_true (g_str_has_prefix (htap_record_get_text (record, member), "text "));
    }
}

static void
test_empty_is_absent (void)
{
  g_autoptr (HtapRecord) record = htap_record_new ();
  const HtapNode node = { "", "id", NULL };
  const HtapZone zone = { "", "", "" };
  const HtapAction action = { .action = "", .status = "OK_TO_RUN" };
  guint n;

  for (guint member = 0; member < HTAP_N_TEXTS; member++)
    {
      htap_record_set_text (record, member, "there");
      htap_record_set_text (record, member, member % 2 == 0 ? "" : NULL);
      g_assert_null (htap_record_get_text (record, member));
    }

  htap_record_add_node (record, &node);
  g_assert_null (htap_record_get_nodes (record, &n)->data_ip);
  g_assert_cmpstr (htap_record_get_nodes (record, &n)->node_id, ==, "id");
  htap_record_add_zone (record, &zone);
  g_assert_null (htap_record_get_zones (record, &n)->code);
  g_assert_cmpuint (n, ==, 1);
  htap_record_add_action (record, &action);
  g_assert_null (htap_record_get_actions (record, &n)->action);

  htap_record_add_proxy_ip (record, "");
  htap_record_add_proxy_ip (record, NULL);
  g_assert_null (htap_record_get_proxy_ips (record, &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_numbers (void)
{
  for (guint member = 0; member < HTAP_N_NUMBERS; member++)
    {
      g_autoptr (HtapRecord) record = htap_record_new ();
      gint64 value = 7;

      g_assert_false (htap_record_get_number (record, member, &value));
      g_assert_cmpint (value, ==, 0);
      g_assert_false (htap_record_get_flag (record, member));

      /* Zero is a number, not an absent one. */
      htap_record_set_number (record, member, 0);
      g_assert_true (htap_record_get_number (record, member, &value));
      g_assert_false (htap_record_get_flag (record, member));

      htap_record_set_number (record, member, G_MININT64);
      g_assert_true (htap_record_get_number (record, member, &value));
      g_assert_cmpint (value, ==, G_MININT64);
      g_assert_true (htap_record_get_flag (record, member));

      for (guint other = 0; other < HTAP_N_NUMBERS; other++)
        g_assert_true (htap_record_get_number (record, other, &value) == (other == member));
    }
}

static void
test_lists (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  guint n_nodes, n_zones, n_actions, n_addresses;
  const HtapNode *nodes = htap_record_get_nodes (record, &n_nodes);
  const HtapZone *zones = htap_record_get_zones (record, &n_zones);
  const HtapAction *actions = htap_record_get_actions (record, &n_actions);
  const char *const *addresses = htap_record_get_proxy_ips (record, &n_addresses);

  g_assert_cmpuint (n_nodes, ==, 2);
  g_assert_cmpstr (nodes[0].data_ip, ==, "192.168.0.183");
  g_assert_cmpstr (nodes[1].node_id, ==, "46d62cd6a77a4e80a335077867e7912bno17");
  g_assert_cmpstr (nodes[1].node_name, ==, "htap-1_fe_node_1");

  g_assert_cmpuint (n_zones, ==, 1);
  g_assert_cmpstr (zones[0].code, ==, "cn-southwest-244b");
  g_assert_cmpstr (zones[0].description, ==, "az2");
  g_assert_cmpstr (zones[0].az_type, ==, "Center");

  g_assert_cmpuint (n_actions, ==, 1);
  g_assert_cmpstr (actions[0].id, ==, "action-1");
  g_assert_cmpstr (actions[0].action, ==, "resize_flavor");
  g_assert_cmpstr (actions[0].object_id, ==, "object-1");
  g_assert_cmpstr (actions[0].type, ==, "instance");
  g_assert_cmpstr (actions[0].job_id, ==, "job-1");
  g_assert_cmpstr (actions[0].status, ==, "OK_TO_RUN");
  g_assert_cmpint (actions[0].created_at, ==, 1711094408228);
  g_assert_cmpint (actions[0].updated_at, ==, 1711094409000);

  g_assert_cmpuint (n_addresses, ==, 2);
  g_assert_cmpstr (addresses[0], ==, "10.0.0.9");
}

static void
test_json (void)
{
  g_autoptr (GBytes) answer = g_bytes_new_static ("[{\"id\":1}]", 10);
  g_autoptr (HtapRecord) record = htap_record_new ();
  const char *json;
  gsize length;

  g_assert_null (htap_record_get_json (record, &length));
  g_assert_cmpuint (length, ==, 0);
  g_assert_null (htap_record_dup_json (record));
  htap_record_take_json (record, g_bytes_new_from_bytes (answer, 1, 8));
  json = htap_record_get_json (record, &length);
  g_assert_cmpmem (json, length, "{\"id\":1}", 8);
}

/* What was taken of an answer outlives both. */
static void
test_dup_json (void)
{
  static const char text[] = "{\"id\":1}";
  HtapRecord *record = htap_record_new ();
  g_autoptr (GBytes) json = NULL;

  htap_record_take_json (record, g_bytes_new (text, strlen (text)));
  record = htap_record_pack (record);
  json = htap_record_dup_json (record);
  htap_record_unref (record);
  g_assert_cmpmem (g_bytes_get_data (json, NULL), g_bytes_get_size (json), text, strlen (text));
}

static void
assert_alike (HtapRecord *record, HtapRecord *other)
{
  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    g_assert_cmpstr (htap_record_get_text (record, i), ==, htap_record_get_text (other, i));

  for (guint i = 0; i < HTAP_N_NUMBERS; i++)
    {
      gint64 one, two;

      g_assert_cmpint (htap_record_get_number (record, i, &one), ==,
                       htap_record_get_number (other, i, &two));
      g_assert_cmpint (one, ==, two);
    }

  for (guint i = 0; i < HTAP_N_LISTS; i++)
    {
      g_auto (GStrv) one = htap_record_dup_list (record, i);
      g_auto (GStrv) two = htap_record_dup_list (other, i);

      g_assert_cmpstrv (one, two);
    }
}

static void
test_packed (void)
{
  g_autoptr (HtapRecord) expected = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) packed = htap_record_pack (htap_test_sample_full_record ());
  g_autoptr (HtapRecord) nothing = htap_record_new ();
  g_autoptr (HtapRecord) packed_nothing = htap_record_pack (htap_record_new ());

  assert_alike (packed, expected);
  assert_alike (packed_nothing, nothing);
}

/* Of each text alone, wherever that puts it. */
static void
test_packed_texts (void)
{
  for (guint member = 0; member < HTAP_N_TEXTS; member++)
    {
      HtapRecord *record = htap_record_new ();

      htap_record_set_text (record, member, "before");
      htap_record_set_text (record, member, "after");
      record = htap_record_pack (record);
      for (guint other = 0; other < HTAP_N_TEXTS; other++)
        g_assert_cmpstr (htap_record_get_text (record, other), ==,
                         other == member ? "after" : NULL);
      htap_record_unref (record);
    }
}

static void
test_many_elements (void)
{
  HtapRecord *record = htap_record_new ();
  const HtapNode *nodes;
  guint n_nodes;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("node-%u", i);
      const HtapNode node = { .node_id = id };

      htap_record_add_node (record, &node);
    }

  record = htap_record_pack (record);
  nodes = htap_record_get_nodes (record, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 100);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("node-%u", i);

      g_assert_cmpstr (nodes[i].node_id, ==, id);
      g_assert_null (nodes[i].data_ip);
    }
  htap_record_unref (record);
}

static void
test_immutable_once_packed (void)
{
  g_autoptr (HtapRecord) record = htap_record_pack (htap_test_sample_full_record ());

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_being_filled*");
  htap_record_set_text (record, HTAP_TEXT_NAME, "changed");
  g_test_assert_expected_messages ();

  g_assert_cmpstr (htap_record_get_text (record, HTAP_TEXT_NAME), ==, "htap-fjld");
}

static void
test_references (void)
{
  HtapRecord *record = htap_test_sample_full_record ();
  GValue value = G_VALUE_INIT;

  g_value_init (&value, HTAP_TYPE_RECORD);
  g_value_take_boxed (&value, htap_record_ref (record));
  htap_record_unref (record);
  g_assert_cmpstr (htap_record_get_text (g_value_get_boxed (&value), HTAP_TEXT_ID), ==, SAMPLE_ID);
  g_value_unset (&value);
}

/* Whoever shares a record may rely on it. */
static void
test_immutable_once_shared (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) shared = htap_record_ref (record);

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_being_filled*");
  htap_record_set_text (record, HTAP_TEXT_NAME, "changed");
  g_test_assert_expected_messages ();

  g_assert_cmpstr (htap_record_get_text (shared, HTAP_TEXT_NAME), ==, "htap-fjld");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/texts", test_texts);
  g_test_add_func ("/record/empty-is-absent", test_empty_is_absent);
  g_test_add_func ("/record/numbers", test_numbers);
  g_test_add_func ("/record/lists", test_lists);
  g_test_add_func ("/record/json", test_json);
  g_test_add_func ("/record/dup-json", test_dup_json);
  g_test_add_func ("/record/packed", test_packed);
  g_test_add_func ("/record/packed-texts", test_packed_texts);
  g_test_add_func ("/record/many-elements", test_many_elements);
  g_test_add_func ("/record/immutable-once-packed", test_immutable_once_packed);
  g_test_add_func ("/record/references", test_references);
  g_test_add_func ("/record/immutable-once-shared", test_immutable_once_shared);

  return g_test_run ();
}
