/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-error.h"
#include "htap-replication.h"
#include "htap-test-fleet.h"
#include "htap-test.h"

#include <string.h>

#define TAURUS "18c3eeb7b788479eb8b93b209946a83bin07"
#define HTAP   "bfc970d8e9b34a399b4c422aabe11409in17"
#define BASE   "/v3/" FLEET_PROJECT "/instances/"

/* A cloud that answers each path with a fixture, or all with one refusal; and who asks it. */
typedef struct
{
  HtapTestFleet fleet;
  HtapClient *client;
  HtapCredentials *credentials;
  HtapSource *source;
  guint status;
  const char *body;
  char *target;
} Fixture;

static const struct
{
  const char *path;
  const char *fixture;
} answers[] = {
  { BASE TAURUS "/starrocks/" HTAP, "starrocks_detail.json" },
  { BASE TAURUS "/clickhouse/" HTAP, "clickhouse_detail.json" },
  { BASE HTAP "/starrocks/nodes", "starrocks_nodes.json" },
  { BASE HTAP "/clickhouse/nodes", "starrocks_nodes.json" },
  { BASE HTAP "/starrocks/databases/replication", "starrocks_replications.json" },
  { BASE HTAP "/clickhouse/replication", "starrocks_replications.json" },
};

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Fixture *fixture = user_data;
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  g_free (fixture->target);
  fixture->target = g_strdup (path);
  if (fixture->status != 200 || fixture->body != NULL)
    {
      htap_test_answer (message, fixture->status, "application/json", fixture->body);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (path, answers[i].path))
      {
        g_autoptr (GBytes) body = htap_test_fixture (answers[i].fixture);

        htap_test_answer_bytes (message, 200, body);
        return;
      }

  g_assert_not_reached ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = NULL;

  fixture->fleet.server = htap_test_server_new (on_request, fixture);
  profile = htap_test_fleet_new_profile (&fixture->fleet);
  fixture->client = htap_client_new ("zh-cn");
  fixture->credentials = htap_credentials_new_token ("token");
  fixture->source = htap_source_new (profile, FLEET_REGION, FLEET_PROJECT, TAURUS);
  fixture->status = 200;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->client);
  htap_credentials_unref (fixture->credentials);
  g_object_unref (fixture->source);
  htap_test_server_free (fixture->fleet.server);
  g_free (fixture->target);
}

static HtapDetail *
read_detail (Fixture *fixture, const char *htap_id, const char *engine, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_client_read_detail_async (fixture->client, fixture->source, htap_id, engine,
                                 fixture->credentials, NULL, htap_test_on_result, &result);

  return htap_client_read_detail_finish (fixture->client, htap_test_await (&result), error);
}

static GPtrArray *
list_nodes (Fixture *fixture, const char *htap_id, const char *engine, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_client_list_nodes_async (fixture->client, fixture->source, htap_id, engine,
                                fixture->credentials, NULL, htap_test_on_result, &result);

  return htap_client_list_nodes_finish (fixture->client, htap_test_await (&result), error);
}

static GPtrArray *
list_replications (Fixture *fixture, const char *htap_id, const char *engine, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_client_list_replications_async (fixture->client, fixture->source, htap_id, engine,
                                       fixture->credentials, NULL, htap_test_on_result, &result);

  return htap_client_list_replications_finish (fixture->client, htap_test_await (&result), error);
}

static void
test_star_rocks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetail) detail = read_detail (fixture, HTAP, "star-rocks", NULL);
  g_autoptr (GPtrArray) nodes = list_nodes (fixture, HTAP, "star-rocks", NULL);
  g_autoptr (GPtrArray) tasks = list_replications (fixture, HTAP, "star-rocks", NULL);
  const HtapReplication *task = g_ptr_array_index (tasks, 1);

  g_assert_cmpuint (htap_detail_get_n_groups (detail), ==, 2);
  g_assert_cmpuint (nodes->len, ==, 3);
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpstr (htap_replication_get_text (task, HTAP_REPLICATION_TEXT_TASK_NAME), ==,
                   "sync_crm");
  g_assert_true (htap_replication_get_flag (task, HTAP_REPLICATION_FLAG_NEEDS_REPAIR));
  g_assert_true (htap_replication_get_flag (task, HTAP_REPLICATION_FLAG_IS_MAIN));
  g_assert_cmpuint (htap_test_server_get_n_requests (fixture->fleet.server), ==, 3);
  g_assert_cmpstr (htap_test_server_get_header (fixture->fleet.server, "X-Language"), ==, "zh-cn");
}

