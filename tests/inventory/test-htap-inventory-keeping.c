/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-saved-fixture.h"

#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* Whether answers stay on this computer, for how long, and how they go. */

typedef HtapFleetFixture Fixture;

/* The last of the cloud's, which a smaller fleet does not have. */
static const char *
get_last_id (Fixture *fixture)
{
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (fixture->probe->cloud, &n_taurus);

  return taurus[n_taurus - 1].taurus_id;
}

static gboolean
is_kept (const char *taurus_id)
{
  g_autofree char *name = g_strconcat (taurus_id, ".json", NULL);
  g_autofree char *path = htap_saved_fixture_dup_path (name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_empty (gpointer data)
{
  g_autofree char *folder = htap_saved_fixture_dup_path (NULL);

  return !g_file_test (folder, G_FILE_TEST_EXISTS);
}

/* Another thread removes it, which wakes nobody. */
static void
wait_empty (void)
{
  guint tick = g_timeout_add (20, on_tick, NULL);

  htap_test_wait_until (is_empty, NULL, "an empty cache");
  g_source_remove (tick);
}

/* Changes the profile as its dialog does. Returns: (transfer full): a copy to change */
static HtapProfile *
dup_profile (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile =
      htap_inventory_dup_profile (fixture->inventory, HTAP_SAVED_UUID);

  return htap_profile_copy (profile);
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  htap_saved_fixture_read_once (fixture);
  g_assert_cmpuint (htap_saved_fixture_count_kept (), >, HTAP_SAVED_N_TAURUS);

  /* What there is goes, and nothing comes. */
  htap_inventory_set_keep_snapshots (fixture->inventory, FALSE);
  wait_empty ();
  htap_fleet_fixture_refresh (fixture);
  htap_saved_fixture_start_again (fixture);
  g_assert_true (is_empty (NULL));
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  htap_saved_fixture_read_once (fixture);
  htap_saved_fixture_show (fixture);
  htap_saved_fixture_clear (fixture);
  g_assert_true (is_empty (NULL));
  /* What is on the screen stays there, and what comes is kept. */
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP);
  htap_fleet_fixture_refresh (fixture);
  htap_saved_fixture_start_again (fixture);
  g_assert_cmpuint (htap_saved_fixture_count_kept (), >, HTAP_SAVED_N_TAURUS);
}

static void
count (guint *n_signals)
{
  (*n_signals)++;
}

/* A folder that is not ours is in the way. */
static void
test_clear_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = htap_saved_fixture_dup_path ("inner");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  htap_saved_fixture_read_once (fixture);
  g_signal_connect_swapped (fixture->inventory, "snapshots-error-changed", G_CALLBACK (count),
                            &n_changes);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  htap_inventory_clear_snapshots_async (fixture->inventory, NULL, htap_test_on_result, &result);
  g_assert_false (htap_inventory_clear_snapshots_finish (fixture->inventory,
                                                         htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_error (htap_inventory_get_snapshots_error (fixture->inventory), HTAP_ERROR,
                  HTAP_ERROR_STORAGE);
  g_assert_cmpuint (n_changes, ==, 1);

  g_assert_cmpint (g_rmdir (inner), ==, 0);
  htap_saved_fixture_clear (fixture);
  g_assert_null (htap_inventory_get_snapshots_error (fixture->inventory));
  g_assert_cmpuint (n_changes, ==, 2);
}

static gboolean
has_error (gpointer inventory)
{
  return htap_inventory_get_snapshots_error (inventory) != NULL;
}

static gboolean
has_no_error (gpointer inventory)
{
  return !has_error (inventory);
}

/* A file is where the folder should be: that is said, and costs no row. */
static void
test_not_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = htap_saved_fixture_dup_path (NULL);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr (HtapProfile) profile = htap_fleet_fixture_new_profile (fixture, HTAP_SAVED_UUID);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  htap_test_write_file (folder, "in the way");
  htap_saved_fixture_save_profile (fixture, profile);
  htap_fleet_fixture_refresh (fixture);
  htap_test_wait_until (has_error, fixture->inventory, "what is wrong");
  g_assert_cmpint (
      htap_error_get_details (htap_inventory_get_snapshots_error (fixture->inventory))->reason, ==,
      HTAP_ERROR_REASON_FILE_NOT_WRITTEN);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP);

  g_assert_cmpint (g_unlink (folder), ==, 0);
  htap_fleet_fixture_refresh (fixture);
  htap_test_wait_until (has_no_error, fixture->inventory, "nothing wrong");
}

static void
test_removed_with_profile (Fixture *fixture, gconstpointer data)
{
  htap_saved_fixture_read_once (fixture);
  g_assert_false (is_empty (NULL));
  htap_saved_fixture_remove_profile (fixture);
  wait_empty ();
}

/* Somebody edits the profiles file. */
static void
test_removed_from_outside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_get_user_config_dir (), "htap-inventory", "profiles.ini", NULL);

  htap_saved_fixture_read_once (fixture);
  g_assert_false (is_empty (NULL));
  htap_inventory_watch_profiles (fixture->inventory);
  htap_test_write_file (path, "");
  wait_empty ();
}

