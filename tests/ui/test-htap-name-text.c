/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-name-text.h"

#include <string.h>

static void
test_bound (void)
{
  g_autofree char *endless = g_strnfill (100000, 'x');
  g_autofree char *cut = htap_name_text_dup (endless);
  g_autofree char *plain = htap_name_text_dup ("PROD\n1");

  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 513);
  g_assert_true (g_str_has_suffix (cut, "x…"));
  g_assert_true (g_str_has_prefix (plain, "PROD"));
  g_assert_null (strchr (plain, '\n'));
  g_assert_null (htap_name_text_dup (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name-text/bound", test_bound);

  return g_test_run ();
}