static void
test_click_house (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetail) detail = read_detail (fixture, HTAP, "click-house", NULL);
  g_autoptr (GPtrArray) nodes = list_nodes (fixture, HTAP, "click-house", NULL);
  g_autoptr (GPtrArray) tasks = list_replications (fixture, HTAP, "click-house", NULL);

  g_assert_cmpstr (htap_detail_get_group_name (detail, 0), ==, "shard01");
  g_assert_cmpuint (nodes->len, ==, 3);
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpstr (fixture->target, ==, BASE HTAP "/clickhouse/replication");
}

static void
assert_all_fail (Fixture *fixture, const char *htap_id, int code)
{
  g_autoptr (GError) detail = NULL;
  g_autoptr (GError) nodes = NULL;
  g_autoptr (GError) tasks = NULL;

  g_assert_null (read_detail (fixture, htap_id, "star-rocks", &detail));
  g_assert_null (list_nodes (fixture, htap_id, "star-rocks", &nodes));
  g_assert_null (list_replications (fixture, htap_id, "star-rocks", &tasks));
  g_assert_error (detail, HTAP_ERROR, code);
  g_assert_error (nodes, HTAP_ERROR, code);
  g_assert_error (tasks, HTAP_ERROR, code);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *body;
    int code;
  } cases[] = {
    { 403, "{\"error_code\":\"DBS.200010\",\"error_msg\":\"m\"}", HTAP_ERROR_FORBIDDEN },
    { 400, "{\"error_code\":\"DBS.05000044\",\"error_msg\":\"m\"}", HTAP_ERROR_NOT_FOUND },
    { 500, "{\"error_code\":\"DBS.200005\",\"error_msg\":\"m\"}", HTAP_ERROR_SERVER },
    { 200, "{}", HTAP_ERROR_PROTOCOL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->status = cases[i].status;
      fixture->body = cases[i].body;
      assert_all_fail (fixture, HTAP, cases[i].code);
    }
}

/* What an answer calls an id may be anything; it never gets into a path. */
static void
test_hostile_id (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { NULL, "", "..", "a/../b", "a?b=c", "%2e", "a\r\nX: y" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    assert_all_fail (fixture, ids[i], HTAP_ERROR_CONFIG);
  g_assert_cmpuint (htap_test_server_get_n_requests (fixture->fleet.server), ==, 0);
}

static void
test_no_credentials (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->credentials, htap_credentials_unref);
  assert_all_fail (fixture, HTAP, HTAP_ERROR_AUTH);
  fixture->credentials = htap_credentials_new_token ("token");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) detail = NULL;
  g_autoptr (GAsyncResult) tasks = NULL;
  g_autoptr (GError) error = NULL;

  htap_client_read_detail_async (fixture->client, fixture->source, HTAP, "star-rocks",
                                 fixture->credentials, cancellable, htap_test_on_result, &detail);
  htap_client_list_replications_async (fixture->client, fixture->source, HTAP, "star-rocks",
                                       fixture->credentials, cancellable, htap_test_on_result,
                                       &tasks);
  g_cancellable_cancel (cancellable);
  g_assert_null (
      htap_client_read_detail_finish (fixture->client, htap_test_await (&detail), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (
      htap_client_list_replications_finish (fixture->client, htap_test_await (&tasks), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/client-detail/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("star-rocks", test_star_rocks);
  ADD ("click-house", test_click_house);
  ADD ("refused", test_refused);
  ADD ("hostile-id", test_hostile_id);
  ADD ("no-credentials", test_no_credentials);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
