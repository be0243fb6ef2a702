/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fleet-fixture.h"

#include "htap-error.h"
#include "htap-test.h"

#define N_SOURCES 500

typedef HtapFleetFixture Fixture;

/* What the API is known to answer in the place of a list, but for what concerns the whole profile.
 */
static const char *const errors[] = {
  "400_dbs_05000044_htap_gone.json",
  "400_dbs_280001_parameter.json",
  "400_dbs_280001_parameter_zh.json",
  "400_dbs_280404_bad_instance_id.json",
  "400_iam_keystone.json",
  "400_plain_text.txt",
  "403_apigw_0302.json",
  "403_dbs_200010.json",
  "403_dbs_200044.json",
  "403_iam_0003.json",
  "404_apigw_0101.json",
  "404_dbs_200002.json",
  "409_dbs_200019.json",
  "4xx_code_message.json",
  "500_apigw_0601.json",
  "500_dbs_05000000.json",
  "500_empty_body.txt",
  "503_apigw_0613_iam_down.json",
};

/* And what no service answers. */
static const char *const disasters[] = {
  "\"status\":200,\"body\":\"half a li\"",
  "\"status\":200,\"body\":{\"instances\":\"none\"}",
  "\"cut\":true",
  "\"cut\":\"after-headers\"",
  "\"cut\":\"before-answer\"",
};

static const HtapDemoTaurus *
get_taurus (Fixture *fixture, guint position)
{
  guint n_taurus;

  return &htap_demo_cloud_get_taurus (fixture->probe->cloud, &n_taurus)[position];
}

/* @answer: what is wrong, as members of a fault */
static void
spoil (Fixture *fixture, guint position, const char *answer)
{
  g_autofree char *fault =
      g_strdup_printf ("{\"path\":\"%s\",%s}", get_taurus (fixture, position)->taurus_id, answer);

  htap_demo_probe_fault (fixture->probe, fault);
}

static void
spoil_with_sample (Fixture *fixture, guint position, const char *name)
{
  g_autofree char *path = g_strconcat ("errors/", name, NULL);
  g_autoptr (GBytes) body = htap_test_fixture (path);
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *escaped = g_strescape (copy, "\303\250");
  gboolean is_json = g_str_has_suffix (name, ".json");
  int status = g_str_has_prefix (name, "4xx") ? 400 : atoi (name);
  g_autofree char *answer =
      g_strdup_printf ("\"status\":%d,\"body\":%s%s%s", status, is_json ? "" : "\"",
                       is_json ? copy : escaped, is_json ? "" : "\"");

  spoil (fixture, position, answer);
}

static void
count (guint *n_signals)
{
  (*n_signals)++;
}

/* One in twenty fails, each in a way of its own; the others do not notice. */
static void
test_fleet_with_failures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;
  const guint n_failing = N_SOURCES / 20;
  guint n_row_signals = 0;
  guint n_source_signals = 0;
  gint64 begin;

  htap_demo_cloud_set_fleet (fixture->probe->cloud, N_SOURCES, 10 * N_SOURCES);
  for (guint i = 0; i < n_failing; i++)
    if (i < G_N_ELEMENTS (errors))
      spoil_with_sample (fixture, 20 * i, errors[i]);
    else
      spoil (fixture, 20 * i, disasters[i % G_N_ELEMENTS (disasters)]);
  spoil (fixture, 1, "\"delay\":300");
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  g_signal_connect_swapped (htap_inventory_get_instances (fixture->inventory), "items-changed",
                            G_CALLBACK (count), &n_row_signals);
  g_signal_connect_swapped (htap_inventory_get_sources (fixture->inventory), "items-changed",
                            G_CALLBACK (count), &n_source_signals);
  fixture->n_merges = 0;
  fixture->n_profiles_changed = 0;

  begin = g_get_monotonic_time ();
  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_test_message ("%u sources in %.2f s, %u merges, %u signals of rows", N_SOURCES,
                  (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC, fixture->n_merges,
                  n_row_signals);

  g_assert_cmpuint (htap_refresh_get_total (refresh), ==, N_SOURCES);
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, n_failing);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==,
                    N_SOURCES - n_failing);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FAILED), ==, n_failing);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 10 * (N_SOURCES - n_failing));

  /* No storm: one signal a merge, and the sidebar changes once a project. */
  g_assert_cmpuint (fixture->n_merges, <, N_SOURCES / 4);
  g_assert_cmpuint (n_row_signals, <=, fixture->n_merges);
  g_assert_cmpuint (n_source_signals, <=, 3);
  g_assert_cmpuint (fixture->n_profiles_changed, <=, 3);

  /* Again: nothing moves. */
  n_row_signals = n_source_signals = 0;
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (n_row_signals, ==, 0);
  g_assert_cmpuint (n_source_signals, ==, 0);
}

