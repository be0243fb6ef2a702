/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-detail.h"

#include "htap-error.h"
#include "htap-instance-detail-private.h"
#include "htap-test-fleet.h"
#include "htap-test.h"

#define TAURUS "18c3eeb7b788479eb8b93b209946a83bin07"
#define HTAP   "bfc970d8e9b34a399b4c422aabe11409in17"
#define SECOND G_TIME_SPAN_SECOND

/* A cloud that answers what it is asked, but for what is in its way. */
typedef struct
{
  HtapTestFleet fleet;
  HtapClient *client;
  HtapSecretStore *secrets;
  HtapClock *clock;
  HtapInstanceDetail *detail;
  const char *denied; /* (nullable): end of the path of what is refused */
  gboolean is_silent;
  guint n_changes;
} Fixture;

static const char *
find_answer (const char *path)
{
  if (g_str_has_suffix (path, "/nodes"))
    return "starrocks_nodes.json";
  if (g_str_has_suffix (path, "/replication"))
    return "starrocks_replications.json";

  return "starrocks_detail.json";
}

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Fixture *fixture = user_data;
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  g_autoptr (GBytes) body = htap_test_fixture (find_answer (path));

  if (fixture->is_silent)
    htap_test_on_paused (server, message, NULL);
  else if (fixture->denied != NULL && g_str_has_suffix (path, fixture->denied))
    htap_test_answer (message, 403, "application/json",
                      "{\"error_code\":\"DBS.200010\",\"error_msg\":\"no\"}");
  else
    htap_test_answer_bytes (message, 200, body);
}

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (HtapSource) source = NULL;
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (HtapInstance) instance = NULL;
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");

  fixture->fleet.server = htap_test_server_new (on_request, fixture);
  profile = htap_test_fleet_new_profile (&fixture->fleet);
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  source = htap_source_new (profile, FLEET_REGION, FLEET_PROJECT, TAURUS);
  htap_record_set_text (record, HTAP_TEXT_ID, HTAP);
  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  instance = htap_instance_new (source, record);
  fixture->client = htap_client_new ("en-us");
  fixture->secrets = htap_secret_store_new ();
  htap_secret_store_hold (fixture->secrets, profile, credentials);
  fixture->clock = htap_clock_new_manual (1000 * SECOND);
  fixture->detail =
      htap_instance_detail_new (instance, fixture->client, fixture->secrets, fixture->clock);
  g_signal_connect_swapped (fixture->detail, "changed", G_CALLBACK (on_changed), fixture);
}

