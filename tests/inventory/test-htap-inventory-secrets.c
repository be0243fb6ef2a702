/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-demo-cloud.h"
#include "htap-error.h"
#include "htap-test.h"
#include "keyring-fixture.h"

#include <libsecret/secret.h>

/* A saved profile that reads from a demo cloud, with its token in a real keyring that cannot show a
 * prompt. */
typedef struct
{
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  HtapProfile *profile;
} Fixture;

static char *
dup_profiles_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "htap-inventory", "profiles.ini", NULL);
}

static void
write_profiles (const char *text)
{
  g_autofree char *path = dup_profiles_path ();

  htap_test_write_file (path, text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture->cloud = htap_demo_cloud_new ();
  htap_demo_cloud_start (fixture->cloud, 0, &error);
  g_assert_no_error (error);
  text = htap_demo_cloud_dup_profile_by_hand (fixture->cloud);
  write_profiles (text);

  fixture->inventory = htap_inventory_new ("en-us");
  g_assert_true (htap_inventory_load (fixture->inventory, &error));
  g_assert_no_error (error);
  fixture->profile = g_list_model_get_item (htap_inventory_get_profiles (fixture->inventory), 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->profile);
  g_assert_finalize_object (fixture->inventory);
  htap_demo_cloud_stop (fixture->cloud);
  g_assert_finalize_object (fixture->cloud);
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

/* Returns: (transfer full): the first source that is not denied, asked anew */
static HtapSource *
refresh (Fixture *fixture)
{
  g_assert_nonnull (htap_inventory_refresh (fixture->inventory, NULL));
  htap_test_wait_until (is_idle, fixture->inventory, "the end of a refresh");

  return g_list_model_get_item (htap_inventory_get_sources (fixture->inventory), 0);
}

static void
assert_refresh_fails (Fixture *fixture, HtapError expected)
{
  g_autoptr (HtapSource) source = refresh (fixture);

  g_assert_error (htap_source_get_error (source), HTAP_ERROR, (int) expected);
}

static void
assert_refresh_succeeds (Fixture *fixture)
{
  g_autoptr (HtapSource) source = refresh (fixture);

  g_assert_no_error (htap_source_get_error (source));
}

static gboolean
sign_in (Fixture *fixture, const char *token, GError **error)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token (token);
  g_autoptr (GAsyncResult) result = NULL;

  htap_inventory_sign_in_async (fixture->inventory, fixture->profile, credentials, NULL,
                                htap_test_on_result, &result);

  return htap_inventory_sign_in_finish (fixture->inventory, htap_test_await (&result), error);
}

static gboolean
unlock (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_inventory_unlock_keyring_async (fixture->inventory, NULL, htap_test_on_result, &result);

  return htap_inventory_unlock_keyring_finish (fixture->inventory, htap_test_await (&result),
                                               error);
}

/* The profile is there with all it says, in the list and in the file. */
static void
assert_profile_stays (Fixture *fixture)
{
  g_autofree char *path = dup_profiles_path ();
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (htap_inventory_get_profiles (fixture->inventory)), ==,
                    1);
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_nonnull (strstr (text, htap_profile_get_uuid (fixture->profile)));
}

static void
test_sign_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_refresh_fails (fixture, HTAP_ERROR_AUTH);
  g_assert_true (sign_in (fixture, "wrong", &error));
  g_assert_no_error (error);
  assert_refresh_fails (fixture, HTAP_ERROR_AUTH);

  g_assert_true (sign_in (fixture, htap_demo_cloud_get_token (fixture->cloud), &error));
  g_assert_no_error (error);
  assert_refresh_succeeds (fixture);
  g_assert_cmpuint (keyring_fixture_count (htap_profile_get_uuid (fixture->profile)), ==, 1);
  assert_profile_stays (fixture);
}

/* A locked keyring asks nothing until it is told to, and a dismissed prompt changes nothing. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) sign_in_error = NULL;
  g_autoptr (GError) unlock_error = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sign_in (fixture, htap_demo_cloud_get_token (fixture->cloud), NULL));
  assert_refresh_succeeds (fixture);

  keyring_fixture_lock ();
  assert_refresh_fails (fixture, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_false (unlock (fixture, &unlock_error));
  g_assert_error (unlock_error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_false (sign_in (fixture, "another", &sign_in_error));
  g_assert_error (sign_in_error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_false (htap_inventory_get_session_only (fixture->inventory));
  assert_profile_stays (fixture);

  keyring_fixture_unlock ();
  g_assert_true (unlock (fixture, &error));
  g_assert_no_error (error);
  assert_refresh_succeeds (fixture);
}

/* Another program deletes the item: signed out, and nothing else. */
static void
test_item_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapKeyring) other_program = htap_keyring_new (10000, 10000);
  const char *uuid = htap_profile_get_uuid (fixture->profile);

  g_assert_true (sign_in (fixture, htap_demo_cloud_get_token (fixture->cloud), NULL));
  assert_refresh_succeeds (fixture);
  g_assert_true (keyring_fixture_clear (other_program, uuid, NULL));
  assert_refresh_fails (fixture, HTAP_ERROR_AUTH);
  assert_profile_stays (fixture);

  g_assert_true (sign_in (fixture, htap_demo_cloud_get_token (fixture->cloud), NULL));
  assert_refresh_succeeds (fixture);
}

static void
on_profiles_error_changed (guint *n_changes)
{
  ++*n_changes;
}

static void
test_profiles_error (void)
{
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  guint n_changes = 0;

  g_signal_connect_swapped (inventory, "profiles-error-changed",
                            G_CALLBACK (on_profiles_error_changed), &n_changes);
  write_profiles ("no key file\n");
  htap_inventory_load (inventory, NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_error (htap_inventory_get_profiles_error (inventory), HTAP_ERROR, HTAP_ERROR_CONFIG);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/inventory-secrets/sign-in", Fixture, NULL, set_up, test_sign_in, tear_down);
  g_test_add ("/inventory-secrets/locked", Fixture, NULL, set_up, test_locked, tear_down);
  g_test_add ("/inventory-secrets/item-gone", Fixture, NULL, set_up, test_item_gone, tear_down);
  g_test_add_func ("/inventory-secrets/profiles-error", test_profiles_error);

  status = g_test_run ();
  secret_service_disconnect ();

  return status;
}
