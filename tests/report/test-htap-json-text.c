/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-text.h"

#include "htap-hostile-text.h"
#include "htap-test.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
pretty (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return htap_json_text_dup_pretty (bytes);
}

static void
assert_pretty (const char *json, const char *expected)
{
  g_autofree char *text = pretty (json);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_indents (void)
{
  assert_pretty ("{\"a\":1,\"b\":[true,null],\"c\":{}}",
                 "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ],\n  \"c\": {}\n}");
  assert_pretty (" [ ] ", "[]");
  assert_pretty ("[\n{ }\t,\r\n[ ] ]", "[\n  {},\n  []\n]");
  assert_pretty ("", "");
}

/* What the service wrote is evidence: no number is rounded, no escape rewritten. */
static void
test_keeps_every_letter (void)
{
  assert_pretty ("[1.10,12345678901234567890123,-0e5]",
                 "[\n  1.10,\n  12345678901234567890123,\n  -0e5\n]");
  assert_pretty ("[\"\\u00e9\\/ \\\"{[,:]}\\\\\"]", "[\n  \"\\u00e9\\/ \\\"{[,:]}\\\\\"\n]");
  assert_pretty ("{\"名\":\" two  spaces \"}", "{\n  \"名\": \" two  spaces \"\n}");
}

static void
test_survives_what_is_no_json (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("[\"\0\xff", 4);
  g_autofree char *text = htap_json_text_dup_pretty (bytes);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  assert_pretty ("\"never ends", "\"never ends");
  assert_pretty ("\"\\", "\"\\");
  assert_pretty ("]]", "\n]\n]");
}

/* Half a million levels: neither the stack nor the memory gives in. */
static void
test_depth_is_bounded (void)
{
  const gsize n_levels = 500000;
  char *brackets = g_malloc (n_levels);
  g_autoptr (GBytes) bytes = g_bytes_new_take (brackets, n_levels);
  g_autofree char *text = NULL;

  memset (brackets, '[', n_levels);
  text = htap_json_text_dup_pretty (bytes);

  g_assert_cmpuint (strlen (text), <, n_levels * 70);
}

static void
test_fixture (void)
{
  g_autoptr (GBytes) bytes = htap_test_fixture ("htap_list_page_example.json");
  g_autofree char *text = htap_json_text_dup_pretty (bytes);

  g_assert_nonnull (strstr (text, "\n      \"data_vip\": \"192.168.0.207\",\n"));
  g_assert_nonnull (strstr (text, "\n      \"proxy_ips\": [],\n"));
}

/* Fit to be looked at, and still the same for a program. */
static void
test_escape (void)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();
  g_autofree char *plain = htap_json_text_escape ("{\n  \"名\": \"é\\n\"\n}\n");
  g_autofree char *beyond = htap_json_text_escape ("\"\xF3\xA0\x81\x81\"");

  g_assert_cmpstr (plain, ==, "{\n  \"名\": \"é\\n\"\n}\n");
  g_assert_cmpstr (beyond, ==, "\"\\udb40\\udc41\"");

  for (guint i = 0; i < texts->len; i++)
    {
      const HtapHostileText *hostile = &g_array_index (texts, HtapHostileText, i);
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
      g_autoptr (JsonNode) back = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *json = NULL;
      g_autofree char *escaped = NULL;

      json_node_set_string (node, hostile->text);
      json = json_to_string (node, FALSE);
      escaped = htap_json_text_escape (json);
      g_assert_null (strpbrk (escaped, "\x1b\n\x7f"));
      g_assert_null (strstr (escaped, "\xE2\x80\xAE"));
      g_assert_null (strstr (escaped, "\xC2\x9B"));
      back = json_from_string (escaped, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (json_node_get_string (back), ==, hostile->text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-text/indents", test_indents);
  g_test_add_func ("/json-text/keeps-every-letter", test_keeps_every_letter);
  g_test_add_func ("/json-text/survives-what-is-no-json", test_survives_what_is_no_json);
  g_test_add_func ("/json-text/depth-is-bounded", test_depth_is_bounded);
  g_test_add_func ("/json-text/fixture", test_fixture);
  g_test_add_func ("/json-text/escape", test_escape);

  return g_test_run ();
}
