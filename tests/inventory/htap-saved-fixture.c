/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-saved-fixture.h"

#include "htap-test.h"

/* @name: (nullable): of a file that is kept of the profile; %NULL for the folder */
char *
htap_saved_fixture_dup_path (const char *name)
{
  return g_build_filename (g_get_user_cache_dir (), "htap-inventory", HTAP_SAVED_UUID, name, NULL);
}

/* Returns: (transfer full): the paths of what is kept of the profile */
GPtrArray *
htap_saved_fixture_list_kept (void)
{
  g_autofree char *folder = htap_saved_fixture_dup_path (NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  return paths;
}

guint
htap_saved_fixture_count_kept (void)
{
  g_autoptr (GPtrArray) paths = htap_saved_fixture_list_kept ();

  return paths->len;
}

void
htap_saved_fixture_set_up (HtapFleetFixture *self, gconstpointer data)
{
  htap_fleet_fixture_set_up (self, data);
  htap_demo_cloud_set_fleet (self->probe->cloud, HTAP_SAVED_N_TAURUS, HTAP_SAVED_N_HTAP);
  htap_inventory_set_keep_snapshots (self->inventory, TRUE);
}

void
htap_saved_fixture_save_profile (HtapFleetFixture *self, HtapProfile *profile)
{
  g_autoptr (HtapCredentials) credentials =
      htap_credentials_new_token (htap_demo_cloud_get_token (self->probe->cloud));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_profile_set_origin (profile, HTAP_PROFILE_SAVED);
  htap_inventory_save_profile_async (self->inventory, profile, credentials, NULL,
                                     htap_test_on_result, &result);
  htap_inventory_save_profile_finish (self->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

void
htap_saved_fixture_remove_profile (HtapFleetFixture *self)
{
  g_autoptr (HtapProfile) profile = htap_inventory_dup_profile (self->inventory, HTAP_SAVED_UUID);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_inventory_remove_profile_async (self->inventory, profile, NULL, htap_test_on_result,
                                       &result);
  htap_inventory_remove_profile_finish (self->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

void
htap_saved_fixture_clear (HtapFleetFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_inventory_clear_snapshots_async (self->inventory, NULL, htap_test_on_result, &result);
  htap_inventory_clear_snapshots_finish (self->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

void
htap_saved_fixture_tear_down (HtapFleetFixture *self, gconstpointer data)
{
  htap_saved_fixture_clear (self);
  if (g_list_model_get_n_items (htap_inventory_get_profiles (self->inventory)) > 0)
    htap_saved_fixture_remove_profile (self);
  htap_fleet_fixture_tear_down (self, data);
}

void
htap_saved_fixture_show (HtapFleetFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_inventory_show_snapshots_async (self->inventory, NULL, htap_test_on_result, &result);
  htap_inventory_show_snapshots_finish (self->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

/* The end of a run, and the next one's start. */
void
htap_saved_fixture_start_again (HtapFleetFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (self->inventory);
  self->inventory = htap_inventory_new ("en-us");
  htap_inventory_set_keep_snapshots (self->inventory, TRUE);
  htap_inventory_load (self->inventory, &error);
  g_assert_no_error (error);
}

/* A first run, which read everything. */
void
htap_saved_fixture_read_once (HtapFleetFixture *self)
{
  g_autoptr (HtapProfile) profile = htap_fleet_fixture_new_profile (self, HTAP_SAVED_UUID);

  htap_saved_fixture_save_profile (self, profile);
  htap_fleet_fixture_refresh (self);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (self), ==, HTAP_SAVED_N_HTAP);
  htap_saved_fixture_start_again (self);
}
