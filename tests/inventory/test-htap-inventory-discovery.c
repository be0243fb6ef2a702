/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fleet-fixture.h"

#include "htap-error.h"
#include "htap-test.h"

#define UNLISTED "00000000000000000000000000000000in07"

typedef HtapFleetFixture Fixture;

static HtapDiscovery *
get_discovery (Fixture *fixture, guint position)
{
  g_autoptr (HtapDiscovery) discovery =
      g_list_model_get_item (htap_inventory_get_discoveries (fixture->inventory), position);

  g_assert_nonnull (discovery);

  return discovery;
}

static const HtapDemoTaurus *
get_taurus (Fixture *fixture, guint position)
{
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (fixture->probe->cloud, &n_taurus);

  g_assert_cmpuint (position, <, n_taurus);

  return &taurus[position];
}

static void
test_found_while_it_runs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;
  const HtapDemoTaurus *first = get_taurus (fixture, 0);
  HtapSource *source;

  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 0);
  g_assert_cmpint (htap_discovery_get_state (get_discovery (fixture, 0)), ==, HTAP_SOURCE_NEVER);

  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  g_assert_true (htap_refresh_is_discovering (refresh));
  g_assert_cmpuint (htap_refresh_get_total (refresh), ==, 0);
  g_assert_true (htap_discovery_is_loading (get_discovery (fixture, 0)));

  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==,
                    htap_fleet_fixture_get_n_taurus (fixture));
  g_assert_cmpuint (htap_refresh_get_total (refresh), ==,
                    htap_fleet_fixture_get_n_taurus (fixture));
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 1);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), >, 10);
  g_assert_cmpint (htap_discovery_get_state (get_discovery (fixture, 0)), ==, HTAP_SOURCE_FRESH);
  g_assert_nonnull (htap_discovery_get_enterprise_projects (get_discovery (fixture, 0)));

  source = htap_fleet_fixture_find_source (fixture, first->taurus_id);
  g_assert_cmpstr (htap_source_get_taurus_name (source), ==, first->taurus_name);
  g_assert_cmpstr (htap_source_get_project_id (source), ==, first->project_id);
  g_assert_nonnull (htap_source_get_taurus (source));
  g_assert_nonnull (htap_source_get_enterprise_projects (source));

  /* Again, and nobody has to be told of another sidebar. */
  fixture->n_profiles_changed = 0;
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (fixture->n_profiles_changed, ==, 0);
  g_assert_true (source == htap_fleet_fixture_find_source (fixture, first->taurus_id));
}

/* One was typed in and is listed too; the API lists no single-node instance, so the other is not.
 */
static void
test_added_by_hand (Fixture *fixture, gconstpointer data)
{
  HtapProfile *profile = htap_fleet_fixture_new_profile (fixture, "1");
  const HtapDemoTaurus *listed = get_taurus (fixture, 1);
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();
  HtapSource *source, *unlisted;

  g_ptr_array_add (taurus_ids, htap_regional_id_new (listed->region, UNLISTED));
  g_ptr_array_add (taurus_ids, htap_regional_id_new (listed->region, listed->taurus_id));
  htap_profile_set_taurus_ids (profile, taurus_ids);
  htap_fleet_fixture_add_profile (fixture, profile);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 2);
  source = htap_fleet_fixture_find_source (fixture, listed->taurus_id);

  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==,
                    htap_fleet_fixture_get_n_taurus (fixture) + 1);
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_FRESH);
  g_assert_cmpstr (htap_source_get_taurus_name (source), ==, listed->taurus_name);
  unlisted = htap_fleet_fixture_find_source (fixture, UNLISTED);
  g_assert_error (htap_source_get_error (unlisted), HTAP_ERROR, HTAP_ERROR_NOT_FOUND);
  g_assert_cmpuint (htap_error_get_details (htap_source_get_error (unlisted))->http_status, !=, 0);
}

static void
test_gone_and_back (Fixture *fixture, gconstpointer data)
{
  HtapSource *gone;
  gint64 as_of;

  htap_demo_cloud_set_fleet (fixture->probe->cloud, 10, 50);
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_fleet_fixture_refresh (fixture);
  gone = htap_fleet_fixture_find_source (fixture, get_taurus (fixture, 9)->taurus_id);
  as_of = htap_source_get_as_of (gone);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, 10);

  htap_demo_cloud_set_fleet (fixture->probe->cloud, 8, 40);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 10);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 50);
  g_assert_cmpint (htap_source_get_state (gone), ==, HTAP_SOURCE_STALE);
  g_assert_error (htap_source_get_error (gone), HTAP_ERROR, HTAP_ERROR_NOT_FOUND);
  g_assert_cmpint (htap_source_get_as_of (gone), ==, as_of);
  g_assert_false (htap_source_is_loading (gone));

  htap_demo_cloud_set_fleet (fixture->probe->cloud, 10, 50);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, 10);
  g_assert_no_error (htap_source_get_error (gone));
}

