/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-environment.h"

#include "htap-import-fixture.h"

static GPtrArray *
find (const char *lines)
{
  g_auto (GStrv) environment = g_strsplit (lines, "\n", -1);
  GPtrArray *offers = g_ptr_array_new_with_free_func (g_object_unref);

  htap_import_environment_find ((const char *const *) environment, offers);

  return offers;
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) offers = find ("HW_REGION_NAME=cn-north-4\nHW_ACCESS_KEY=AK");

  g_assert_cmpuint (offers->len, ==, 0);
}

/* The SDKs have no variable for the region. */
static void
test_key (void)
{
  g_autoptr (GPtrArray) offers =
      find ("HUAWEICLOUD_SDK_AK=AK\nHUAWEICLOUD_SDK_SK=SK\nHUAWEICLOUD_SDK_PROJECT_ID=p1");

  g_assert_cmpuint (offers->len, ==, 1);
  htap_import_fixture_check_key (offers->pdata[0], "AK", "SK", NULL);
  g_assert_cmpint (htap_import_offer_get_origin (offers->pdata[0]), ==, HTAP_IMPORT_ENVIRONMENT);
  g_assert_null (htap_import_offer_get_path (offers->pdata[0]));
  g_assert_cmpstr (htap_import_offer_get_project_id (offers->pdata[0]), ==, "p1");
  g_assert_cmpint (htap_import_offer_get_missing (offers->pdata[0]), ==,
                   HTAP_IMPORT_MISSING_REGION);
}

static void
test_password (void)
{
  static const char *const nobody[] = { NULL };
  g_autoptr (GPtrArray) offers = find ("HW_DOMAIN_NAME=acme\nHW_USER_NAME=ops\n"
                                       "HW_USER_PASSWORD=pw\nHW_REGION_NAME=cn-north-4");
  g_autoptr (HtapCredentials) credentials = NULL;
  g_autoptr (HtapProfile) profile = NULL;

  g_assert_cmpuint (offers->len, ==, 1);
  profile = htap_import_offer_accept (offers->pdata[0], nobody, &credentials);
  g_assert_cmpstr (htap_profile_get_name (profile), ==, "acme");
  g_assert_cmpint (htap_profile_get_origin (profile), ==, HTAP_PROFILE_SAVED);
  g_assert_cmpstr (htap_profile_get_user (profile), ==, "ops");
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_PASSWORD), ==, "pw");
  g_assert_cmpint (htap_import_offer_get_missing (offers->pdata[0]), ==,
                   HTAP_IMPORT_MISSING_NOTHING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-environment/none", test_none);
  g_test_add_func ("/import-environment/key", test_key);
  g_test_add_func ("/import-environment/password", test_password);

  return g_test_run ();
}