static gboolean
is_begun (gpointer data)
{
  return htap_refresh_get_done (data) >= 20;
}

static void
test_stopped_in_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;
  gint64 begin;
  guint n_rows;

  htap_demo_cloud_set_fleet (fixture->probe->cloud, N_SOURCES, 2 * N_SOURCES);
  for (guint i = 100; i < N_SOURCES; i++)
    spoil (fixture, i, "\"delay\":60000");
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_inventory_set_max_in_flight (fixture->inventory, 100);
  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  htap_test_wait_until (is_begun, refresh, "a part of the fleet");

  begin = g_get_monotonic_time ();
  htap_inventory_stop (fixture->inventory);
  n_rows = htap_fleet_fixture_get_n_rows (fixture);
  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_test_message ("stopped in %.1f ms", (double) (g_get_monotonic_time () - begin) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_TIME_SPAN_SECOND);
  g_assert_true (htap_refresh_is_stopped (refresh));
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 0);

  /* What had arrived stays. */
  g_assert_cmpuint (n_rows, >=, 2 * 20);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, n_rows);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_LOADING), ==, 0);
  g_assert_cmpuint (2 * htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, n_rows);
  g_assert_null (htap_inventory_get_refresh (fixture->inventory));
}

static gboolean
is_held (gpointer data)
{
  return htap_refresh_get_held_until (data) != 0;
}

/* One region wants to be left alone for a minute; the others are read meanwhile. */
static void
test_throttled_beside_healthy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDemoCloud) other = htap_demo_cloud_new ();
  g_autoptr (HtapProfile) healthy = NULL;
  g_autoptr (HtapRefresh) refresh = NULL;
  g_autoptr (GError) error = NULL;
  const HtapDemoTaurus *taurus = get_taurus (fixture, 0);
  g_autoptr (HtapCredentials) credentials = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  htap_demo_cloud_start (other, 0, &error);
  g_assert_no_error (error);
  credentials = htap_credentials_new_token (htap_demo_cloud_get_token (other));
  healthy = htap_fleet_fixture_new_profile (fixture, "2");
  for (guint i = 0; i < htap_fleet_fixture_get_n_taurus (fixture); i++)
    {
      /* The gate counts by host and port, so this is another endpoint. */
      htap_profile_set_endpoint (healthy, get_taurus (fixture, i)->region,
                                 htap_demo_cloud_get_address (other));
    }
  htap_demo_probe_fault (fixture->probe, "{\"status\":429,\"headers\":{\"Retry-After\":\"60\"}}");
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_inventory_add_transient_profile (fixture->inventory, healthy, credentials);

  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  htap_test_wait_until (is_held, refresh, "a wish to be left alone");
  g_assert_cmpint (htap_refresh_get_held_until (refresh), >=, now + 50);
  g_assert_cmpint (htap_refresh_get_held_until (refresh), <=, now + 120);
  while (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH) <
         htap_fleet_fixture_get_n_taurus (fixture) - 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (htap_refresh_is_finished (refresh));
  g_assert_nonnull (htap_fleet_fixture_find_source (fixture, taurus->taurus_id));

  htap_inventory_stop (fixture->inventory);
  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_assert_cmpint (htap_refresh_get_held_until (refresh), ==, 0);
  htap_demo_cloud_stop (other);
}

/* A source that a newer refresh asks for belongs to that one. */
static void
test_newer_refresh_of_a_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) sweep = NULL;
  g_autoptr (HtapRefresh) one = NULL;
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  HtapSource *source;

  htap_demo_cloud_set_fleet (fixture->probe->cloud, 12, 24);
  htap_fleet_fixture_add_profile (fixture, htap_fleet_fixture_new_profile (fixture, "1"));
  htap_fleet_fixture_refresh (fixture);
  source = htap_fleet_fixture_find_source (fixture, get_taurus (fixture, 0)->taurus_id);
  g_ptr_array_add (sources, source);

  sweep = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  one = g_object_ref (htap_inventory_refresh (fixture->inventory, sources));
  g_assert_true (htap_source_is_loading (source));
  htap_fleet_fixture_wait_finished (fixture, one);
  htap_fleet_fixture_wait_finished (fixture, sweep);
  g_assert_false (htap_source_is_loading (source));
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, 12);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/refresh-ask/" path, Fixture, NULL, htap_fleet_fixture_set_up, test,                    \
              htap_fleet_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("fleet-with-failures", test_fleet_with_failures);
  ADD ("stopped-in-the-middle", test_stopped_in_the_middle);
  ADD ("throttled-beside-healthy", test_throttled_beside_healthy);
  ADD ("newer-refresh-of-a-source", test_newer_refresh_of_a_source);

  return g_test_run ();
}
