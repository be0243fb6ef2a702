/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-replications.h"

#include "htap-error.h"
#include "htap-replication.h"
#include "htap-test-fleet.h"
#include "htap-test.h"

#include <string.h>

#define TAURUS "18c3eeb7b788479eb8b93b209946a83bin07"
#define HTAP   "bfc970d8e9b34a399b4c422aabe11409in17"

/* A cloud with so many synchronization tasks. */
typedef struct
{
  guint n_tasks;
  const char *total;
  guint status;
  guint n_requests;
} Cloud;

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Cloud *cloud = user_data;
  const char *query = g_uri_get_query (soup_server_message_get_uri (message));
  const char *offset = strstr (query, "offset=") + strlen ("offset=");
  guint first = (guint) g_ascii_strtoull (offset, NULL, 10);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  cloud->n_requests++;
  g_string_printf (body, "{\"total_count\":%s,\"replications\":[", cloud->total);
  for (guint i = first; i < cloud->n_tasks && i < first + 100; i++)
    g_string_append_printf (body, "%s{\"source_database\":\"d%u\",\"task_name\":\"t\"}",
                            i > first ? "," : "", i);
  g_string_append (body, "]}");
  bytes = g_bytes_new (body->str, body->len);
  htap_test_answer_bytes (message, cloud->status, bytes);
}

static GPtrArray *
list (Cloud *cloud, GError **error)
{
  HtapTestFleet fleet = { .server = htap_test_server_new (on_request, cloud) };
  g_autoptr (HtapAuthorizer) authorizer = htap_test_fleet_new_authorizer (&fleet);
  g_autoptr (HtapSource) source = htap_source_new (htap_authorizer_get_profile (authorizer),
                                                   FLEET_REGION, FLEET_PROJECT, TAURUS);
  g_autoptr (HtapInstanceQuestion) question =
      htap_instance_question_new (source, HTAP, "star-rocks", "en-us", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *tasks;

  htap_replications_list_async (authorizer, FLEET_REGION, FLEET_PROJECT, question, NULL,
                                htap_test_on_result, &result);
  tasks = htap_replications_list_finish (authorizer, htap_test_await (&result), error);
  htap_test_server_free (fleet.server);

  return tasks;
}

/* Some lists say that they have nothing, or count in words; each task comes once. */
static void
test_pages (void)
{
  static const char *const totals[] = { "\"130\"", "130", "\"0\"", "null", "\"many\"" };

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      Cloud cloud = { .n_tasks = 130, .total = totals[i], .status = 200 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) tasks = list (&cloud, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (tasks->len, ==, 130);
      g_assert_cmpstr (htap_replication_get_text (g_ptr_array_index (tasks, 129),
                                                  HTAP_REPLICATION_TEXT_SOURCE_DATABASE),
                       ==, "d129");
      g_assert_cmpuint (cloud.n_requests, ==, 2);
    }
}

static void
test_error (void)
{
  Cloud cloud = { .total = "0", .status = 500 };
  g_autoptr (GError) error = NULL;

  g_assert_null (list (&cloud, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_SERVER);
}

static void
test_decode (void)
{
  static const char odd[] =
      "{\"replications\":[null,7,{},{\"status\":\"Yes\"},"
      "{\"task_name\":1,\"percentage\":63,\"is_need_repair\":\"true\",\"stage\":null}]}";
  g_autoptr (GBytes) body = htap_test_fixture ("starrocks_replications.json");
  g_autoptr (GBytes) odd_body = g_bytes_new_static (odd, strlen (odd));
  g_autoptr (GBytes) wrong_body = g_bytes_new_static ("{}", 2);
  g_autoptr (HtapPage) page = htap_replications_decode_page (body, NULL);
  g_autoptr (HtapPage) odd_page = htap_replications_decode_page (odd_body, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpint (page->total, ==, 2);
  g_assert_cmpuint (odd_page->items->len, ==, 1);
  g_assert_cmpuint (odd_page->n_listed, ==, 5);
  g_assert_cmpint (odd_page->total, ==, -1);
  g_assert_null (htap_replications_decode_page (wrong_body, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/replications/pages", test_pages);
  g_test_add_func ("/replications/error", test_error);
  g_test_add_func ("/replications/decode", test_decode);

  return g_test_run ();
}
