/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-parse.h"

#include "htap-error.h"
#include "htap-guard-scan.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = htap_json_parse (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);

  return root;
}

/* What json-glib 1.6 would wrap, round or cut short on its own. */
static void
test_repaired (void)
{
  static const struct
  {
    const char *json;
    const char *text;
  } cases[] = {
    { "[9223372036854775808]", "9223372036854775808" },
    { "[-12345678901234567890123]", "-12345678901234567890123" },
    { "[3.10]", "3.10" },
    { "[1e999]", "1e999" },
    { "[\"a\\u0000b\"]", "a\357\277\275b" },
    { "[\"a\\ud83db\"]", "a\357\277\275b" },
    { "[\"a\\ude00\\ud83d\"]", "a\357\277\275\357\277\275" },
    { "[\"\\ud83d\\ude00\\u4e2d\"]", "\360\237\230\200中" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = parse (cases[i].json);

      g_assert_cmpstr (json_array_get_string_element (json_node_get_array (root), 0), ==,
                       cases[i].text);
    }
}

static void
test_untouched (void)
{
  g_autoptr (JsonNode) root = parse ("\xef\xbb\xbf [ 999999999999999999, -7, true, null, 0 ]");
  JsonArray *array = json_node_get_array (root);

  g_assert_cmpint (json_array_get_int_element (array, 0), ==, 999999999999999999);
  g_assert_cmpint (json_array_get_int_element (array, 1), ==, -7);
  g_assert_true (json_array_get_boolean_element (array, 2));
  g_assert_true (json_array_get_null_element (array, 3));
  g_assert_cmpint (json_array_get_int_element (array, 4), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}{}", 4);
  g_autoptr (GError) error = NULL;

  g_assert_null (htap_json_parse (bytes, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
}

/* What else an answer may be, it is no list. */
static void
test_list (void)
{
  static const char *const wrong[] = {
    "[]", "7", "{}", "{\"list\":null}", "{\"list\":{}}", "{\"list\":\"a\"}", "{\"other\":[]}",
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"a\":1,\"list\":[null]}", 21);
  g_autoptr (JsonNode) root = htap_json_parse_list (bytes, "list", NULL);
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "list")), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GBytes) wrong_bytes = g_bytes_new_static (wrong[i], strlen (wrong[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (htap_json_parse_list (wrong_bytes, "list", &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==,
                       HTAP_ERROR_REASON_NOT_DOCUMENTED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-parse/repaired", test_repaired);
  g_test_add_func ("/json-parse/untouched", test_untouched);
  g_test_add_func ("/json-parse/refused", test_refused);
  g_test_add_func ("/json-parse/list", test_list);

  return g_test_run ();
}