static void
test_refused_list (Fixture *fixture, gconstpointer data)
{
  const HtapDemoTaurus *known = get_taurus (fixture, 0);
  HtapProfile *profile = htap_fleet_fixture_new_profile (fixture, "1");
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();

  g_ptr_array_add (taurus_ids, htap_regional_id_new (known->region, known->taurus_id));
  htap_profile_set_taurus_ids (profile, taurus_ids);
  htap_fleet_fixture_add_profile (fixture, profile);
  htap_demo_probe_fault (fixture->probe, "{\"path\":\"/instances\",\"status\":403,\"count\":3,"
                                         "\"body\":{\"error_code\":\"DBS.200044\"}}");
  htap_fleet_fixture_refresh (fixture);

  /* What was added by hand is read all the same. */
  g_assert_error (htap_discovery_get_error (get_discovery (fixture, 0)), HTAP_ERROR,
                  HTAP_ERROR_FORBIDDEN);
  g_assert_cmpint (
      htap_source_get_state (htap_fleet_fixture_find_source (fixture, known->taurus_id)), ==,
      HTAP_SOURCE_FRESH);
}

static void
test_names_refused (Fixture *fixture, gconstpointer data)
{
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_demo_probe_fault (fixture->probe, "{\"path\":\"enterprise-projects\",\"status\":400}");
  htap_fleet_fixture_refresh (fixture);

  g_assert_nonnull (htap_discovery_get_enterprise_projects_error (get_discovery (fixture, 0)));
  g_assert_no_error (htap_discovery_get_error (get_discovery (fixture, 0)));
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), >, 10);
}

static void
test_two_profiles_of_one_project (Fixture *fixture, gconstpointer data)
{
  htap_demo_cloud_set_fleet (fixture->probe->cloud, 10, 50);
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "2"));
  htap_fleet_fixture_refresh (fixture);

  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 20);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, 20);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 50);
}

static gboolean
has_sources (gpointer data)
{
  return htap_refresh_get_total (data) > 0;
}

/* While its projects are listed, and while its sources are asked. */
static void
test_profile_removed_in_the_middle (Fixture *fixture, gconstpointer data)
{
  for (guint when = 0; when < 2; when++)
    {
      HtapProfile *disabled = htap_fleet_fixture_new_profile (fixture, "1");
      g_autoptr (HtapRefresh) refresh = NULL;

      htap_demo_probe_fault (fixture->probe, when == 0 ? "{\"delay\":60000}"
                                                       : "{\"path\":\"/htap\",\"delay\":60000}");
      htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
      refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
      if (when == 1)
        htap_test_wait_until (has_sources, refresh, "the first sources");

      htap_profile_set_enabled (disabled, FALSE);
      htap_fleet_fixture_add_profile (fixture, disabled);
      g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 0);
      g_assert_cmpuint (
          g_list_model_get_n_items (htap_inventory_get_discoveries (fixture->inventory)), ==, 0);
      htap_fleet_fixture_wait_finished (fixture, refresh);
      g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 0);
      g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);
      htap_demo_reply_free (
          htap_demo_probe_control (fixture->probe, "DELETE", "/demo/faults", NULL));
    }
}

static void
test_stopped_while_listing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;
  gint64 begin;

  htap_demo_cloud_set_delay (fixture->probe->cloud, 60 * 1000);
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  begin = g_get_monotonic_time ();
  htap_inventory_stop (fixture->inventory);
  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (htap_discovery_get_state (get_discovery (fixture, 0)), ==, HTAP_SOURCE_NEVER);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 0);
}

static void
test_looking_asks_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;
  g_autoptr (HtapProfile) profile = htap_fleet_fixture_new_profile (fixture, "1");
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();

  g_ptr_array_add (profiles, profile);
  htap_fleet_fixture_add_profile (fixture, g_object_ref (profile));
  refresh = g_object_ref (htap_inventory_discover (fixture->inventory, profiles));
  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_NEVER), ==,
                    htap_fleet_fixture_get_n_taurus (fixture));
}

static void
test_one_profile_of_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;
  g_autoptr (HtapProfile) profile = htap_fleet_fixture_new_profile (fixture, "2");
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();

  htap_demo_cloud_set_fleet (fixture->probe->cloud, 10, 50);
  g_ptr_array_add (profiles, profile);
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_fleet_fixture_add_profile (fixture, g_object_ref (profile));
  refresh = g_object_ref (htap_inventory_refresh_profiles (fixture->inventory, profiles));
  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, 10);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 10);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 50);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/inventory-discovery/" path, Fixture, NULL, htap_fleet_fixture_set_up, test,        \
              htap_fleet_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("found-while-it-runs", test_found_while_it_runs);
  ADD ("added-by-hand", test_added_by_hand);
  ADD ("gone-and-back", test_gone_and_back);
  ADD ("refused-list", test_refused_list);
  ADD ("names-refused", test_names_refused);
  ADD ("two-profiles-of-one-project", test_two_profiles_of_one_project);
  ADD ("profile-removed-in-the-middle", test_profile_removed_in_the_middle);
  ADD ("stopped-while-listing", test_stopped_while_listing);
  ADD ("looking-asks-nobody", test_looking_asks_nobody);
  ADD ("one-profile-of-two", test_one_profile_of_two);

  return g_test_run ();
}
