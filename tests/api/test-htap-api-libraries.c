/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-api-libraries.h"

static void
test_text (void)
{
  g_autofree char *text = htap_api_libraries_dup_text ();

  g_assert_true (g_regex_match_simple (
      "^libsoup 3\\.[0-9]+\\.[0-9]+\njson-glib 1\\.[0-9]+\\.[0-9]+ \\(built with\\)\n$", text, 0,
      0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/api-libraries/text", test_text);

  return g_test_run ();
}
