/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-sdk.h"

#include "htap-import-fixture.h"

static void
test_whole (void)
{
  g_autoptr (GPtrArray) offers = htap_import_fixture_parse (
      htap_import_sdk_parse,
      "# keys\r\nak = NOT\r\n[global]\r\nak = NOT\r\nsk = NOT\r\n\r\n [basic] \r\nak = AK\r\n"
      "sk=S=K/+1\r\n;sk=NOT\r\nproject_id = p1\r\nsecurity_token = ST\r\n"
      "iam_endpoint = https://iam.example\r\nidp_id = x\r\nnonsense\r\n[other]\r\nak = NOT");
  HtapImportOffer *offer;

  g_assert_cmpuint (offers->len, ==, 1);
  offer = offers->pdata[0];
  htap_import_fixture_check_key (offer, "AK", "S=K/+1", "ST");
  g_assert_cmpint (htap_import_offer_get_origin (offer), ==, HTAP_IMPORT_SDK);
  g_assert_cmpstr (htap_import_offer_get_project_id (offer), ==, "p1");
  g_assert_cmpstr (htap_profile_get_iam_endpoint (htap_import_offer_get_profile (offer)), ==,
                   "https://iam.example");
  g_assert_cmpint (htap_import_offer_get_missing (offer), ==, HTAP_IMPORT_MISSING_REGION);
}

static void
test_half (void)
{
  g_autoptr (GPtrArray) offers =
      htap_import_fixture_parse (htap_import_sdk_parse, "[basic]\nak = AK\nsk =\n");

  htap_import_fixture_check_key (offers->pdata[0], "AK", NULL, NULL);
}

static void
test_none (void)
{
  static const char *const texts[] = {
    "",
    "\n\n",
    "[basic]",
    "[basic]\nsk = SK",
    "ak = AK\nsk = SK",
    "[global]\nak = AK\nsk = SK",
    "[basic]\nak =\n",
    "[basic\nak = AK\n",
    "{\"ak\": \"AK\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    htap_import_fixture_refuse (htap_import_sdk_parse, texts[i], HTAP_ERROR_REASON_IMPORT_NO_KEYS);
}

static void
test_damaged (void)
{
  htap_import_fixture_damage (htap_import_sdk_parse,
                              "[basic]\nak = AK\nsk = SECRET\n\n#\nproject_id = p1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-sdk/whole", test_whole);
  g_test_add_func ("/import-sdk/half", test_half);
  g_test_add_func ("/import-sdk/none", test_none);
  g_test_add_func ("/import-sdk/damaged", test_damaged);

  return g_test_run ();
}
