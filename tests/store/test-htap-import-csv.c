/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-csv.h"

#include "htap-import-fixture.h"

static void
test_as_the_console_gives_it (void)
{
  g_autoptr (GPtrArray) offers = htap_import_fixture_parse (
      htap_import_csv_parse, "\357\273\277User Name,Access Key Id,Secret Access Key\r\n"
                             "\"ops\",AK,SK\r\n");

  g_assert_cmpuint (offers->len, ==, 1);
  htap_import_fixture_check_key (offers->pdata[0], "AK", "SK", NULL);
  g_assert_cmpint (htap_import_offer_get_origin (offers->pdata[0]), ==, HTAP_IMPORT_CSV);
  g_assert_cmpstr (htap_import_offer_get_name (offers->pdata[0]), ==, "ops");
  g_assert_cmpint (htap_import_offer_get_missing (offers->pdata[0]), ==,
                   HTAP_IMPORT_MISSING_REGION);
}

/* Other order, quotes with everything in them, more columns and rows, no line end at the end. */
static void
test_as_a_spreadsheet_saves_it (void)
{
  g_autoptr (GPtrArray) offers = htap_import_fixture_parse (
      htap_import_csv_parse, " secret access key ,\"access key id\",Note,\"User Name\"\n"
                             "SK1,AK1,\"a, \"\"b\"\"\nc\",\"o\"\"ps\"\n\n"
                             "\"SK2\",\"AK2\"\n"
                             ",,,nobody\n"
                             "SK3,AK3,,third");

  g_assert_cmpuint (offers->len, ==, 3);
  htap_import_fixture_check_key (offers->pdata[0], "AK1", "SK1", NULL);
  htap_import_fixture_check_key (offers->pdata[1], "AK2", "SK2", NULL);
  htap_import_fixture_check_key (offers->pdata[2], "AK3", "SK3", NULL);
  g_assert_cmpstr (htap_import_offer_get_name (offers->pdata[0]), ==, "o\"ps");
  g_assert_null (htap_import_offer_get_name (offers->pdata[1]));
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("Access Key Id,Secret Access Key\n");
  g_autoptr (GPtrArray) offers = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "AK,SK\n");
  offers = htap_import_fixture_parse (htap_import_csv_parse, text->str);
  g_assert_cmpuint (offers->len, ==, 100);
}

static void
test_refused (void)
{
  static const char *const broken[] = {
    "",
    "\n",
    "User Name,Password\nops,pw",
    "User Name;Access Key Id;Secret Access Key\na;b;c",
    "Access Key Id\nAK",
    "\"Access Key Id,Secret Access Key\nAK,SK",
  };
  static const char *const empty[] = {
    "Access Key Id,Secret Access Key",
    "Access Key Id,Secret Access Key\r\n\r\n",
    "User Name,Access Key Id,Secret Access Key\nops\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    htap_import_fixture_refuse (htap_import_csv_parse, broken[i], HTAP_ERROR_REASON_IMPORT_BROKEN);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    htap_import_fixture_refuse (htap_import_csv_parse, empty[i], HTAP_ERROR_REASON_IMPORT_NO_KEYS);
}

static void
test_damaged (void)
{
  htap_import_fixture_damage (
      htap_import_csv_parse,
      "User Name,Access Key Id,Secret Access Key\r\n\"o\"\"ps\",AK,SECRET\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-csv/as-the-console-gives-it", test_as_the_console_gives_it);
  g_test_add_func ("/import-csv/as-a-spreadsheet-saves-it", test_as_a_spreadsheet_saves_it);
  g_test_add_func ("/import-csv/many", test_many);
  g_test_add_func ("/import-csv/refused", test_refused);
  g_test_add_func ("/import-csv/damaged", test_damaged);

  return g_test_run ();
}
