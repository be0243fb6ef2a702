/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-key.h"

#include "htap-import-fixture.h"

static void
test_whole (void)
{
  const HtapImportKey key = { " AK\n", "SK", "ST", "cn-north-4", "p1", "https://iam.example" };
  g_autoptr (HtapImportOffer) offer =
      htap_import_key_offer (&key, HTAP_IMPORT_KOOCLI, "/f", "name");
  HtapProfile *profile = htap_import_offer_get_profile (offer);

  htap_import_fixture_check_key (offer, "AK", "SK", "ST");
  g_assert_cmpint (htap_import_offer_get_origin (offer), ==, HTAP_IMPORT_KOOCLI);
  g_assert_cmpstr (htap_import_offer_get_path (offer), ==, "/f");
  g_assert_cmpstr (htap_import_offer_get_name (offer), ==, "name");
  g_assert_cmpstr (htap_profile_find_project_id (profile, "cn-north-4"), ==, "p1");
  g_assert_cmpstr (htap_profile_get_iam_endpoint (profile), ==, "https://iam.example");
  g_assert_null (htap_import_offer_get_project_id (offer));
  g_assert_cmpint (htap_import_offer_get_missing (offer), ==, HTAP_IMPORT_MISSING_NOTHING);
}

static void
test_no_region (void)
{
  const HtapImportKey key = { .access_key_id = "AK", .secret_key = "SK", .project_id = "p1" };
  g_autoptr (HtapImportOffer) offer = htap_import_key_offer (&key, HTAP_IMPORT_SDK, "/f", NULL);

  g_assert_cmpstr (htap_import_offer_get_project_id (offer), ==, "p1");
  g_assert_cmpint (htap_import_offer_get_missing (offer), ==, HTAP_IMPORT_MISSING_REGION);
}

/* What cannot be an id or a key is missing, and never part of the profiles file or a header. */
static void
test_impossible (void)
{
  const HtapImportKey key = { "A K", "S\nK", "", "cn;x:y", "p/1", NULL };
  g_autoptr (HtapImportOffer) offer = htap_import_key_offer (&key, HTAP_IMPORT_CSV, "/f", NULL);

  htap_import_fixture_check_key (offer, NULL, NULL, NULL);
  g_assert_null (htap_import_offer_get_project_id (offer));
  g_assert_cmpint (htap_import_offer_get_missing (offer), ==,
                   HTAP_IMPORT_MISSING_REGION | HTAP_IMPORT_MISSING_ACCESS_KEY_ID |
                       HTAP_IMPORT_MISSING_SECRET_KEY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-key/whole", test_whole);
  g_test_add_func ("/import-key/no-region", test_no_region);
  g_test_add_func ("/import-key/impossible", test_impossible);

  return g_test_run ();
}
