/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-clock.h"
#include "htap-demo-cloud.h"
#include "htap-fake-monitor.h"
#include "htap-schedule-private.h"
#include "htap-test.h"

/* The demo cloud is on this computer, and one profile more is not: it would ask a host that no name
 * service knows. */
typedef struct
{
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  HtapFakeMonitor *monitor;
  HtapClock *clock;
  HtapSchedule *schedule;
  guint n_here; /* sources of the demo */
} Fixture;

static void
add_remote (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("remote");
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (GPtrArray) ids = htap_regional_ids_new ();
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();

  g_ptr_array_add (ids, htap_regional_id_new ("cn-north-4", "remotein07"));
  g_ptr_array_add (projects, htap_regional_id_new ("cn-north-4", "23a5"));
  htap_profile_set_name (profile, "remote");
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, ids);
  htap_profile_set_endpoint (profile, "cn-north-4", "https://cloud.invalid");
  htap_inventory_add_transient_profile (fixture->inventory, profile, credentials);
}

static guint
get_n_sources (Fixture *fixture)
{
  return g_list_model_get_n_items (htap_inventory_get_sources (fixture->inventory));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = NULL;

  fixture->cloud = htap_demo_cloud_new ();
  htap_demo_cloud_set_fleet (fixture->cloud, 3, 3);
  htap_demo_cloud_start (fixture->cloud, 0, &error);
  g_assert_no_error (error);
  fixture->inventory = htap_inventory_new ("en-us");
  fixture->monitor = htap_fake_monitor_new (FALSE);
  fixture->clock = htap_clock_new_manual (G_TIME_SPAN_HOUR);
  fixture->schedule = htap_schedule_new_with_clock (fixture->inventory, fixture->clock);
  profile = htap_demo_cloud_dup_profile_by_hand (fixture->cloud);
  htap_inventory_add_demo_profile (fixture->inventory, profile,
                                   htap_demo_cloud_get_token (fixture->cloud));
  fixture->n_here = get_n_sources (fixture);
  add_remote (fixture);
  g_assert_cmpuint (get_n_sources (fixture), ==, fixture->n_here + 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->schedule);
  g_assert_finalize_object (fixture->clock);
  htap_inventory_stop (fixture->inventory);
  g_assert_finalize_object (fixture->inventory);
  g_assert_finalize_object (fixture->monitor);
  htap_demo_cloud_stop (fixture->cloud);
  g_assert_finalize_object (fixture->cloud);
}

static void
go_offline (Fixture *fixture)
{
  htap_inventory_set_network_monitor (fixture->inventory, G_NETWORK_MONITOR (fixture->monitor));
  g_assert_true (htap_inventory_get_offline (fixture->inventory));
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

static void
wait_idle (Fixture *fixture)
{
  htap_test_wait_until (is_idle, fixture->inventory, "the end of a refresh");
}

/* Returns: how many are asked now; 0 if none */
static guint
get_n_asked (Fixture *fixture)
{
  HtapRefresh *refresh = htap_inventory_get_refresh (fixture->inventory);

  return refresh != NULL ? htap_refresh_get_total (refresh) : 0;
}

/* Without a hint nothing is held back. */
static void
test_no_monitor (Fixture *fixture, gconstpointer data)
{
  g_assert_false (htap_inventory_get_offline (fixture->inventory));
  htap_inventory_refresh_reachable (fixture->inventory);
  g_assert_cmpuint (get_n_asked (fixture), ==, fixture->n_here + 1);
}

static void
test_loopback_is_never_cut_off (Fixture *fixture, gconstpointer data)
{
  guint n_cut_off = 0;

  go_offline (fixture);
  for (guint i = 0; i < get_n_sources (fixture); i++)
    {
      g_autoptr (HtapSource) source =
          g_list_model_get_item (htap_inventory_get_sources (fixture->inventory), i);

      n_cut_off += htap_inventory_is_cut_off (fixture->inventory, htap_source_get_profile (source),
                                              htap_source_get_region (source));
    }
  g_assert_cmpuint (n_cut_off, ==, 1);

  htap_inventory_refresh_reachable (fixture->inventory);
  g_assert_cmpuint (get_n_asked (fixture), ==, fixture->n_here);
  wait_idle (fixture);
}

/* It is a hint: who asks is not refused. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  go_offline (fixture);
  htap_inventory_refresh (fixture->inventory, NULL);
  g_assert_cmpuint (get_n_asked (fixture), ==, fixture->n_here + 1);
}

static void
test_schedule (Fixture *fixture, gconstpointer data)
{
  go_offline (fixture);
  htap_schedule_set_interval (fixture->schedule, 60);
  htap_clock_advance (fixture->clock, 60 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (get_n_asked (fixture), ==, fixture->n_here);
  wait_idle (fixture);
}

/* By itself, also while the interval is off. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  go_offline (fixture);
  g_assert_cmpuint (get_n_asked (fixture), ==, 0);
  htap_fake_monitor_set_available (fixture->monitor, TRUE);
  g_assert_false (htap_inventory_get_offline (fixture->inventory));
  g_assert_cmpuint (get_n_asked (fixture), ==, fixture->n_here + 1);
  g_assert_true (htap_refresh_is_quiet (htap_inventory_get_refresh (fixture->inventory)));
}

/* Nobody looks when it comes back, so it waits until somebody does. */
static void
test_back_while_paused (Fixture *fixture, gconstpointer data)
{
  go_offline (fixture);
  htap_schedule_set_paused (fixture->schedule, TRUE);
  htap_fake_monitor_set_available (fixture->monitor, TRUE);
  g_assert_cmpuint (get_n_asked (fixture), ==, 0);
  htap_schedule_set_paused (fixture->schedule, FALSE);
  g_assert_cmpuint (get_n_asked (fixture), ==, fixture->n_here + 1);
}

/* The same thing again is no news. */
static void
test_same_again (Fixture *fixture, gconstpointer data)
{
  htap_fake_monitor_set_available (fixture->monitor, TRUE);
  htap_inventory_set_network_monitor (fixture->inventory, G_NETWORK_MONITOR (fixture->monitor));
  htap_fake_monitor_set_available (fixture->monitor, TRUE);
  g_assert_cmpuint (get_n_asked (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/inventory-network/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("no-monitor", test_no_monitor);
  ADD ("loopback-is-never-cut-off", test_loopback_is_never_cut_off);
  ADD ("by-hand", test_by_hand);
  ADD ("schedule", test_schedule);
  ADD ("back", test_back);
  ADD ("back-while-paused", test_back_while_paused);
  ADD ("same-again", test_same_again);
#undef ADD

  return g_test_run ();
}
