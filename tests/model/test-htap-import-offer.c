/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-offer.h"

static const char *const nobody[] = { NULL };

/* Returns: (transfer full): an offer of a whole key for cn-north-4, under a name. */
static HtapImportOffer *
make_offer (const char *name)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_new ("cn-north-4", ""));
  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_ACCESS_KEY);
  htap_profile_set_access_key_id (profile, "AK");
  htap_profile_set_projects (profile, projects);
  htap_profile_set_project_name (profile, "cn-north-4", "cn-north-4_sales");
  htap_profile_set_endpoint (profile, "cn-north-4", "https://private.example");
  htap_credentials_set (credentials, HTAP_SECRET_SECRET_KEY, "SK");

  return htap_import_offer_new (HTAP_IMPORT_KOOCLI, "/f", name, profile, credentials);
}

static void
test_accept (void)
{
  g_autoptr (HtapImportOffer) offer = make_offer ("default");
  g_autoptr (HtapCredentials) credentials = NULL;
  g_autoptr (HtapCredentials) again = NULL;
  g_autoptr (HtapProfile) profile = htap_import_offer_accept (offer, nobody, &credentials);
  g_autoptr (HtapProfile) second = htap_import_offer_accept (offer, nobody, &again);

  g_assert_cmpstr (htap_profile_get_name (profile), ==, "default");
  g_assert_cmpint (htap_profile_get_origin (profile), ==, HTAP_PROFILE_SAVED);
  g_assert_cmpint (htap_profile_get_sign_in (profile), ==, HTAP_SIGN_IN_ACCESS_KEY);
  g_assert_cmpstr (htap_profile_get_access_key_id (profile), ==, "AK");
  g_assert_cmpstr (htap_profile_find_project_id (profile, "cn-north-4"), ==, "");
  g_assert_cmpstr (htap_profile_get_project_name (profile, "cn-north-4"), ==, "cn-north-4_sales");
  g_assert_cmpstr (htap_profile_get_endpoint (profile, "cn-north-4"), ==,
                   "https://private.example");
  g_assert_true (htap_profile_get_discover (profile));
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_SECRET_KEY), ==, "SK");
  g_assert_true (credentials != again);

  /* What is accepted twice is two profiles, not one that is overwritten. */
  g_assert_cmpstr (htap_profile_get_uuid (profile), !=, htap_profile_get_uuid (second));
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *taken[4];
    const char *expected;
  } cases[] = {
    { "default", { "other", NULL }, "default" },
    { "default", { "default", NULL }, "default 2" },
    { "default", { "default 2", "default", NULL }, "default 3" },
    { "demo", { NULL }, "demo 2" },
    { " environment", { NULL }, "environment 2" },
    { NULL, { NULL }, "cn-north-4" },
    { " \n", { "cn-north-4", NULL }, "cn-north-4 2" },
    { "a\tb\342\200\256<b>\x1b", { NULL }, "a b<b>" },
    { "\xff", { NULL }, "\357\277\275" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapImportOffer) offer = make_offer (cases[i].name);
      g_autoptr (HtapCredentials) credentials = NULL;
      g_autoptr (HtapProfile) profile =
          htap_import_offer_accept (offer, cases[i].taken, &credentials);

      g_assert_cmpstr (htap_profile_get_name (profile), ==, cases[i].expected);
    }
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (10000, 'x');
  g_autoptr (HtapImportOffer) offer = make_offer (name);

  g_assert_cmpuint (strlen (htap_import_offer_get_name (offer)), ==, 64);
}

static void
test_missing (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (HtapImportOffer) complete = make_offer (NULL);
  g_autoptr (HtapImportOffer) token =
      htap_import_offer_new (HTAP_IMPORT_ENVIRONMENT, NULL, NULL, profile, credentials);
  g_autoptr (HtapImportOffer) key = NULL;

  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_ACCESS_KEY);
  key = htap_import_offer_new (HTAP_IMPORT_KOOCLI, "/f", NULL, profile, credentials);

  g_assert_cmpint (htap_import_offer_get_missing (complete), ==, HTAP_IMPORT_MISSING_NOTHING);
  g_assert_cmpint (htap_import_offer_get_missing (token), ==, HTAP_IMPORT_MISSING_REGION);
  g_assert_cmpint (htap_import_offer_get_missing (key), ==,
                   HTAP_IMPORT_MISSING_REGION | HTAP_IMPORT_MISSING_ACCESS_KEY_ID |
                       HTAP_IMPORT_MISSING_SECRET_KEY);
  g_assert_false (htap_import_offer_is_encrypted (key));

  htap_import_offer_set_encrypted (key, TRUE);
  g_assert_true (htap_import_offer_is_encrypted (key));
  g_assert_true (htap_import_offer_get_missing (key) & HTAP_IMPORT_MISSING_SECURITY_TOKEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-offer/accept", test_accept);
  g_test_add_func ("/import-offer/names", test_names);
  g_test_add_func ("/import-offer/long-name", test_long_name);
  g_test_add_func ("/import-offer/missing", test_missing);

  return g_test_run ();
}
