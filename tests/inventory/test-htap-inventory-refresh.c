/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-demo-cloud.h"
#include "htap-error.h"
#include "htap-test.h"

/* The whole way of the data, over HTTP on loopback: demo cloud, client, merge. */
typedef struct
{
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  guint n_merges;
} Fixture;

static void
on_merged (Fixture *fixture, HtapFieldSet changed, HtapInventory *inventory)
{
  fixture->n_merges++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->cloud = htap_demo_cloud_new ();
  fixture->inventory = htap_inventory_new ("en-us");
  htap_demo_cloud_start (fixture->cloud, 0, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->inventory, "merged", G_CALLBACK (on_merged), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->inventory);
  htap_demo_cloud_stop (fixture->cloud);
  g_assert_finalize_object (fixture->cloud);
}

static void
add_demo (Fixture *fixture)
{
  g_autofree char *profile = htap_demo_cloud_dup_profile_by_hand (fixture->cloud);

  htap_inventory_add_demo_profile (fixture->inventory, profile,
                                   htap_demo_cloud_get_token (fixture->cloud));
}

static gboolean
is_finished (gpointer data)
{
  return htap_refresh_is_finished (data);
}

static void
refresh_and_wait (Fixture *fixture)
{
  g_autoptr (HtapRefresh) refresh =
      g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));

  htap_test_wait_until (is_finished, refresh, "the end of a refresh");
  g_assert_cmpuint (htap_refresh_get_done (refresh), ==, htap_refresh_get_total (refresh));
  g_assert_null (htap_inventory_get_refresh (fixture->inventory));
}

static HtapSource *
get_source (Fixture *fixture, guint position)
{
  g_autoptr (HtapSource) source =
      g_list_model_get_item (htap_inventory_get_sources (fixture->inventory), position);

  g_assert_nonnull (source);

  return source;
}

/* The one that always fails, and one that never does. */
static HtapSource *
find_source (Fixture *fixture, gboolean failing)
{
  GListModel *sources = htap_inventory_get_sources (fixture->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    if ((htap_source_get_error (get_source (fixture, i)) != NULL) == failing)
      return get_source (fixture, i);

  g_assert_not_reached ();
}

static guint
get_n_instances (Fixture *fixture)
{
  return g_list_model_get_n_items (htap_inventory_get_instances (fixture->inventory));
}

static void
test_one_failing_source_costs_nothing_else (Fixture *fixture, gconstpointer data)
{
  HtapSource *failing, *good;
  guint n_instances;

  add_demo (fixture);
  refresh_and_wait (fixture);
  n_instances = get_n_instances (fixture);
  g_assert_cmpuint (n_instances, >, 10);
  g_assert_cmpuint (fixture->n_merges, >, 0);

  failing = find_source (fixture, TRUE);
  g_assert_cmpint (htap_source_get_state (failing), ==, HTAP_SOURCE_FAILED);
  g_assert_error (htap_source_get_error (failing), HTAP_ERROR, HTAP_ERROR_FORBIDDEN);
  g_assert_nonnull (htap_error_get_details (htap_source_get_error (failing))->request_id);

  good = find_source (fixture, FALSE);
  g_assert_cmpint (htap_source_get_state (good), ==, HTAP_SOURCE_FRESH);
  g_assert_cmpint (htap_source_get_as_of (good), >, 0);

  /* Again, and nothing moves. */
  fixture->n_merges = 0;
  refresh_and_wait (fixture);
  g_assert_cmpuint (get_n_instances (fixture), ==, n_instances);
}

static void
test_failed_refresh_keeps_what_is_known (Fixture *fixture, gconstpointer data)
{
  HtapSource *source;
  guint n_instances;
  gint64 as_of;

  add_demo (fixture);
  refresh_and_wait (fixture);
  n_instances = get_n_instances (fixture);
  source = find_source (fixture, FALSE);
  as_of = htap_source_get_as_of (source);

  htap_demo_cloud_stop (fixture->cloud);
  refresh_and_wait (fixture);
  g_assert_cmpuint (get_n_instances (fixture), ==, n_instances);
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_STALE);
  g_assert_error (htap_source_get_error (source), HTAP_ERROR, HTAP_ERROR_NETWORK);
  g_assert_cmpint (htap_source_get_as_of (source), ==, as_of);
}

