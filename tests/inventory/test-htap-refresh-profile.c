/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fleet-fixture.h"

#include "htap-error.h"
#include "htap-test.h"

/* What happens to a whole profile while it is read. */

#define N_TAURUS  24
#define N_AT_ONCE 4

typedef HtapFleetFixture Fixture;

static const HtapDemoTaurus *
get_taurus (Fixture *fixture, guint position)
{
  guint n_taurus;

  return &htap_demo_cloud_get_taurus (fixture->probe->cloud, &n_taurus)[position];
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  htap_fleet_fixture_set_up (fixture, data);
  htap_demo_cloud_set_fleet (fixture->probe->cloud, N_TAURUS, 2 * N_TAURUS);
  htap_inventory_set_max_in_flight (fixture->inventory, 100);
}

/* Returns: (transfer full): one for the project of a TaurusDB instance alone */
static HtapProfile *
new_profile (Fixture *fixture, const char *uuid, const HtapDemoTaurus *taurus)
{
  HtapProfile *profile = htap_fleet_fixture_new_profile (fixture, uuid);
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_new (taurus->region, taurus->project_id));
  htap_profile_set_projects (profile, projects);

  return profile;
}

/* The first TaurusDB instance that is in another project than the very first one. */
static const HtapDemoTaurus *
find_elsewhere (Fixture *fixture)
{
  for (guint i = 1; i < N_TAURUS; i++)
    if (!g_str_equal (get_taurus (fixture, i)->project_id, get_taurus (fixture, 0)->project_id))
      return get_taurus (fixture, i);

  g_assert_not_reached ();
}

static guint
count_of_profile (Fixture *fixture, const char *uuid)
{
  GListModel *sources = htap_inventory_get_sources (fixture->inventory);
  guint n_sources = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      n_sources += g_str_equal (htap_profile_get_uuid (htap_source_get_profile (source)), uuid);
    }

  return n_sources;
}

/* Kept in file and keyring, as only such a profile can be removed. */
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
remove_profile (Fixture *fixture, HtapProfile *profile)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_inventory_remove_profile_async (fixture->inventory, profile, NULL, htap_test_on_result,
                                       &result);
  htap_inventory_remove_profile_finish (fixture->inventory, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

/* Every TaurusDB instance of a project but the first answers after ten minutes. */
static void
slow_down (Fixture *fixture, const char *project_id)
{
  gboolean first = TRUE;

  for (guint i = 0; i < N_TAURUS; i++)
    {
      const HtapDemoTaurus *taurus = get_taurus (fixture, i);
      g_autofree char *fault =
          g_strdup_printf ("{\"path\":\"%s\",\"delay\":600000}", taurus->taurus_id);

      if (!g_str_equal (taurus->project_id, project_id))
        continue;
      if (!first)
        htap_demo_probe_fault (fixture->probe, fault);
      first = FALSE;
    }
}

static gboolean
has_begun (gpointer data)
{
  Fixture *fixture = data;
  HtapSource *first = htap_fleet_fixture_find_source (fixture, get_taurus (fixture, 0)->taurus_id);

  return first != NULL && htap_source_get_state (first) == HTAP_SOURCE_FRESH;
}

/* Its rows go with it, and nobody waits for its answers any more; the rest is read to the end. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  const HtapDemoTaurus *other = find_elsewhere (fixture);
  g_autoptr (HtapProfile) removed = new_profile (fixture, "1", get_taurus (fixture, 0));
  g_autoptr (HtapProfile) kept = new_profile (fixture, "2", other);
  g_autoptr (HtapRefresh) refresh = NULL;
  g_autofree char *late = g_strdup_printf ("{\"path\":\"%s\",\"delay\":300}", other->taurus_id);
  HtapSource *last;
  guint n_kept;

  save_profile (fixture, removed);
  save_profile (fixture, kept);
  slow_down (fixture, get_taurus (fixture, 0)->project_id);
  htap_demo_probe_fault (fixture->probe, late);
  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  htap_test_wait_until (has_begun, fixture, "the first rows of the profile");
  g_assert_cmpuint (count_of_profile (fixture, "1"), >, 1);

  remove_profile (fixture, removed);
  g_assert_cmpuint (count_of_profile (fixture, "1"), ==, 0);
  g_assert_null (htap_inventory_dup_profile (fixture->inventory, "1"));

  htap_fleet_fixture_wait_finished (fixture, refresh);
  g_assert_false (htap_refresh_is_stopped (refresh));
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, 0);
  n_kept = count_of_profile (fixture, "2");
  g_assert_cmpuint (n_kept, >, 1);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, n_kept);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, n_kept);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 2 * n_kept);
  last = htap_fleet_fixture_find_source (fixture, other->taurus_id);
  g_assert_cmpint (htap_source_get_n_instances (last), ==, 2);

  remove_profile (fixture, kept);
  g_assert_cmpuint (htap_fleet_fixture_get_n_sources (fixture), ==, 0);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 0);
}

static void
add_by_hand (Fixture *fixture)
{
  HtapProfile *profile = htap_fleet_fixture_new_profile (fixture, "1");
  g_autoptr (GPtrArray) ids = htap_regional_ids_new ();

  for (guint i = 0; i < N_TAURUS; i++)
    g_ptr_array_add (ids, htap_regional_id_new (get_taurus (fixture, i)->region,
                                                get_taurus (fixture, i)->taurus_id));
  htap_profile_set_discover (profile, FALSE);
  htap_profile_set_taurus_ids (profile, ids);
  htap_fleet_fixture_add_profile (fixture, profile);
}

/* From now on, and without end; to be left alone for a second is all that it asks for. */
static void
refuse_everything (Fixture *fixture, const char *sample, guint status)
{
  g_autofree char *path = g_strconcat ("errors/", sample, NULL);
  g_autoptr (GBytes) body = htap_test_fixture (path);
  g_autofree char *fault = g_strdup_printf (
      "{\"path\":\"/v3/\",\"status\":%u,\"headers\":{\"Retry-After\":\"1\"},\"body\":%.*s}", status,
      (int) g_bytes_get_size (body), (const char *) g_bytes_get_data (body, NULL));

  htap_demo_probe_fault (fixture->probe, fault);
}

static guint
count_requests (Fixture *fixture)
{
  g_autoptr (HtapDemoReply) reply =
      htap_demo_probe_control (fixture->probe, "GET", "/demo/requests", NULL);
  g_autoptr (JsonObject) journal = htap_demo_reply_object (reply);

  return json_array_get_length (json_object_get_array_member (journal, "requests"));
}

/* All of them for one reason, so that one sentence tells it; old rows stay, and are said to be old.
 */
static void
assert_refused (Fixture *fixture, HtapError kind, gint64 as_of)
{
  GListModel *sources = htap_inventory_get_sources (fixture->inventory);
  g_autoptr (HtapSource) first = g_list_model_get_item (sources, 0);
  const HtapErrorDetails *told = htap_error_get_details (htap_source_get_error (first));

  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_STALE), ==, N_TAURUS);
  g_assert_cmpuint (htap_fleet_fixture_get_n_rows (fixture), ==, 2 * N_TAURUS);
  for (guint i = 0; i < N_TAURUS; i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      const HtapErrorDetails *details = htap_error_get_details (htap_source_get_error (source));

      g_assert_error (htap_source_get_error (source), HTAP_ERROR, (int) kind);
      g_assert_cmpint (details->reason, ==, told->reason);
      g_assert_cmpstr (details->code, ==, told->code);
      g_assert_cmpint (htap_source_get_as_of (source), <=, as_of);
    }
}

