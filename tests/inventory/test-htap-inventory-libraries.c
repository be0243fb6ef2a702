/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

static void
test_libraries (void)
{
  g_autofree char *text = htap_inventory_dup_libraries ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "libsoup "));
  g_assert_true (g_str_has_prefix (lines[1], "json-glib "));
  g_assert_true (g_str_has_prefix (lines[2], "libsecret "));
  g_assert_cmpstr (lines[3], ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inventory-libraries/text", test_libraries);

  return g_test_run ();
}
