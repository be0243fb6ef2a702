/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-error.h"
#include "htap-test.h"

#define KOOCLI                                                                                     \
  "{\"profiles\": [{\"name\": \"default\", \"mode\": \"AKSK\", \"accessKeyId\": \"AK\", "          \
  "\"secretAccessKey\": \"SK\", \"region\": \"cn-north-4\"}]}"

typedef struct
{
  char *home;
  HtapInventory *inventory;
} Fixture;

/* GLib looks at HOME once: it is one home for all tests, emptied in between. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = g_strdup (data);
  fixture->inventory = htap_inventory_new ("en-us");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->inventory);
  htap_test_remove_tree (fixture->home);
  g_free (fixture->home);
}

static char *
write_file (Fixture *fixture, const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->home, folder, name, NULL);

  htap_test_write_file (path, text);

  return path;
}

/* Offered as often as somebody asks, and read only: what it comes from stays as it is. */
static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, ".hcloud", "config.json", KOOCLI);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) offers = htap_inventory_find_imports (fixture->inventory, NULL);

      g_assert_cmpuint (offers->len, ==, 1);
      g_assert_cmpint (htap_import_offer_get_origin (offers->pdata[0]), ==, HTAP_IMPORT_KOOCLI);
      g_assert_cmpstr (htap_import_offer_get_name (offers->pdata[0]), ==, "default");
    }

  g_file_get_contents (path, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, KOOCLI);

  htap_test_write_file (path, "broken");
  g_ptr_array_unref (htap_inventory_find_imports (fixture->inventory, &problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_error ((GError *) problems->pdata[0], HTAP_ERROR, HTAP_ERROR_STORAGE);
}

/* The name is taken already: another is made up, and nothing is saved or signed in by that. */
static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path G_GNUC_UNUSED = write_file (fixture, ".hcloud", "config.json", KOOCLI);
  g_autoptr (GPtrArray) offers = htap_inventory_find_imports (fixture->inventory, NULL);
  GListModel *profiles = htap_inventory_get_profiles (fixture->inventory);
  g_autoptr (HtapProfile) present = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = NULL;
  g_autoptr (HtapProfile) accepted = NULL;

  htap_profile_set_name (present, "default");
  htap_profile_set_origin (present, HTAP_PROFILE_ENVIRONMENT);
  htap_inventory_add_transient_profile (fixture->inventory, present, NULL);

  accepted = htap_inventory_accept_import (fixture->inventory, offers->pdata[0], &credentials);
  g_assert_cmpstr (htap_profile_get_name (accepted), !=, "default");
  g_assert_cmpstr (htap_profile_get_access_key_id (accepted), ==, "AK");
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_SECRET_KEY), ==, "SK");
  g_assert_cmpuint (g_list_model_get_n_items (profiles), ==, 1);
}

/* What the process was started in, though it is gone from the process by now. */
static void
test_environment (Fixture *fixture, gconstpointer data)
{
  char *environment[] = { (char *) "HW_REGION_NAME=cn-north-4", (char *) "HW_AUTH_TOKEN=token",
                          NULL };
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;

  htap_inventory_set_environment (fixture->inventory, environment);
  g_assert_true (htap_inventory_load (fixture->inventory, &error));
  g_assert_no_error (error);
  profile = g_list_model_get_item (htap_inventory_get_profiles (fixture->inventory), 0);
  g_assert_cmpstr (htap_profile_get_name (profile), ==, "environment");

  offers = htap_inventory_find_imports (fixture->inventory, NULL);
  g_assert_cmpuint (offers->len, ==, 1);
  g_assert_cmpint (htap_import_offer_get_origin (offers->pdata[0]), ==, HTAP_IMPORT_ENVIRONMENT);
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "Downloads", "credentials.csv",
                                      "User Name,Access Key Id,Secret Access Key\nops,AK,SK\n");
  g_autofree char *nowhere = g_build_filename (fixture->home, "nowhere.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = htap_inventory_read_import_csv (fixture->inventory, path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (offers->len, ==, 1);
  g_assert_cmpint (htap_import_offer_get_origin (offers->pdata[0]), ==, HTAP_IMPORT_CSV);

  g_assert_null (htap_inventory_read_import_csv (fixture->inventory, nowhere, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
}

#define ADD(path, test) g_test_add (path, Fixture, home, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = htap_test_temporary_directory ();

  g_setenv ("HOME", home, TRUE);
  g_unsetenv ("HUAWEICLOUD_SDK_CREDENTIALS_FILE");
  g_test_init (&argc, &argv, NULL);

  ADD ("/inventory-imports/found", test_found);
  ADD ("/inventory-imports/accepted", test_accepted);
  ADD ("/inventory-imports/csv", test_csv);
  ADD ("/inventory-imports/environment", test_environment);

  return g_test_run ();
}