static void
test_stop_ends_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;

  htap_demo_cloud_set_delay (fixture->cloud, 60 * 1000);
  add_demo (fixture);
  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  g_assert_true (htap_inventory_get_refresh (fixture->inventory) == refresh);
  g_assert_cmpint (htap_source_get_state (get_source (fixture, 0)), ==, HTAP_SOURCE_LOADING);

  htap_inventory_stop (fixture->inventory);
  htap_test_wait_until (is_finished, refresh, "the end of a stopped refresh");
  g_assert_true (htap_refresh_is_stopped (refresh));
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 0);
  g_assert_cmpint (htap_source_get_state (get_source (fixture, 0)), ==, HTAP_SOURCE_NEVER);
  g_assert_null (htap_source_get_error (get_source (fixture, 0)));
}

static void
test_new_refresh_replaces_a_running_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) first = NULL;
  HtapSource *source;

  htap_demo_cloud_set_delay (fixture->cloud, 60 * 1000);
  add_demo (fixture);
  first = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  htap_demo_cloud_set_delay (fixture->cloud, 0);
  refresh_and_wait (fixture);

  htap_test_wait_until (is_finished, first, "the end of the replaced refresh");
  source = find_source (fixture, FALSE);
  g_assert_cmpint (htap_source_get_state (source), ==, HTAP_SOURCE_FRESH);
  g_assert_false (htap_source_is_loading (source));
  g_assert_cmpuint (htap_refresh_get_failed (first), ==, 0);
}

static void
test_nothing_to_ask (Fixture *fixture, gconstpointer data)
{
  g_assert_null (htap_inventory_refresh (fixture->inventory, NULL));
  g_assert_null (htap_inventory_get_refresh (fixture->inventory));
}

static void
test_finalized_while_running (Fixture *fixture, gconstpointer data)
{
  htap_demo_cloud_set_delay (fixture->cloud, 60 * 1000);
  add_demo (fixture);
  htap_inventory_refresh (fixture->inventory, NULL);
}

static void
test_wrong_token (Fixture *fixture, gconstpointer data)
{
  g_autofree char *profile = htap_demo_cloud_dup_profile_by_hand (fixture->cloud);

  htap_inventory_add_demo_profile (fixture->inventory, profile, "wrong");
  refresh_and_wait (fixture);
  g_assert_error (htap_source_get_error (get_source (fixture, 0)), HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpuint (get_n_instances (fixture), ==, 0);
}

static void
test_fleet (Fixture *fixture, gconstpointer data)
{
  htap_demo_cloud_set_fleet (fixture->cloud, 60, 600);
  add_demo (fixture);
  refresh_and_wait (fixture);
  g_assert_cmpuint (get_n_instances (fixture), ==, 600);

  /* Answers come together into the list, not one by one. */
  g_assert_cmpuint (fixture->n_merges, <, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/inventory-refresh/one-failing-source", Fixture, NULL, set_up,
              test_one_failing_source_costs_nothing_else, tear_down);
  g_test_add ("/inventory-refresh/failed-refresh-keeps-data", Fixture, NULL, set_up,
              test_failed_refresh_keeps_what_is_known, tear_down);
  g_test_add ("/inventory-refresh/stop", Fixture, NULL, set_up, test_stop_ends_at_once, tear_down);
  g_test_add ("/inventory-refresh/replace", Fixture, NULL, set_up,
              test_new_refresh_replaces_a_running_one, tear_down);
  g_test_add ("/inventory-refresh/nothing-to-ask", Fixture, NULL, set_up, test_nothing_to_ask,
              tear_down);
  g_test_add ("/inventory-refresh/finalized-while-running", Fixture, NULL, set_up,
              test_finalized_while_running, tear_down);
  g_test_add ("/inventory-refresh/wrong-token", Fixture, NULL, set_up, test_wrong_token, tear_down);
  g_test_add ("/inventory-refresh/fleet", Fixture, NULL, set_up, test_fleet, tear_down);

  return g_test_run ();
}
