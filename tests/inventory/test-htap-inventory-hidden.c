/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fleet-fixture.h"

#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>

typedef HtapFleetFixture Fixture;

static const char *
get_taurus_id (Fixture *fixture, guint position)
{
  guint n_taurus;

  return htap_demo_cloud_get_taurus (fixture->probe->cloud, &n_taurus)[position].taurus_id;
}

static void
set_hidden (Fixture *fixture, HtapSource *source, gboolean hidden)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (htap_inventory_set_source_hidden (fixture->inventory, source, hidden, &error));
  g_assert_no_error (error);
}

static HtapProfile *
get_profile (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile =
      g_list_model_get_item (htap_inventory_get_profiles (fixture->inventory), 0);

  return profile;
}

static void
test_hide_and_show (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) source = NULL;
  g_autoptr (HtapRefresh) refresh = NULL;

  htap_demo_cloud_set_fleet (fixture->probe->cloud, 10, 50);
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_fleet_fixture_refresh (fixture);
  source = g_object_ref (htap_fleet_fixture_find_source (fixture, get_taurus_id (fixture, 3)));

  set_hidden (fixture, source, TRUE);
  set_hidden (fixture, source, TRUE);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 9);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 45);
  g_assert_cmpuint (htap_profile_get_hidden_taurus_ids (get_profile (fixture))->len, ==, 1);

  /* It is listed again, and stays hidden. */
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 9);

  set_hidden (fixture, source, FALSE);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 10);
  refresh = g_object_ref (htap_inventory_get_refresh (fixture->inventory));
  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 50);
  g_assert_cmpstr (htap_source_get_taurus_name (htap_fleet_fixture_find_source (
                       fixture, htap_source_get_taurus_id (source))),
                   ==, htap_source_get_taurus_name (source));
}

/* The other profile goes on showing its rows. */
static void
test_hidden_in_one_profile (Fixture *fixture, gconstpointer data)
{
  htap_demo_cloud_set_fleet (fixture->probe->cloud, 10, 50);
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "2"));
  htap_fleet_fixture_refresh (fixture);

  set_hidden (fixture, htap_fleet_fixture_find_source (fixture, get_taurus_id (fixture, 3)), TRUE);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 19);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 50);
}

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "htap-inventory", "profiles.ini", NULL);
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapSource) source = NULL;

  htap_test_write_file (path, "[profile 1]\nName=One\nSignIn=token\nProjects=cn-north-4:p\n"
                              "TaurusIds=cn-north-4:ain07;cn-north-4:bin07\n");
  g_assert_true (htap_inventory_load (fixture->inventory, NULL));
  source = g_object_ref (htap_fleet_fixture_find_source (fixture, "ain07"));
  set_hidden (fixture, source, TRUE);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "HiddenTaurusIds=cn-north-4:ain07"));

  /* Nothing changes that could not be remembered. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (htap_inventory_set_source_hidden (
      fixture->inventory, htap_fleet_fixture_find_source (fixture, "bin07"), TRUE, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 1);
  htap_test_remove_tree (folder);
}

static gboolean
is_read (gpointer data)
{
  return htap_fleet_fixture_count_state (data, HTAP_SOURCE_FAILED) == 2;
}

#define NEW_PROFILE                                                                                \
  "[profile 1]\nName=One\nSignIn=token\nProjects=cn-north-4:p\n"                                  \
  "TaurusIds=cn-north-4:ain07;cn-north-4:bin07\nDiscover=true\n"

/* A new profile in the file is read by itself. Without a secret, that fails. */
static void
test_new_in_the_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  htap_test_write_file (path, "");
  htap_inventory_watch_profiles (fixture->inventory);
  g_assert_true (htap_inventory_load (fixture->inventory, NULL));
  htap_inventory_refresh_reachable (fixture->inventory);
  htap_test_write_file (path, NEW_PROFILE);
  htap_test_wait_until (is_read, fixture, "an attempt to read the new profile");
  htap_test_remove_tree (folder);
}

static gboolean
is_there (gpointer data)
{
  return htap_fleet_fixture_get_n_sources (data) == 2;
}

/* Who has asked for nothing, such as a desktop's search, causes no request. */
static void
test_new_in_the_file_unasked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  htap_test_write_file (path, "");
  htap_inventory_watch_profiles (fixture->inventory);
  g_assert_true (htap_inventory_load (fixture->inventory, NULL));
  htap_test_write_file (path, NEW_PROFILE);
  htap_test_wait_until (is_there, fixture, "the new profile");
  g_assert_null (htap_inventory_get_refresh (fixture->inventory));
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_NEVER), ==, 2);
  htap_test_remove_tree (folder);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/inventory-hidden/" path, Fixture, NULL, htap_fleet_fixture_set_up, test,           \
              htap_fleet_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("hide-and-show", test_hide_and_show);
  ADD ("one-profile", test_hidden_in_one_profile);
  ADD ("saved", test_saved);
  ADD ("new-in-the-file", test_new_in_the_file);
  ADD ("new-in-the-file-unasked", test_new_in_the_file_unasked);

  return g_test_run ();
}
