/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-text-table.h"

static void
test_aligned (void)
{
  static const gboolean numbers[] = { FALSE, TRUE };
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *table = NULL;
  g_autofree char *plain = NULL;

  g_ptr_array_add (cells, (char *) "Name");
  g_ptr_array_add (cells, (char *) "Port");
  g_ptr_array_add (cells, (char *) "实例一");
  g_ptr_array_add (cells, (char *) "1");

  table = htap_text_table_format (cells, 2, numbers);
  g_assert_cmpstr (table, ==, "Name    Port\n实例一     1\n");
  plain = htap_text_table_format (cells, 2, NULL);
  g_assert_cmpstr (plain, ==, "Name    Port\n实例一  1\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-table/aligned", test_aligned);

  return g_test_run ();
}
