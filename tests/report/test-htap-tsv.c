/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-tsv.h"

#include "htap-rows-fixture.h"

static void
test_tsv (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autofree char *empty = NULL;
  g_autofree char *text = NULL;

  htap_rows_fixture_init (&fixture);
  empty = htap_tsv_format (&fixture.rows);
  g_assert_cmpstr (empty, ==, "");

  htap_rows_fixture_add (&fixture, "with\ttab, \"line\"\nbreak", 3306, "192.168.0.207");
  htap_rows_fixture_add (&fixture, NULL, 0, NULL);
  htap_rows_fixture_add (&fixture, "=1+1", 80, "-");
  fixture.rows.titles = HTAP_ROWS_TITLES_IDS;
  text = htap_tsv_format (&fixture.rows);
  g_assert_cmpstr (text, ==,
                   "name\tport\tdata_vip\n"
                   "with tab, \"line\" break\t3306\t192.168.0.207\n"
                   "\t\t\n"
                   "'=1+1\t80\t'-\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tsv/format", test_tsv);

  return g_test_run ();
}
