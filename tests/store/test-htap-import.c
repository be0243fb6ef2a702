/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import.h"

#include "htap-error.h"
#include "htap-test.h"

static const char *const nothing[] = { NULL };

static void
write_file (const char *home, const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (home, folder, name, NULL);

  htap_test_write_file (path, contents);
}

static void
test_nothing (void)
{
  g_autofree char *home = htap_test_temporary_directory ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) offers = htap_import_find (home, nothing, &problems);

  g_assert_cmpuint (offers->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 0);

  htap_test_remove_tree (home);
}

static void
test_everything (void)
{
  static const char *const environment[] = { "HW_AUTH_TOKEN=T", "HW_REGION_NAME=cn-north-4", NULL };
  static const HtapImportOrigin origins[] = { HTAP_IMPORT_ENVIRONMENT, HTAP_IMPORT_KOOCLI,
                                              HTAP_IMPORT_SDK };
  g_autofree char *home = htap_test_temporary_directory ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) offers = NULL;

  write_file (home, ".hcloud", "config.json", "{\"profiles\": [{\"name\": \"default\"}]}");
  write_file (home, ".huaweicloud", "credentials", "[basic]\nak = AK\nsk = SK\n");
  offers = htap_import_find (home, environment, &problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (offers->len, ==, G_N_ELEMENTS (origins));
  for (guint i = 0; i < offers->len; i++)
    g_assert_cmpint (htap_import_offer_get_origin (offers->pdata[i]), ==, origins[i]);
  g_assert_true (g_str_has_prefix (htap_import_offer_get_path (offers->pdata[1]), home));

  htap_test_remove_tree (home);
}

/* A file elsewhere takes the place of the usual one, and is missed if it is not there. */
static void
test_named_file (void)
{
  g_autofree char *home = htap_test_temporary_directory ();
  g_autofree char *named = g_strdup_printf ("HUAWEICLOUD_SDK_CREDENTIALS_FILE=%s/other/keys", home);
  const char *const environment[] = { named, NULL };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) offers = NULL;

  write_file (home, ".huaweicloud", "credentials", "[basic]\nak = USUAL\nsk = SK\n");
  offers = htap_import_find (home, environment, &problems);
  g_assert_cmpuint (offers->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_error ((GError *) problems->pdata[0], HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_ptr_array_unref (problems);
  g_ptr_array_unref (offers);

  write_file (home, "other", "keys", "[basic]\nak = NAMED\nsk = SK\n");
  offers = htap_import_find (home, environment, &problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (offers->len, ==, 1);
  g_assert_cmpstr (
      htap_profile_get_access_key_id (htap_import_offer_get_profile (offers->pdata[0])), ==,
      "NAMED");

  htap_test_remove_tree (home);
}

/* What is broken costs nothing but itself. */
static void
test_broken (void)
{
  g_autofree char *home = htap_test_temporary_directory ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GPtrArray) quiet = NULL;

  write_file (home, ".hcloud", "config.json", "{\"profiles\": [");
  write_file (home, ".huaweicloud", "credentials", "[basic]\nak = AK\nsk = SK\n");
  offers = htap_import_find (home, nothing, &problems);
  quiet = htap_import_find (home, nothing, NULL);

  g_assert_cmpuint (offers->len, ==, 1);
  g_assert_cmpuint (quiet->len, ==, 1);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (htap_error_get_details (problems->pdata[0])->reason, ==,
                   HTAP_ERROR_REASON_IMPORT_BROKEN);

  htap_test_remove_tree (home);
}

static void
test_csv (void)
{
  g_autofree char *home = htap_test_temporary_directory ();
  g_autofree char *good = g_build_filename (home, "a", "credentials.csv", NULL);
  g_autofree char *bad = g_build_filename (home, "a", "photo.jpg", NULL);
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;

  write_file (home, "a", "credentials.csv",
              "User Name,Access Key Id,Secret Access Key\nops,AK,SK\n");
  write_file (home, "a", "photo.jpg", "\xff\xd8\xff\xe0");
  offers = htap_import_read_csv (good, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (offers->len, ==, 1);

  g_assert_null (htap_import_read_csv (bad, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, bad);

  htap_test_remove_tree (home);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/nothing", test_nothing);
  g_test_add_func ("/import/everything", test_everything);
  g_test_add_func ("/import/named-file", test_named_file);
  g_test_add_func ("/import/broken", test_broken);
  g_test_add_func ("/import/csv", test_csv);

  return g_test_run ();
}
