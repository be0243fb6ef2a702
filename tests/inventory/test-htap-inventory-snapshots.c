/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fleet-fixture.h"

#include "htap-error.h"
#include "htap-test.h"

#include <string.h>

/* What one run of the program leaves, and the next one shows. */

#define N_TAURUS 12
#define N_HTAP   24

typedef HtapFleetFixture Fixture;

static const char *const uuid = "6f1c9a34";

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "htap-inventory", uuid, NULL);
}

/* Returns: (transfer full): the paths of what is kept of the profile */
static GPtrArray *
list_kept (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  return paths;
}

static guint
count_kept (void)
{
  g_autoptr (GPtrArray) paths = list_kept ();

  return paths->len;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  htap_fleet_fixture_set_up (fixture, data);
  htap_demo_cloud_set_fleet (fixture->probe->cloud, N_TAURUS, N_HTAP);
  htap_inventory_set_keep_snapshots (fixture->inventory, TRUE);
}

static void
save_profile (Fixture *fixture, HtapProfile *profile)
{
  g_autoptr (HtapCredentials) credentials =
      htap_credentials_new_token (htap_demo_cloud_get_token (fixture->probe->cloud));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_profile_set_origin (profile, HTAP_PROFILE_SAVED);
  htap_inventory_save_profile_async (fixture->inventory, profile, credentials, NULL,
                                     htap_test_on_result, &result);
  htap_inventory_save_profile_finish (fixture->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

static void
remove_profile (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile = htap_inventory_dup_profile (fixture->inventory, uuid);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_inventory_remove_profile_async (fixture->inventory, profile, NULL, htap_test_on_result,
                                       &result);
  htap_inventory_remove_profile_finish (fixture->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

static void
clear (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_inventory_clear_snapshots_async (fixture->inventory, NULL, htap_test_on_result, &result);
  htap_inventory_clear_snapshots_finish (fixture->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  clear (fixture);
  if (g_list_model_get_n_items (htap_inventory_get_profiles (fixture->inventory)) > 0)
    remove_profile (fixture);
  htap_fleet_fixture_tear_down (fixture, data);
}

static void
show (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_inventory_show_snapshots_async (fixture->inventory, NULL, htap_test_on_result, &result);
  htap_inventory_show_snapshots_finish (fixture->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

/* The end of a run, and the next one's start. */
static void
start_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->inventory);
  fixture->inventory = htap_inventory_new ("en-us");
  htap_inventory_set_keep_snapshots (fixture->inventory, TRUE);
  htap_inventory_load (fixture->inventory, &error);
  g_assert_no_error (error);
}

/* A first run, which read everything. */
static void
read_once (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile = htap_fleet_fixture_new_profile (fixture, uuid);

  save_profile (fixture, profile);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, N_HTAP);
  start_again (fixture);
}

static void
test_shown_at_start (Fixture *fixture, gconstpointer data)
{
  HtapSource *source;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  read_once (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);

  /* Nobody answers. */
  htap_demo_cloud_stop (fixture->probe->cloud);
  show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, N_HTAP);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_STALE), ==, N_TAURUS);
  g_assert_null (htap_inventory_get_refresh (fixture->inventory));
  g_assert_null (htap_inventory_get_snapshots_error (fixture->inventory));

  source = g_list_model_get_item (htap_inventory_get_sources (fixture->inventory), 0);
  g_assert_cmpint (htap_source_get_as_of (source), >=, now);
  g_assert_cmpint (htap_source_get_as_of (source), <=, g_get_real_time () / G_USEC_PER_SEC);
  g_assert_nonnull (htap_source_get_taurus_name (source));
  g_assert_nonnull (htap_source_get_taurus (source));
  /* However young: nobody has asked in this run. */
  htap_inventory_tick (fixture->inventory);
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_STALE);
  g_object_unref (source);
}

static void
test_refreshed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GObject) first = NULL;
  g_autoptr (GObject) same = NULL;

  read_once (fixture);
  show (fixture);
  first = g_list_model_get_item (htap_inventory_get_instances (fixture->inventory), 0);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, N_TAURUS);
  /* Merged, not replaced. */
  same = g_list_model_get_item (htap_inventory_get_instances (fixture->inventory), 0);
  g_assert_true (same == first);
}

