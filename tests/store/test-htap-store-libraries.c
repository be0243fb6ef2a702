/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-store-libraries.h"

static void
test_text (void)
{
  g_autofree char *text = htap_store_libraries_dup_text ();

  g_assert_true (
      g_regex_match_simple ("^libsecret 0\\.[0-9]+\\.[0-9]+ \\(built with\\)\n$", text, 0, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store-libraries/text", test_text);

  return g_test_run ();
}
