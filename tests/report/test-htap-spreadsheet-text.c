/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-spreadsheet-text.h"

static void
test_is_run (void)
{
  static const char *const run[] = {
    "=1+1",       "+cmd|' /C calc'!A0",
    "-2+3",       "@SUM(A1)",
    "\t=1",       "\r",
    "\nx",        "  =1",
    "\xC2\xA0=1", "\xEF\xBB\xBF=1",
    "＝1",        "＋1",
    "－1-1",      "＠a",
    "-",          "+",
    "-1.",        "-1e",
    "--1",        "-1;2",
  };
  static const char *const read[] = {
    "",   "a",     "htap-1",  "192.168.0.1", "0",   "5",    "-5",
    "+5", "-1.25", "fd00::1", "a=b",         " a ", "订单", "'=1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (run); i++)
    g_assert_true (htap_spreadsheet_text_is_run (run[i]));
  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    g_assert_false (htap_spreadsheet_text_is_run (read[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spreadsheet-text/is-run", test_is_run);

  return g_test_run ();
}
