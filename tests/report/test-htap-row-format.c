/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-row-format.h"

#include "htap-rows-fixture.h"

static void
test_find (void)
{
  HtapRowFormat found;

  for (guint i = 0; i < HTAP_N_ROW_FORMATS; i++)
    {
      g_assert_true (htap_row_format_find (htap_row_format_get_id (i), &found));
      g_assert_cmpuint (found, ==, i);
    }
  g_assert_false (htap_row_format_find ("table", &found));
  g_assert_false (htap_row_format_find (NULL, &found));
  g_assert_cmpstr (htap_row_format_get_extension (HTAP_ROW_FORMAT_MARKDOWN), ==, "md");
  g_assert_cmpstr (htap_row_format_get_name (HTAP_ROW_FORMAT_CSV), ==, "CSV");
}

static void
test_write (void)
{
  static const char *const beginnings[] = {
    [HTAP_ROW_FORMAT_CSV] = "name,port,data_vip\r\nhtap-fjld,",
    [HTAP_ROW_FORMAT_TSV] = "name\tport\tdata_vip\nhtap-fjld\t",
    [HTAP_ROW_FORMAT_JSON] = "{\n  \"version\" : 1,",
    [HTAP_ROW_FORMAT_MARKDOWN] = "| name | port | data_vip |\n",
  };
  g_auto (HtapRowsFixture) fixture;

  htap_rows_fixture_init (&fixture);
  htap_rows_fixture_add (&fixture, "htap-fjld", 3306, "192.168.0.207");
  fixture.rows.titles = HTAP_ROWS_TITLES_IDS;
  for (guint i = 0; i < HTAP_N_ROW_FORMATS; i++)
    {
      g_autofree char *text = htap_row_format_write (i, &fixture.rows, 1);

      g_assert_true (g_str_has_prefix (text, beginnings[i]));
      g_assert_true (g_str_has_suffix (text, "\n"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-format/find", test_find);
  g_test_add_func ("/row-format/write", test_write);

  return g_test_run ();
}
