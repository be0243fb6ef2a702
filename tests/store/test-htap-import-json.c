/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-json.h"

#include <string.h>

/* Returns: (transfer full) (nullable): the only string in an array. */
static char *
take_string (const char *json)
{
  g_autofree char *text = g_strdup_printf ("[%s]", json);
  HtapImportJson reader;
  g_autofree char *string = NULL;

  htap_import_json_init (&reader, text);
  g_assert_true (htap_import_json_enter (&reader, '['));
  g_assert_true (htap_import_json_next_element (&reader));
  string = g_strdup (htap_import_json_take_string (&reader));
  if (htap_import_json_next_element (&reader) || !htap_import_json_is_at_end (&reader))
    return NULL;

  return g_steal_pointer (&string);
}

static void
test_strings (void)
{
  static const struct
  {
    const char *json;
    const char *text;
  } cases[] = {
    { "\"\"", "" },
    { "\"你\"", "你" },
    { "\"a\\\"\\\\\\/\\b\\f\\n\\r\\tz\"", "a\"\\/\b\f\n\r\tz" },
    { "\"\\u0041\\u4f60\\ud83d\\uDE00.\"", "A你😀." },
    { "7", NULL },
    { "null", NULL },
    { "{\"a\": [\"]\", {}]}", NULL },
    { "\"a", NULL },
    { "\"a\nb\"", NULL },
    { "\"\\x\"", NULL },
    { "\"\\", NULL },
    { "\"\\u12\"", NULL },
    { "\"\\u0000\"", NULL },
    { "\"\\ud83d\"", NULL },
    { "\"\\ud83d\\u0041\"", NULL },
    { "\"\\udc00\"", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = take_string (cases[i].json);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_walk (void)
{
  char text[] =
      " { \"skipped\" : [1, -2.5e+3, true, {\"a\": null}], \"list\": [ \"x\", 7, \"y\" ],\n"
      "\"yes\": true, \"also\": \"TRUE\", \"no\": \"yes\", \"object\": 7 } ";
  g_autoptr (GString) seen = g_string_new (NULL);
  HtapImportJson json;
  const char *name;

  htap_import_json_init (&json, text);
  g_assert_true (htap_import_json_enter (&json, '{'));
  while (htap_import_json_next_member (&json, &name))
    {
      g_string_append_printf (seen, "%s:", name);
      if (g_str_equal (name, "skipped"))
        htap_import_json_skip (&json);
      else if (g_str_equal (name, "object"))
        g_assert_false (htap_import_json_enter (&json, '{'));
      else if (!g_str_equal (name, "list"))
        g_string_append (seen, htap_import_json_take_flag (&json) ? "+" : "-");
      else if (htap_import_json_enter (&json, '['))
        while (htap_import_json_next_element (&json))
          {
            const char *string = htap_import_json_take_string (&json);

            g_string_append (seen, string != NULL ? string : "?");
          }
    }

  g_assert_true (htap_import_json_is_at_end (&json));
  g_assert_cmpstr (seen->str, ==, "skipped:list:x?yyes:+also:+no:-object:");
}

static void
test_broken (void)
{
  static const char *const texts[] = {
    "",          "{",     "{\"a\"",    "{\"a\":", "{\"a\":}",    "{\"a\":1",
    "{\"a\" 1}", "{a:1}", "{\"a\":[}", "{} x",    "{\"a\":'x'}", "[]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strdup (texts[i]);
      HtapImportJson json;
      const char *name;
      gboolean entered;

      htap_import_json_init (&json, text);
      entered = htap_import_json_enter (&json, '{');
      while (entered && htap_import_json_next_member (&json, &name))
        htap_import_json_skip (&json);
      g_assert_false (entered && htap_import_json_is_at_end (&json));
    }
}

/* However deep it is, no stack grows. */
static void
test_deep (void)
{
  const gsize depth = 1000 * 1000;
  g_autofree char *text = g_strnfill (2 * depth, '[');
  HtapImportJson json;

  memset (text + depth, ']', depth);
  htap_import_json_init (&json, text);
  htap_import_json_skip (&json);
  g_assert_true (htap_import_json_is_at_end (&json));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-json/strings", test_strings);
  g_test_add_func ("/import-json/walk", test_walk);
  g_test_add_func ("/import-json/broken", test_broken);
  g_test_add_func ("/import-json/deep", test_deep);

  return g_test_run ();
}
