/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-decoder.h"

#include "htap-error.h"
#include "htap-field.h"
#include "htap-test.h"

#include <json-glib/json-glib.h>
#include <string.h>

static HtapAnswer *
decode_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  HtapAnswer *answer = htap_decoder_decode (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);

  return answer;
}

static HtapAnswer *
decode_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return decode_bytes (bytes);
}

static HtapAnswer *
decode_fixture (const char *name)
{
  g_autoptr (GBytes) bytes = htap_test_fixture (name);

  return decode_bytes (bytes);
}

static char *
join_addresses (HtapAnswer *answer, guint index)
{
  g_autoptr (GString) addresses = g_string_new (NULL);
  guint n_nodes;
  const HtapNode *nodes =
      htap_record_get_nodes (g_ptr_array_index (answer->records, index), &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    g_string_append_printf (addresses, "%s%s", i > 0 ? " " : "", nodes[i].data_ip);

  return g_string_free (g_steal_pointer (&addresses), FALSE);
}

static void
test_page_example (void)
{
  static const char *const addresses[] = {
    "192.168.0.207",
    "192.168.0.201",
    "192.168.0.183 192.168.0.7 192.168.0.41",
    "192.168.0.151 192.168.0.209",
  };
  g_autoptr (HtapAnswer) answer = decode_fixture ("htap_list_page_example.json");
  HtapRecord *first;
  guint n_nodes;

  g_assert_cmpuint (answer->records->len, ==, 4);
  g_assert_cmpint (answer->total, ==, 4);
  g_assert_cmpint (answer->maximum, ==, 10);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *joined = join_addresses (answer, i);

      g_assert_cmpstr (joined, ==, addresses[i]);
    }

  first = g_ptr_array_index (answer->records, 0);
  g_assert_cmpstr (htap_record_get_text (first, HTAP_TEXT_ID), ==,
                   "bfc970d8e9b34a399b4c422aabe11409in17");
  g_assert_cmpstr (htap_record_get_text (first, HTAP_TEXT_ENTERPRISE_PROJECT_ID), ==, "0");
  g_assert_cmpstr (htap_record_get_nodes (first, &n_nodes)[0].node_name, ==,
                   "htap-1244_shard01_node01");

  g_assert_true (g_ptr_array_find_with_equal_func (
      answer->deviations, "instances[1].data_ips: undocumented member", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (
      answer->deviations, "instances[3].enter_prise_project_id: undocumented member", g_str_equal,
      NULL));
  /* Two in each, and that the first has an object in place of a list. */
  g_assert_cmpuint (answer->deviations->len, ==, 9);
}

static void
test_schema_shape (void)
{
  g_autoptr (HtapAnswer) answer = decode_fixture ("htap_list_schema_shape.json");
  g_autofree char *addresses = NULL;

  g_assert_cmpuint (answer->records->len, ==, 8);
  addresses = join_addresses (answer, 1);
  g_assert_cmpstr (addresses, ==, "192.168.0.31 192.168.0.32 192.168.0.33");
  g_assert_cmpuint (answer->deviations->len, ==, 0);
}

static void
test_empty_list (void)
{
  g_autoptr (HtapAnswer) answer = decode_fixture ("htap_list_empty.json");

  g_assert_cmpuint (answer->records->len, ==, 0);
  g_assert_cmpint (answer->total, ==, 0);
  g_assert_cmpint (answer->maximum, ==, 10);
  g_assert_cmpuint (answer->deviations->len, ==, 0);
}

static void
test_top_level (void)
{
  g_autoptr (HtapAnswer) bare = decode_text ("{\"instances\":[]}");
  g_autoptr (HtapAnswer) odd =
      decode_text ("{\"total\":\"3\",\"max_htap_instance_num_of_taurus\":-1,\"instances\":[],"
                   "\"next\":1}");

  g_assert_cmpint (bare->total, ==, -1);
  g_assert_cmpint (bare->maximum, ==, -1);
  g_assert_cmpuint (bare->deviations->len, ==, 0);

  g_assert_cmpint (odd->total, ==, 3);
  g_assert_cmpint (odd->maximum, ==, -1);
  g_assert_cmpuint (odd->deviations->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (odd->deviations, 1), ==,
                   "total: not the number of listed instances");
}

static void
test_refused (void)
{
  static const struct {
    const char *text;
    HtapErrorReason reason;
  } cases[] = {
    { "", HTAP_ERROR_REASON_NOT_JSON },
    { "invalid json data", HTAP_ERROR_REASON_NOT_JSON },
    { "<html></html>", HTAP_ERROR_REASON_NOT_JSON },
    { "{\"instances\":[]}{}", HTAP_ERROR_REASON_NOT_JSON },
    { "{\"instances\":[", HTAP_ERROR_REASON_NOT_JSON },
    { "null", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "[]", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "\"instances\"", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"instances\":null}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"instances\":{}}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"instances\":\"none\"}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"instance\":[]}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"error_code\":\"DBS.280001\",\"error_msg\":\"x\"}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (htap_decoder_decode (bytes, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
    }
}

static void
test_bad_elements (void)
{
  g_autoptr (HtapAnswer) answer =
      decode_text ("{\"instances\":[{\"id\":\"a\",\"name\":\"first\"},null,7,[],{},"
                   "{\"id\":\"a\",\"name\":\"second\"},{\"id\":9},{\"id\":\"b\"}]}");
  static const char *const ids[] = { "a", "9", "b" };

  g_assert_cmpuint (answer->records->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (htap_record_get_text (g_ptr_array_index (answer->records, i), HTAP_TEXT_ID),
                     ==, ids[i]);
  g_assert_cmpstr (htap_record_get_text (g_ptr_array_index (answer->records, 0), HTAP_TEXT_NAME),
                   ==, "first");

  g_assert_cmpuint (answer->deviations->len, ==, 6);
  g_assert_cmpstr (g_ptr_array_index (answer->deviations, 4), ==,
                   "instances[5]: an id that came before, left out");
}

static void
assert_slices (HtapAnswer *answer, JsonArray *elements)
{
  for (guint i = 0; i < answer->records->len; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      gsize length;
      const char *text = htap_record_get_json (g_ptr_array_index (answer->records, i), &length);

      g_assert_cmpint (text[0], ==, '{');
      g_assert_cmpint (text[length - 1], ==, '}');
      g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
      g_assert_true (
          json_node_equal (json_parser_get_root (parser), json_array_get_element (elements, i)));
    }
}

static void
test_slices (void)
{
  static const char *const names[] = { "htap_list_page_example.json",
                                       "htap_list_schema_shape.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = htap_test_fixture (names[i]);
      g_autoptr (HtapAnswer) answer = decode_bytes (bytes);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *root;

      g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                 (gssize) g_bytes_get_size (bytes), NULL));
      root = json_node_get_object (json_parser_get_root (parser));
      assert_slices (answer, json_object_get_array_member (root, "instances"));
      g_assert_true (g_bytes_equal (answer->bytes, bytes));
    }
}

/* The slice is the text as it came, also where the parser was given something else, and elements
 * that were left out do not shift it. */
static void
test_slice_is_original (void)
{
  g_autoptr (HtapAnswer) answer =
      decode_text ("{\"instances\":[7, { \"id\" : 12345678901234567890, \"name\":\"\\u0000\"} ]}");
  HtapRecord *record = g_ptr_array_index (answer->records, 0);
  gsize length;
  const char *json = htap_record_get_json (record, &length);
  static const char expected[] = "{ \"id\" : 12345678901234567890, \"name\":\"\\u0000\"}";

  g_assert_cmpmem (json, length, expected, strlen (expected));
  g_assert_cmpstr (htap_record_get_text (record, HTAP_TEXT_ID), ==, "12345678901234567890");
}

/* What may stand in place of any value: every wrong type, and wrong values of each. */
static const char *const wrong_values[] = {
  "null",   "true",  "false", "0",         "-1",          "99999999999999999999999",
  "1e999",  "0.5",   "\"\"",  "\"x\"",     "\"\\u0000\"", "[]",
  "[null]", "[[1]]", "[{}]",  "[\"x\",7]", "{}",          "{\"id\":{}}",
  NULL, /* the member is missing */
};

#define MARK "@here@"

typedef struct {
  JsonNode   *root;
  HtapAnswer *sound;
  guint       changed; /* index of the instance */
  guint       n_mutations;
} Mutation;

static void
assert_siblings (const Mutation *mutation, HtapAnswer *answer)
{
  guint n_sound = mutation->sound->records->len;
  guint at = 0;

  g_assert_cmpuint (answer->records->len, >=, n_sound - 1);
  g_assert_cmpuint (answer->records->len, <=, n_sound);

  for (guint i = 0; i < n_sound; i++)
    {
      HtapRecord *sound = g_ptr_array_index (mutation->sound->records, i);

      if (i == mutation->changed)
        {
          /* It may be gone if its id is, and comes with another id if that was changed. */
          at += answer->records->len == n_sound;
          continue;
        }

      g_assert_cmpuint (
          htap_record_get_differences (sound, g_ptr_array_index (answer->records, at)), ==, 0);
      at++;
    }
}

static void
decode_mutation (Mutation *mutation, const char *value)
{
  g_autofree char *text = json_to_string (mutation->root, FALSE);
  g_auto (GStrv) parts = g_strsplit (text, "\"" MARK "\"", -1);
  g_autofree char *mutated = g_strjoinv (value != NULL ? value : "", parts);
  g_autoptr (HtapAnswer) answer = decode_text (mutated);

  assert_siblings (mutation, answer);
  mutation->n_mutations++;
}

static void mutate_members (Mutation *mutation, JsonObject *object);

static void
mutate_member (Mutation *mutation, JsonObject *object, const char *name)
{
  g_autoptr (JsonNode) original = json_node_copy (json_object_get_member (object, name));

  for (guint i = 0; i < G_N_ELEMENTS (wrong_values); i++)
    {
      if (wrong_values[i] != NULL)
        json_object_set_string_member (object, name, MARK);
      else
        json_object_remove_member (object, name);
      decode_mutation (mutation, wrong_values[i]);
    }

  json_object_set_member (object, name, json_node_copy (original));
}

static void
mutate_members (Mutation *mutation, JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);

  for (GList *l = names; l != NULL; l = l->next)
    g_ptr_array_add (copies, g_strdup (l->data));

  for (guint i = 0; i < copies->len; i++)
    {
      const char *name = g_ptr_array_index (copies, i);
      JsonNode *node = json_object_get_member (object, name);

      if (JSON_NODE_HOLDS_OBJECT (node))
        mutate_members (mutation, json_node_get_object (node));
      else if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint element = 0; element < json_array_get_length (array); element++)
            if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, element)))
              mutate_members (mutation, json_array_get_object_element (array, element));
        }
      mutate_member (mutation, object, name);
    }
}

