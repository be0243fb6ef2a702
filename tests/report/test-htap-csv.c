/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-csv.h"

#include "htap-rows-fixture.h"

static void
test_rfc_4180 (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autofree char *text = NULL;

  htap_rows_fixture_init (&fixture);
  htap_rows_fixture_add (&fixture, "plain", 3306, "192.168.0.207");
  htap_rows_fixture_add (&fixture, "a,b", 1, "say \"hi\"");
  htap_rows_fixture_add (&fixture, "订单\r\n分析", 2, " edge");
  htap_rows_fixture_add (&fixture, NULL, 0, NULL);
  fixture.rows.titles = HTAP_ROWS_TITLES_LABELS;
  text = htap_csv_format (&fixture.rows);
  g_assert_cmpstr (text, ==,
                   "Name,Port,Private IP\r\n"
                   "plain,3306,192.168.0.207\r\n"
                   "\"a,b\",1,\"say \"\"hi\"\"\"\r\n"
                   "订单  分析,2,\" edge\"\r\n"
                   ",,\r\n");
}

static void
test_byte_order_mark (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autofree char *text = NULL;

  htap_rows_fixture_init (&fixture);
  fixture.rows.titles = HTAP_ROWS_TITLES_IDS;
  fixture.rows.byte_order_mark = TRUE;
  text = htap_csv_format (&fixture.rows);
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBFname,port,data_vip\r\n");
}

static void
test_formulas (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autofree char *text = NULL;

  htap_rows_fixture_init (&fixture);
  htap_rows_fixture_add (&fixture, "=HYPERLINK(\"http://a\")", -5, "-5");
  htap_rows_fixture_add (&fixture, "\t=1", 1, "＝1");
  text = htap_csv_format (&fixture.rows);
  g_assert_cmpstr (text, ==,
                   "\"'=HYPERLINK(\"\"http://a\"\")\",-5,-5\r\n"
                   "\"' =1\",1,'＝1\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/rfc-4180", test_rfc_4180);
  g_test_add_func ("/csv/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/csv/formulas", test_formulas);

  return g_test_run ();
}