static gboolean
is_alone (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

/* No step is left behind. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_wait_until (is_alone, fixture->detail, "the end of every request");
  g_assert_finalize_object (fixture->detail);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->secrets);
  g_object_unref (fixture->client);
  htap_test_server_free (fixture->fleet.server);
}

static gboolean
is_settled (gpointer detail)
{
  for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
    if (htap_instance_detail_get_state (detail, i) == HTAP_DETAIL_STATE_LOADING)
      return FALSE;

  return TRUE;
}

static void
assert_states (Fixture *fixture,
               HtapDetailState detail,
               HtapDetailState nodes,
               HtapDetailState replications)
{
  const HtapDetailState states[] = { detail, nodes, replications };

  for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
    {
      g_assert_cmpint (htap_instance_detail_get_state (fixture->detail, i), ==, states[i]);
      g_assert_true ((htap_instance_detail_get_error (fixture->detail, i) != NULL) ==
                     (states[i] == HTAP_DETAIL_STATE_FAILED));
    }
}

#define ASSERT_ALL(state) assert_states (fixture, state, state, state)

static void
load (Fixture *fixture)
{
  htap_instance_detail_load (fixture->detail);
  htap_test_wait_until (is_settled, fixture->detail, "every part");
}

static guint
get_n_requests (Fixture *fixture)
{
  return htap_test_server_get_n_requests (fixture->fleet.server);
}

static void
test_loads (Fixture *fixture, gconstpointer data)
{
  ASSERT_ALL (HTAP_DETAIL_STATE_NONE);
  g_assert_null (htap_instance_detail_get_detail (fixture->detail));

  htap_instance_detail_load (fixture->detail);
  ASSERT_ALL (HTAP_DETAIL_STATE_LOADING);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  load (fixture);

  ASSERT_ALL (HTAP_DETAIL_STATE_HERE);
  g_assert_cmpuint (htap_detail_get_n_groups (htap_instance_detail_get_detail (fixture->detail)), >,
                    0);
  g_assert_cmpuint (htap_instance_detail_get_nodes (fixture->detail)->len, ==, 3);
  g_assert_cmpuint (htap_instance_detail_get_replications (fixture->detail)->len, >, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 4);
  g_assert_cmpuint (get_n_requests (fixture), ==, 3);
}

/* Going back and forth asks for nothing. */
static void
test_is_current_for_a_minute (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  htap_clock_advance (fixture->clock, 59 * SECOND);
  load (fixture);
  g_assert_cmpuint (get_n_requests (fixture), ==, 3);

  htap_clock_advance (fixture->clock, SECOND);
  load (fixture);
  g_assert_cmpuint (get_n_requests (fixture), ==, 6);

  htap_instance_detail_expire (fixture->detail);
  load (fixture);
  g_assert_cmpuint (get_n_requests (fixture), ==, 9);
}

/* What may not be read costs nothing of what may. */
static void
test_one_is_refused (Fixture *fixture, gconstpointer data)
{
  fixture->denied = "/nodes";
  load (fixture);
  assert_states (fixture, HTAP_DETAIL_STATE_HERE, HTAP_DETAIL_STATE_FAILED, HTAP_DETAIL_STATE_HERE);
  g_assert_error (
      (GError *) htap_instance_detail_get_error (fixture->detail, HTAP_DETAIL_PART_NODES),
      HTAP_ERROR, HTAP_ERROR_FORBIDDEN);
  g_assert_null (htap_instance_detail_get_nodes (fixture->detail));

  /* Not asked for again by itself; and what was refused once may be granted. */
  load (fixture);
  g_assert_cmpuint (get_n_requests (fixture), ==, 3);
  fixture->denied = NULL;
  htap_instance_detail_reload (fixture->detail);
  htap_test_wait_until (is_settled, fixture->detail, "every part");
  ASSERT_ALL (HTAP_DETAIL_STATE_HERE);
}

/* What was known stays when it cannot be read anew. */
static void
test_keeps_what_was_known (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  fixture->denied = "/replication";
  htap_instance_detail_reload (fixture->detail);
  g_assert_nonnull (htap_instance_detail_get_replications (fixture->detail));
  htap_test_wait_until (is_settled, fixture->detail, "every part");
  assert_states (fixture, HTAP_DETAIL_STATE_HERE, HTAP_DETAIL_STATE_HERE, HTAP_DETAIL_STATE_FAILED);
  g_assert_nonnull (htap_instance_detail_get_replications (fixture->detail));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  fixture->is_silent = TRUE;
  htap_instance_detail_load (fixture->detail);
  htap_test_server_wait_for (fixture->fleet.server, 3);
  htap_instance_detail_cancel (fixture->detail);
  ASSERT_ALL (HTAP_DETAIL_STATE_NONE);
  g_assert_false (htap_instance_detail_is_current (fixture->detail));
  htap_test_wait_until (is_alone, fixture->detail, "the end of every request");
  ASSERT_ALL (HTAP_DETAIL_STATE_NONE);

  fixture->is_silent = FALSE;
  load (fixture);
  ASSERT_ALL (HTAP_DETAIL_STATE_HERE);
  htap_instance_detail_cancel (fixture->detail);
  ASSERT_ALL (HTAP_DETAIL_STATE_HERE);
}

/* An answer to an old question, that of a cancelled one included, does not replace a newer one. */
static void
test_newest_question_counts (Fixture *fixture, gconstpointer data)
{
  fixture->is_silent = TRUE;
  htap_instance_detail_load (fixture->detail);
  htap_test_server_wait_for (fixture->fleet.server, 3);

  fixture->is_silent = FALSE;
  htap_instance_detail_reload (fixture->detail);
  ASSERT_ALL (HTAP_DETAIL_STATE_LOADING);
  htap_test_wait_until (is_settled, fixture->detail, "every part");
  htap_test_wait_until (is_alone, fixture->detail, "the end of every request");
  ASSERT_ALL (HTAP_DETAIL_STATE_HERE);
  g_assert_true (htap_instance_detail_is_current (fixture->detail));
}

/* Without a secret there is nobody to ask, and every part says why. */
static void
test_no_secret (Fixture *fixture, gconstpointer data)
{
  HtapInstance *instance = htap_instance_detail_get_instance (fixture->detail);
  g_autoptr (HtapSecretStore) secrets = htap_secret_store_new ();
  g_autoptr (HtapInstanceDetail) detail =
      htap_instance_detail_new (instance, fixture->client, secrets, fixture->clock);

  htap_instance_detail_load (detail);
  htap_test_wait_until (is_settled, detail, "every part");
  for (guint i = 0; i < HTAP_DETAIL_N_PARTS; i++)
    {
      const GError *error = htap_instance_detail_get_error (detail, i);

      g_assert_true (error != NULL && error->domain == HTAP_ERROR);
    }
  g_assert_cmpuint (get_n_requests (fixture), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/instance-detail/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("loads", test_loads);
  ADD ("is-current-for-a-minute", test_is_current_for_a_minute);
  ADD ("one-is-refused", test_one_is_refused);
  ADD ("keeps-what-was-known", test_keeps_what_was_known);
  ADD ("cancel", test_cancel);
  ADD ("newest-question-counts", test_newest_question_counts);
  ADD ("no-secret", test_no_secret);

  return g_test_run ();
}