/* Those under way when it was refused, and no more: the others would hear the same. */
static void
test_signed_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDemoReply) healed = NULL;
  guint n_requests;
  gint64 as_of;

  add_by_hand (fixture);
  htap_fleet_fixture_refresh (fixture);
  as_of = g_get_real_time () / G_USEC_PER_SEC;
  refuse_everything (fixture, "401_apig_0301_token_expires.json", 401);
  htap_inventory_set_max_in_flight (fixture->inventory, N_AT_ONCE);

  n_requests = count_requests (fixture);
  htap_fleet_fixture_refresh (fixture);
  assert_refused (fixture, HTAP_ERROR_AUTH, as_of);
  g_assert_cmpuint (count_requests (fixture) - n_requests, <=, N_AT_ONCE);

  /* And the next one, when the token is good again. */
  healed = htap_demo_probe_control (fixture->probe, "DELETE", "/demo/faults", NULL);
  g_assert_cmpuint (htap_demo_reply_status (healed) / 100, ==, 2);
  htap_fleet_fixture_refresh (fixture);
  g_assert_cmpuint (htap_fleet_fixture_count_state (fixture, HTAP_SOURCE_FRESH), ==, N_TAURUS);
}

static void
note_held (gboolean *was_held, GParamSpec *pspec, HtapRefresh *refresh)
{
  *was_held = *was_held || htap_refresh_get_held_until (refresh) != 0;
}

/* It is asked again after a while, a few times and no more. */
static void
test_throttled_without_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRefresh) refresh = NULL;
  gboolean was_held = FALSE;
  guint n_requests;
  gint64 as_of;

  add_by_hand (fixture);
  htap_fleet_fixture_refresh (fixture);
  as_of = g_get_real_time () / G_USEC_PER_SEC;
  refuse_everything (fixture, "429_apigw_0308_user.json", 429);

  n_requests = count_requests (fixture);
  refresh = g_object_ref (htap_inventory_refresh (fixture->inventory, NULL));
  g_signal_connect_swapped (refresh, "notify::held-until", G_CALLBACK (note_held), &was_held);
  htap_fleet_fixture_wait_finished (fixture, refresh);
  assert_refused (fixture, HTAP_ERROR_THROTTLED, as_of);
  g_assert_cmpuint (htap_refresh_get_failed (refresh), ==, N_TAURUS);
  g_assert_true (was_held);
  n_requests = count_requests (fixture) - n_requests;
  g_assert_cmpuint (n_requests, >, N_TAURUS);
  g_assert_cmpuint (n_requests, <=, 4 * N_TAURUS);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/refresh-profile/" path, Fixture, NULL, set_up, test, htap_fleet_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("removed", test_removed);
  ADD ("signed-out", test_signed_out);
  ADD ("throttled-without-end", test_throttled_without_end);

  return g_test_run ();
}
