/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-scanner.h"

#include <string.h>

typedef gboolean (*Skip) (HtapJsonScanner *self);

typedef struct
{
  const char *text;
  gboolean good;
  gsize position; /* behind what was skipped, if it was good */
  guint n_repairs;
} Case;

static void
assert_skips (Skip skip, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GArray) repairs = g_array_new (FALSE, FALSE, sizeof (HtapRepair));
      HtapJsonScanner scanner = { .text = cases[i].text,
                                  .length = strlen (cases[i].text),
                                  .repairs = repairs };

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (skip (&scanner), ==, cases[i].good);
      g_assert_cmpint (scanner.problem == NULL, ==, cases[i].good);
      if (!cases[i].good)
        continue;
      g_assert_cmpuint (scanner.position, ==, cases[i].position);
      g_assert_cmpuint (repairs->len, ==, cases[i].n_repairs);
    }
}

/* A repair is what json-glib would read as something else. */
static void
test_strings (void)
{
  static const Case cases[] = {
    { "\"\"", TRUE, 2, 0 },
    { "\"a\"b", TRUE, 3, 0 },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", TRUE, 18, 0 },
    { "\"\\u00e9\"", TRUE, 8, 0 },
    { "\"\\ud83d\\ude00\"", TRUE, 14, 0 },
    { "\"\\u0000\"", TRUE, 8, 1 },
    { "\"\\ud83d\"", TRUE, 8, 1 },
    { "\"\\ude00\\ud83d\"", TRUE, 14, 2 },
    { "a", FALSE },
    { "\"a", FALSE },
    { "\"a\n\"", FALSE },
    { "\"\\x\"", FALSE },
    { "\"\\", FALSE },
    { "\"\\u12\"", FALSE },
  };

  assert_skips (htap_json_scanner_skip_string, cases, G_N_ELEMENTS (cases));
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "0", TRUE, 1, 0 },
    { "-12,", TRUE, 3, 0 },
    { "01", TRUE, 1, 0 }, /* the 1 is somebody else's to refuse */
    { "123456789012345678", TRUE, 18, 0 },
    { "1234567890123456789", TRUE, 19, 1 },
    { "1.5", TRUE, 3, 1 },
    { "1e-5", TRUE, 4, 1 },
    { "-", FALSE },
    { "+1", FALSE },
    { "1.", FALSE },
    { "1e+", FALSE },
    { "x", FALSE },
  };

  assert_skips (htap_json_scanner_skip_number, cases, G_N_ELEMENTS (cases));
}

/* Nothing is read behind the end, which no NUL marks. */
static void
test_end (void)
{
  HtapJsonScanner scanner = { .text = " \t\r\ntrue", .length = 7 };

  htap_json_scanner_skip_white_space (&scanner);
  g_assert_cmpuint (scanner.position, ==, 4);
  g_assert_false (htap_json_scanner_skip_literal (&scanner, "true"));
  scanner.problem = NULL;
  scanner.length = 8;
  g_assert_true (htap_json_scanner_skip_literal (&scanner, "true"));
  g_assert_cmpint (htap_json_scanner_peek (&scanner), ==, '\0');
  g_assert_false (htap_json_scanner_accept (&scanner, 'x'));
  g_assert_cmpint (htap_json_scanner_peek_escape (&scanner, 3), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scanner/strings", test_strings);
  g_test_add_func ("/json-scanner/numbers", test_numbers);
  g_test_add_func ("/json-scanner/end", test_end);

  return g_test_run ();
}
