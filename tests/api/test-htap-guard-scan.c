/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-guard-scan.h"

#include "htap-answer.h"
#include "htap-error.h"
#include "htap-test.h"

#include <string.h>

static GBytes *
repeat (char c, gsize count)
{
  char *text = g_malloc (count);

  memset (text, c, count);

  return g_bytes_new_take (text, count);
}

static void
assert_refused (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (htap_guard_scan_new (bytes, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_NOT_JSON);
}

static HtapGuardScan *
scan (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  HtapGuardScan *result = htap_guard_scan_new (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);

  return result;
}

static void
test_good (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "null",
    "true",
    " \t\r\n{ } ",
    "\xef\xbb\xbf{}",
    "\"\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
    "\"实例\"",
    "\"\\ud83d\\ude00\"",
    "\"\\u0000\"",
    "\"\\ud83d\"",
    "\"\\ude00\\ud83d\"",
    "0",
    "-0",
    "-1.5e+10",
    "1E9",
    "123456789012345678901234567890",
    "[1,2 , 3]",
    "{\"a\":{\"b\":[{\"c\":null}]},\"a\":1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    htap_guard_scan_free (scan (texts[i]));
}

static void
test_bad (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "\xef\xbb\xbf",
    "{",
    "}",
    "[",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{\"a\" 1}",
    "{a:1}",
    "{'a':1}",
    "'a'",
    "\"a",
    "\"\\",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u12g4\"",
    "\"\t\"",
    "\"\n\"",
    "tru",
    "truee",
    "True",
    "nul",
    "NaN",
    "Infinity",
    "-",
    "01",
    "-01",
    "1.",
    ".5",
    "1e",
    "1e+",
    "+1",
    "0x10",
    "010",
    "{}{}",
    "{} x",
    "[] []",
    "/* a */ {}",
    "{} // a",
    "var x = {};",
    "{\"a\":1;}",
    "\xff",
    "\"\xc3\"",
    "\"\xed\xa0\x80\"",
    "<html></html>",
    "invalid json data",
    "\xff\xfe{\0}\0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_test_message ("case %u", i);
      assert_refused (bytes);
    }
}

static void
test_nul_byte (void)
{
  g_autoptr (GBytes) inside = g_bytes_new_static ("[\"a\0b\"]", 7);
  g_autoptr (GBytes) behind = g_bytes_new_static ("[]\0", 3);

  assert_refused (inside);
  assert_refused (behind);
}

/* Every beginning of a good text is a bad one, and none of them is read beyond its end: under the
 * address sanitizer each lives in a block of just its size. */
static void
test_cut_anywhere (void)
{
  static const char text[] = "{\"a\\u0041\\ud83d\\ude00\":[true,null,-1.5e3,\"\\n\"]}";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);

      assert_refused (bytes);
    }
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) brackets = repeat ('[', 100000);
  g_autoptr (GBytes) deep = NULL;

  for (guint i = 0; i < HTAP_GUARD_DEPTH; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < HTAP_GUARD_DEPTH; i++)
    g_string_append_c (text, ']');
  htap_guard_scan_free (scan (text->str));

  g_string_prepend_c (text, '[');
  g_string_append_c (text, ']');
  deep = g_bytes_new (text->str, text->len);
  assert_refused (deep);
  assert_refused (brackets);
}

static void
test_size (void)
{
  g_autoptr (GBytes) large = repeat (' ', HTAP_ANSWER_LIMIT + 1);
  g_autoptr (GBytes) largest = repeat (' ', HTAP_ANSWER_LIMIT);
  g_autoptr (GError) error = NULL;

  g_assert_null (htap_guard_scan_new (large, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TOO_LARGE);
  assert_refused (largest);
}

static void
test_elements (void)
{
  static const struct
  {
    const char *text;
    const char *elements[4];
  } cases[] = {
    { "{\"instances\":[]}", { NULL } },
    { "{\"total\":[1],\"instances\":[{\"a\":[2]},3]}", { "{\"a\":[2]}", "3" } },
    { "{\"instances\" : [ {\"a\" : 1 } \n,\t\"]\" , null ]}", { "{\"a\" : 1 }", "\"]\"", "null" } },
    { "\xef\xbb\xbf{\"instances\":[7]}", { "7" } },
    { "{\"a\":{\"instances\":[1]}}", { NULL } },
    { "{\"instances\":{\"instances\":[1]}}", { NULL } },
    { "[{\"instances\":[1]}]", { NULL } },
    { "{\"instances\":[1,2],\"instances\":[3]}", { "3" } },
    { "{\"instances\":[1,2],\"instances\":4}", { NULL } },
    { "{\"instances\":[1],\"\\u0069nstances\":[2]}", { "2" } },
    { "{\"instances\":[1],\"\\u0069nstance\":[2],\"instancess\":[3],\"\":[4]}", { "1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapGuardScan) result = scan (cases[i].text);
      guint n_elements = 0;

      for (; cases[i].elements[n_elements] != NULL; n_elements++)
        {
          const HtapByteRange *range;
          g_autofree char *slice = NULL;

          g_assert_cmpuint (result->elements->len, >, n_elements);
          range = &g_array_index (result->elements, HtapByteRange, n_elements);
          slice = g_strndup (cases[i].text + range->start, range->end - range->start);
          g_assert_cmpstr (slice, ==, cases[i].elements[n_elements]);
        }
      g_assert_cmpuint (result->elements->len, ==, n_elements);
    }
}

static void
test_repairs (void)
{
  static const char text[] =
      "[1, 123456789012345678, 1234567890123456789, 1.0, \"\\u0000\", \"\\ud83d\\ude00\", "
      "\"\\udead\"]";
  static const char *const expected[] = { "1234567890123456789", "1.0", "\\u0000", "\\udead" };
  g_autoptr (HtapGuardScan) result = scan (text);

  g_assert_cmpuint (result->repairs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const HtapRepair *repair = &g_array_index (result->repairs, HtapRepair, i);
      g_autofree char *token =
          g_strndup (text + repair->range.start, repair->range.end - repair->range.start);

      g_assert_cmpstr (token, ==, expected[i]);
      g_assert_cmpint (repair->is_number, ==, expected[i][0] != '\\');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guard-scan/good", test_good);
  g_test_add_func ("/guard-scan/bad", test_bad);
  g_test_add_func ("/guard-scan/nul-byte", test_nul_byte);
  g_test_add_func ("/guard-scan/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/guard-scan/depth", test_depth);
  g_test_add_func ("/guard-scan/size", test_size);
  g_test_add_func ("/guard-scan/elements", test_elements);
  g_test_add_func ("/guard-scan/repairs", test_repairs);

  return g_test_run ();
}