static void
test_mutations (gconstpointer name)
{
  g_autoptr (GBytes) bytes = htap_test_fixture (name);
  g_autoptr (HtapAnswer) sound = decode_bytes (bytes);
  g_autoptr (JsonParser) parser = json_parser_new ();
  Mutation mutation = { .sound = sound };
  JsonArray *instances;

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes), NULL));
  mutation.root = json_parser_get_root (parser);
  instances = json_object_get_array_member (json_node_get_object (mutation.root), "instances");

  /* One with an action, where the example has one. */
  for (mutation.changed = 0; mutation.changed < 3; mutation.changed++)
    mutate_members (&mutation, json_array_get_object_element (instances, mutation.changed));

  g_test_message ("%u mutations", mutation.n_mutations);
  g_assert_cmpuint (mutation.n_mutations, >, 1000);
}

static HtapAnswer *
decode_async (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_decoder_decode_async (bytes, cancellable, htap_test_on_result, &result);

  return htap_decoder_decode_finish (htap_test_await (&result), error);
}

static GBytes *
make_large (guint n_instances)
{
  g_autoptr (GString) text = g_string_new ("{\"instances\":[");

  for (guint i = 0; i < n_instances; i++)
    g_string_append_printf (text, "%s{\"id\":\"id%u\",\"name\":\"%0100u\"}", i > 0 ? "," : "", i,
                            i);
  g_string_append (text, "]}");

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
test_async (void)
{
  g_autoptr (GBytes) small = make_large (10);
  g_autoptr (GBytes) large = make_large (10000);
  g_autoptr (GBytes) bad = g_bytes_new_static ("[]", 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapAnswer) few = decode_async (small, NULL, &error);
  g_autoptr (HtapAnswer) many = decode_async (large, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (few->records->len, ==, 10);
  g_assert_cmpuint (many->records->len, ==, 10000);
  g_assert_null (decode_async (bad, NULL, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) small = make_large (10);
  g_autoptr (GBytes) large = make_large (10000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (decode_async (small, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (decode_async (large, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decoder/page-example", test_page_example);
  g_test_add_func ("/decoder/schema-shape", test_schema_shape);
  g_test_add_func ("/decoder/empty-list", test_empty_list);
  g_test_add_func ("/decoder/top-level", test_top_level);
  g_test_add_func ("/decoder/refused", test_refused);
  g_test_add_func ("/decoder/bad-elements", test_bad_elements);
  g_test_add_func ("/decoder/slices", test_slices);
  g_test_add_func ("/decoder/slice-is-original", test_slice_is_original);
  g_test_add_data_func ("/decoder/mutations/page-example", "htap_list_page_example.json",
                        test_mutations);
  g_test_add_data_func ("/decoder/mutations/schema-shape", "htap_list_schema_shape.json",
                        test_mutations);
  g_test_add_func ("/decoder/async", test_async);
  g_test_add_func ("/decoder/cancelled", test_cancelled);

  return g_test_run ();
}