static void
test_nothing_newer_is_replaced (Fixture *fixture, gconstpointer data)
{
  read_once (fixture);
  htap_fleet_fixture_refresh (fixture);
  show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, N_TAURUS);
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  read_once (fixture);
  g_assert_cmpuint (count_kept (), >, N_TAURUS);

  htap_inventory_set_keep_snapshots (fixture->inventory, FALSE);
  htap_fleet_fixture_refresh (fixture);
  clear (fixture);
  g_assert_cmpuint (count_kept (), ==, 0);
  htap_fleet_fixture_refresh (fixture);
  start_again (fixture);
  g_assert_cmpuint (count_kept (), ==, 0);
}

static void
test_removed_with_profile (Fixture *fixture, gconstpointer data)
{
  read_once (fixture);
  g_assert_cmpuint (count_kept (), >, 0);
  remove_profile (fixture);
  start_again (fixture);
  g_assert_cmpuint (count_kept (), ==, 0);
}

/* The demo and the environment leave no trace. */
static void
test_not_saved (Fixture *fixture, gconstpointer data)
{
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, uuid));
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, N_HTAP);
  start_again (fixture);
  g_assert_cmpuint (count_kept (), ==, 0);
}

static void
test_disabled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) copy = NULL;
  g_autoptr (HtapProfile) profile = NULL;

  read_once (fixture);
  profile = htap_inventory_dup_profile (fixture->inventory, uuid);
  copy = htap_profile_copy (profile);
  htap_profile_set_enabled (copy, FALSE);
  save_profile (fixture, copy);
  start_again (fixture);
  show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);
}

/* What another endpoint said is not what this one would say. */
static void
test_other_endpoint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) copy = NULL;
  g_autoptr (HtapProfile) profile = NULL;
  g_auto (GStrv) regions = NULL;

  read_once (fixture);
  profile = htap_inventory_dup_profile (fixture->inventory, uuid);
  copy = htap_profile_copy (profile);
  regions = htap_profile_dup_endpoint_regions (copy);
  for (guint i = 0; regions[i] != NULL; i++)
    htap_profile_set_endpoint (copy, regions[i], "https://cloud.invalid");
  save_profile (fixture, copy);
  start_again (fixture);
  show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);
}

static void
spoil (const char *path, gboolean cut)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  if (!cut)
    text[length - 2] = '[';
  g_assert_true (
      g_file_set_contents (path, text, cut ? (gssize) length / 2 : (gssize) length, NULL));
}

/* Every file is broken in a way of its own but one that is whole. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) kept = NULL;
  const GError *error;
  guint n_spoiled = 0;

  read_once (fixture);
  kept = list_kept ();
  for (guint i = 0; i < kept->len; i++)
    if (strstr (kept->pdata[i], "in07.json") != NULL && n_spoiled < 5)
      spoil (kept->pdata[i], n_spoiled++ % 2 == 0);

  show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_STALE), ==, N_TAURUS - 5);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_NEVER), ==, 5);
  error = htap_inventory_get_snapshots_error (fixture->inventory);
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==,
                   HTAP_ERROR_REASON_SNAPSHOT_SET_ASIDE);
  g_assert_true (g_str_has_suffix (htap_error_get_details (error)->subject, "*.broken-*"));
  g_assert_cmpuint (count_kept (), ==, kept->len);
}

/* Neither the token nor where it is sent to is in any file. */
static void
test_no_secret (Fixture *fixture, gconstpointer data)
{
  const char *token = htap_demo_cloud_get_token (fixture->probe->cloud);
  const char *address = htap_demo_cloud_get_address (fixture->probe->cloud);
  g_autoptr (GPtrArray) kept = NULL;

  read_once (fixture);
  kept = list_kept ();
  g_assert_cmpuint (kept->len, >, N_TAURUS);
  for (guint i = 0; i < kept->len; i++)
    {
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (kept->pdata[i], &text, &length, NULL));
      g_assert_null (g_strstr_len (text, (gssize) length, token));
      g_assert_null (g_strstr_len (text, (gssize) length, address));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/inventory-snapshots/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("shown-at-start", test_shown_at_start);
  ADD ("refreshed", test_refreshed);
  ADD ("nothing-newer-is-replaced", test_nothing_newer_is_replaced);
  ADD ("off", test_off);
  ADD ("removed-with-profile", test_removed_with_profile);
  ADD ("not-saved", test_not_saved);
  ADD ("disabled", test_disabled);
  ADD ("other-endpoint", test_other_endpoint);
  ADD ("broken", test_broken);
  ADD ("no-secret", test_no_secret);
#undef ADD

  return g_test_run ();
}