/* The project's list has it no more: its rows stay to the end of the program alone. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gone = g_strdup (get_last_id (fixture));

  htap_saved_fixture_read_once (fixture);
  htap_saved_fixture_show (fixture);
  htap_demo_cloud_set_fleet (fixture->probe->cloud, HTAP_SAVED_N_TAURUS - 1, HTAP_SAVED_N_HTAP - 2);
  g_assert_true (is_kept (gone));
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP);
  g_assert_error (htap_source_get_error (htap_fleet_fixture_find_source (fixture, gone)),
                  HTAP_ERROR, HTAP_ERROR_NOT_FOUND);

  htap_saved_fixture_start_again (fixture);
  g_assert_false (is_kept (gone));
  g_assert_true (is_kept (get_last_id (fixture)));
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP - 2);
}

/* Nobody looks at it any more. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  const char *hidden = get_last_id (fixture);
  g_autoptr (GError) error = NULL;

  htap_saved_fixture_read_once (fixture);
  htap_saved_fixture_show (fixture);
  htap_inventory_set_source_hidden (fixture->inventory,
                                    htap_fleet_fixture_find_source (fixture, hidden), TRUE, &error);
  g_assert_no_error (error);
  htap_saved_fixture_start_again (fixture);
  g_assert_false (is_kept (hidden));
  g_assert_cmpuint (htap_saved_fixture_count_kept (), >=, HTAP_SAVED_N_TAURUS);
}

/* Their lists go with their TaurusDB instances. */
static void
test_projects_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) copy = NULL;
  g_autoptr (GPtrArray) one = htap_regional_ids_new ();
  const HtapRegionalId *first;
  guint n_taurus = 0;

  htap_saved_fixture_read_once (fixture);
  htap_saved_fixture_show (fixture);
  copy = dup_profile (fixture);
  first = htap_profile_get_projects (copy)->pdata[0];
  g_ptr_array_add (one, htap_regional_id_new (first->region, first->id));
  htap_profile_set_projects (copy, one);
  htap_saved_fixture_save_profile (fixture, copy);
  n_taurus = htap_fleet_fixture_get_n_sources (fixture);
  g_assert_cmpuint (n_taurus, <, HTAP_SAVED_N_TAURUS);

  htap_saved_fixture_start_again (fixture);
  g_assert_cmpuint (htap_saved_fixture_count_kept (), ==, n_taurus + 1);
}

/* It looks at nothing for now, and finds everything again. */
static void
test_disabled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) disabled = NULL;
  g_autoptr (HtapProfile) enabled = NULL;

  htap_saved_fixture_read_once (fixture);
  htap_saved_fixture_show (fixture);
  disabled = dup_profile (fixture);
  htap_profile_set_enabled (disabled, FALSE);
  htap_saved_fixture_save_profile (fixture, disabled);
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);

  enabled = dup_profile (fixture);
  htap_profile_set_enabled (enabled, TRUE);
  htap_saved_fixture_save_profile (fixture, enabled);
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP);
}

/* Another run could not remove it any more, or another program took it out of the profile. Returns:
 * (transfer full): the path of the list of @project */
static char *
leave_behind (Fixture *fixture, const char *taurus_id)
{
  guint n_taurus;
  const HtapDemoTaurus *like = htap_demo_cloud_get_taurus (fixture->probe->cloud, &n_taurus);
  g_autofree char *name = g_strconcat (like->taurus_id, ".json", NULL);
  g_autofree char *path = htap_saved_fixture_dup_path (name);
  g_autofree char *list_name = g_strdup_printf ("%s.%s.json", like->region, like->project_id);
  g_autofree char *new_name = g_strconcat (taurus_id, ".json", NULL);
  g_autofree char *new_path = htap_saved_fixture_dup_path (new_name);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_string_replace (changed, like->taurus_id, taurus_id, 1);
  g_assert_true (g_file_set_contents (new_path, changed->str, (gssize) changed->len, NULL));

  return htap_saved_fixture_dup_path (list_name);
}

#define LEFT "00000000000000000000000000000000in07"

static void
test_left_behind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = NULL;

  htap_saved_fixture_read_once (fixture);
  list = leave_behind (fixture, LEFT);
  htap_saved_fixture_show (fixture);
  htap_saved_fixture_start_again (fixture);
  g_assert_false (is_kept (LEFT));
  g_assert_cmpuint (htap_saved_fixture_count_kept (), >, HTAP_SAVED_N_TAURUS);
  g_assert_true (g_file_test (list, G_FILE_TEST_EXISTS));
}

/* The list that would name it cannot be read: it waits for the next one. */
static void
test_list_is_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = NULL;

  htap_saved_fixture_read_once (fixture);
  list = leave_behind (fixture, LEFT);
  htap_test_write_file (list, "no snapshot");
  htap_saved_fixture_show (fixture);
  htap_saved_fixture_start_again (fixture);
  g_assert_true (is_kept (LEFT));
  htap_fleet_fixture_refresh (fixture);
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
  htap_saved_fixture_start_again (fixture);
  g_assert_false (is_kept (LEFT));
}

/* Who does not keep, as the command line does not, removes nothing either. */
static void
test_only_looked_at (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = NULL;

  htap_saved_fixture_read_once (fixture);
  list = leave_behind (fixture, LEFT);
  g_assert_finalize_object (fixture->inventory);
  fixture->inventory = htap_inventory_new ("en-us");
  g_assert_true (htap_inventory_load (fixture->inventory, NULL));
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP);
  htap_saved_fixture_start_again (fixture);
  g_assert_true (is_kept (LEFT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/inventory-keeping/" path, Fixture, NULL, htap_saved_fixture_set_up, function,      \
              htap_saved_fixture_tear_down)
  ADD ("off", test_off);
  ADD ("clear", test_clear);
  ADD ("clear-fails", test_clear_fails);
  ADD ("not-written", test_not_written);
  ADD ("removed-with-profile", test_removed_with_profile);
  ADD ("removed-from-outside", test_removed_from_outside);
  ADD ("gone", test_gone);
  ADD ("hidden", test_hidden);
  ADD ("projects-removed", test_projects_removed);
  ADD ("disabled", test_disabled);
  ADD ("left-behind", test_left_behind);
  ADD ("list-is-broken", test_list_is_broken);
  ADD ("only-looked-at", test_only_looked_at);
#undef ADD

  return g_test_run ();
}
