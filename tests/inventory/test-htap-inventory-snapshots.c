/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-saved-fixture.h"

#include "htap-error.h"
#include "htap-snapshot-store.h"
#include "htap-test.h"

#include <string.h>

/* What one run of the program leaves, and the next one shows. */

typedef HtapFleetFixture Fixture;

static void
test_shown_at_start (Fixture *fixture, gconstpointer data)
{
  HtapSource *source;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  htap_saved_fixture_read_once (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);

  /* Nobody answers. */
  htap_demo_cloud_stop (fixture->probe->cloud);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_STALE), ==,
                    HTAP_SAVED_N_TAURUS);
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

/* Of a TaurusDB instance that nobody lists any more: so much that reading it takes a while. */
static void
save_much (Fixture *fixture)
{
  g_autoptr (HtapSnapshotStore) store = htap_snapshot_store_new (NULL);
  g_autoptr (HtapProfile) profile = htap_inventory_dup_profile (fixture->inventory, HTAP_SAVED_UUID);
  g_autofree char *name = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *text = g_strdup_printf (
      "{\"instances\":[{\"id\":\"0in17\",\"name\":\"%s\"}],\"total_count\":1}", name);
  g_autoptr (GBytes) answer = g_bytes_new (text, strlen (text));
  HtapSnapshot *snapshot =
      htap_snapshot_new (HTAP_SAVED_UUID, "cn-north-4", "23a5", "farin07", answer);

  snapshot->reader = htap_profile_dup_reader (profile, "cn-north-4");
  htap_snapshot_store_save (store, snapshot);
}

static void
on_merged (guint *n_merged)
{
  (*n_merged)++;
}

/* Meanwhile nobody says that nothing is known. */
static void
test_restoring (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_merged = 0;

  htap_saved_fixture_read_once (fixture);
  save_much (fixture);
  g_assert_false (htap_inventory_is_restoring (fixture->inventory));
  htap_inventory_show_snapshots_async (fixture->inventory, NULL, htap_test_on_result, &result);
  g_assert_true (htap_inventory_is_restoring (fixture->inventory));
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);
  g_signal_connect_swapped (fixture->inventory, "merged", G_CALLBACK (on_merged), &n_merged);

  htap_inventory_show_snapshots_finish (fixture->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_false (htap_inventory_is_restoring (fixture->inventory));
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP);
  g_assert_cmpuint (n_merged, >=, 2);
}

static void
test_refreshed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GObject) first = NULL;
  g_autoptr (GObject) same = NULL;

  htap_saved_fixture_read_once (fixture);
  htap_saved_fixture_show (fixture);
  first = g_list_model_get_item (htap_inventory_get_instances (fixture->inventory), 0);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==,
                    HTAP_SAVED_N_TAURUS);
  /* Merged, not replaced. */
  same = g_list_model_get_item (htap_inventory_get_instances (fixture->inventory), 0);
  g_assert_true (same == first);
}

static void
test_nothing_newer_is_replaced (Fixture *fixture, gconstpointer data)
{
  htap_saved_fixture_read_once (fixture);
  htap_fleet_fixture_refresh (fixture);
  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==,
                    HTAP_SAVED_N_TAURUS);
}

/* The demo and the environment leave no trace. */
static void
test_not_saved (Fixture *fixture, gconstpointer data)
{
  htap_fleet_fixture_add_profile (fixture,
                                  htap_fleet_fixture_new_profile (fixture, HTAP_SAVED_UUID));
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, HTAP_SAVED_N_HTAP);
  htap_saved_fixture_start_again (fixture);
  g_assert_cmpuint (htap_saved_fixture_count_kept (), ==, 0);
}

/* What another endpoint said is not what this one would say. */
static void
test_other_endpoint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) copy = NULL;
  g_autoptr (HtapProfile) profile = NULL;
  g_auto (GStrv) regions = NULL;

  htap_saved_fixture_read_once (fixture);
  profile = htap_inventory_dup_profile (fixture->inventory, HTAP_SAVED_UUID);
  copy = htap_profile_copy (profile);
  regions = htap_profile_dup_endpoint_regions (copy);
  for (guint i = 0; regions[i] != NULL; i++)
    htap_profile_set_endpoint (copy, regions[i], "https://cloud.invalid");
  htap_saved_fixture_save_profile (fixture, copy);
  htap_saved_fixture_start_again (fixture);
  htap_saved_fixture_show (fixture);
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

  htap_saved_fixture_read_once (fixture);
  kept = htap_saved_fixture_list_kept ();
  for (guint i = 0; i < kept->len; i++)
    if (strstr (kept->pdata[i], "in07.json") != NULL && n_spoiled < 5)
      spoil (kept->pdata[i], n_spoiled++ % 2 == 0);

  htap_saved_fixture_show (fixture);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_STALE), ==,
                    HTAP_SAVED_N_TAURUS - 5);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_NEVER), ==, 5);
  error = htap_inventory_get_snapshots_error (fixture->inventory);
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==,
                   HTAP_ERROR_REASON_SNAPSHOT_SET_ASIDE);
  g_assert_true (g_str_has_suffix (htap_error_get_details (error)->subject, "*.broken-*"));
  g_assert_cmpuint (htap_saved_fixture_count_kept (), ==, kept->len);
}

/* Neither the token nor where it is sent to is in any file. */
static void
test_no_secret (Fixture *fixture, gconstpointer data)
{
  const char *token = htap_demo_cloud_get_token (fixture->probe->cloud);
  const char *address = htap_demo_cloud_get_address (fixture->probe->cloud);
  g_autoptr (GPtrArray) kept = NULL;

  htap_saved_fixture_read_once (fixture);
  kept = htap_saved_fixture_list_kept ();
  g_assert_cmpuint (kept->len, >, HTAP_SAVED_N_TAURUS);
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
  g_test_add ("/inventory-snapshots/" path, Fixture, NULL, htap_saved_fixture_set_up, function,    \
              htap_saved_fixture_tear_down)
  ADD ("shown-at-start", test_shown_at_start);
  ADD ("restoring", test_restoring);
  ADD ("refreshed", test_refreshed);
  ADD ("nothing-newer-is-replaced", test_nothing_newer_is_replaced);
  ADD ("not-saved", test_not_saved);
  ADD ("other-endpoint", test_other_endpoint);
  ADD ("broken", test_broken);
  ADD ("no-secret", test_no_secret);
#undef ADD

  return g_test_run ();
}
