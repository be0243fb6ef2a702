/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-note.h"

#include "htap-client.h"
#include "htap-http.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

#include <string.h>

/* What the door notes of requests over HTTP. */

typedef struct
{
  HtapTestServer *server;
  HtapHttp *http;
  HtapRequestLog *log;
  guint status;
} Fixture;

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Fixture *fixture = user_data;

  if (fixture->status == 0)
    {
      soup_server_message_pause (message);
      return;
    }

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-Request-Id",
                                "id-of-the-service");
  htap_test_answer (message, fixture->status, "application/json",
                    fixture->status == 200 ? "{}"
                                           : "{\"error_code\":\"DBS.1\",\"error_msg\":\"words\"}");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->status = 200;
  fixture->server = htap_test_server_new (on_request, fixture);
  fixture->http = htap_http_new ();
  fixture->log = htap_request_log_new ();
  htap_http_set_log (fixture->http, fixture->log);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->http);
  g_assert_finalize_object (fixture->log);
  htap_test_server_free (fixture->server);
}

static gboolean
has_entries (gpointer data)
{
  return g_list_model_get_n_items (data) > 0;
}

static const HtapRequestFacts *
wait_for_facts (HtapRequestLog *log)
{
  g_autoptr (HtapRequestEntry) entry = NULL;

  htap_test_wait_until (has_entries, log, "an entry");
  entry = g_list_model_get_item (G_LIST_MODEL (log), 0);

  return htap_request_entry_get_facts (entry); /* the log holds it */
}

static void
send (Fixture *fixture, SoupMessage *message, GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;

  htap_http_send_async (fixture->http, message, cancellable, htap_test_on_result, &result);
  if (cancellable != NULL)
    {
      htap_test_server_wait_for (fixture->server, 1);
      g_cancellable_cancel (cancellable);
    }
  body = htap_http_send_finish (fixture->http, htap_test_await (&result), NULL);
}

static void
test_succeeded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) message =
      htap_test_server_new_message (fixture->server, "/v3/p/instances?limit=100&secret=s3cret");
  g_autofree char *url = htap_test_server_dup_url (fixture->server);
  gint64 before = g_get_real_time ();
  const HtapRequestFacts *facts;

  send (fixture, message, NULL);
  facts = wait_for_facts (fixture->log);
  g_assert_cmpstr (facts->method, ==, "GET");
  g_assert_cmpstr (facts->path, ==, "/v3/p/instances"); /* without what is asked in a query */
  g_assert_true (g_str_has_suffix (url, facts->host));
  g_assert_cmpuint (facts->status, ==, 200);
  g_assert_cmpint (facts->outcome, ==, HTAP_REQUEST_SUCCEEDED);
  g_assert_cmpstr (facts->request_id, ==, "id-of-the-service");
  g_assert_null (facts->code);
  g_assert_null (facts->kind);
  g_assert_cmpuint (facts->attempt, ==, 1);
  g_assert_cmpint (facts->time, >=, before);
  g_assert_cmpint (facts->time + facts->duration, <=, g_get_real_time () + G_TIME_SPAN_SECOND);
  g_assert_cmpint (facts->duration, >, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) message = htap_test_server_new_message (fixture->server, "/v3/p");
  const HtapRequestFacts *facts;

  fixture->status = 409;
  send (fixture, message, NULL);
  facts = wait_for_facts (fixture->log);
  g_assert_cmpuint (facts->status, ==, 409);
  g_assert_cmpint (facts->outcome, ==, HTAP_REQUEST_REFUSED);
  g_assert_cmpstr (facts->code, ==, "DBS.1");
  g_assert_cmpstr (facts->kind, ==, "rejected");
  g_assert_cmpstr (facts->request_id, ==, "id-of-the-service");
}

static void
test_unanswered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) message = htap_test_server_new_message (fixture->server, "/v3/p");
  const HtapRequestFacts *facts;

  fixture->status = 0;
  htap_http_set_patience (fixture->http, 60, 50);
  send (fixture, message, NULL);
  facts = wait_for_facts (fixture->log);
  g_assert_cmpuint (facts->status, ==, 0);
  g_assert_cmpint (facts->outcome, ==, HTAP_REQUEST_UNANSWERED);
  g_assert_cmpstr (facts->kind, ==, "timeout");
  g_assert_null (facts->request_id);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) message = htap_test_server_new_message (fixture->server, "/v3/p");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const HtapRequestFacts *facts;

  fixture->status = 0;
  send (fixture, message, cancellable);
  facts = wait_for_facts (fixture->log);
  g_assert_cmpint (facts->outcome, ==, HTAP_REQUEST_CANCELLED);
  g_assert_cmpuint (facts->status, ==, 0);
  g_assert_null (facts->kind);
}

/* What never went out is none of the requests. */
static void
test_never_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) never = htap_test_server_new_message (fixture->server, "/v3/never");
  g_autoptr (SoupMessage) sent = htap_test_server_new_message (fixture->server, "/v3/sent");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_cancellable_cancel (cancellable);
  htap_http_send_async (fixture->http, never, cancellable, htap_test_on_result, &result);
  g_assert_null (htap_http_send_finish (fixture->http, htap_test_await (&result), NULL));
  send (fixture, sent, NULL);
  g_assert_cmpstr (wait_for_facts (fixture->log)->path, ==, "/v3/sent");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->log)), ==, 1);
}

/* Whoever trusts a certificate of their own goes out by another door, and is in the same log. */
static void
test_side_door (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = htap_test_temporary_directory ();
  g_autofree char *path = g_build_filename (folder, "ca.pem", NULL);
  g_autoptr (GTlsCertificate) certificate = htap_test_self_signed ();
  g_autofree char *pem = NULL;
  g_autoptr (HtapHttp) side_door = NULL;
  g_autoptr (SoupMessage) message = htap_test_server_new_message (fixture->server, "/v3/side");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (certificate, "certificate-pem", &pem, NULL);
  htap_test_write_file (path, pem);
  side_door = htap_http_new_trusting (fixture->http, path, &error);
  g_assert_no_error (error);
  htap_http_send_async (side_door, message, NULL, htap_test_on_result, &result);
  body = htap_http_send_finish (side_door, htap_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wait_for_facts (fixture->log)->path, ==, "/v3/side");
  htap_test_remove_tree (folder);
}

static void
list_instances (HtapClient *client, HtapTestCloud *cloud, HtapSignIn sign_in)
{
  g_autoptr (HtapProfile) profile = htap_test_cloud_new_profile (cloud, sign_in);
  g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
  g_autoptr (HtapSource) source =
      htap_source_new (profile, CLOUD_REGION, CLOUD_PROJECT, CLOUD_TAURUS);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (HtapAnswer) answer = NULL;

  htap_client_list_htap_instances_async (client, source, credentials, NULL, htap_test_on_result,
                                         &result);
  answer = htap_client_list_htap_instances_finish (client, htap_test_await (&result), NULL);
  g_assert_nonnull (answer);
}

/* A sign-in by its path; the list once with the token that was refused, and once with another. */
static void
test_client (void)
{
  static const char *const expected[] = { "200 attempt 2", "201 attempt 1", "401 attempt 1",
                                          "201 attempt 1" };
  HtapTestCloud cloud;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapRequestLog) log = htap_request_log_new ();

  htap_test_cloud_init (&cloud);
  cloud.refuse = 1;
  htap_client_set_request_log (client, log);
  list_instances (client, &cloud, HTAP_SIGN_IN_PASSWORD);
  wait_for_facts (log);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (log)), ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (HtapRequestEntry) entry = g_list_model_get_item (G_LIST_MODEL (log), i);
      const HtapRequestFacts *facts = htap_request_entry_get_facts (entry);
      g_autofree char *text = g_strdup_printf ("%u attempt %u", facts->status, facts->attempt);

      g_assert_cmpstr (text, ==, expected[i]);
      g_assert_cmpstr (facts->method, ==, i % 2 == 1 ? "POST" : "GET");
      if (i % 2 == 1)
        g_assert_cmpstr (facts->path, ==, "/v3/auth/tokens");
    }
  htap_test_cloud_clear (&cloud);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/request-note/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("succeeded", test_succeeded);
  ADD ("refused", test_refused);
  ADD ("unanswered", test_unanswered);
  ADD ("cancelled", test_cancelled);
  ADD ("never-sent", test_never_sent);
  ADD ("side-door", test_side_door);
#undef ADD
  g_test_add_func ("/request-note/client", test_client);

  return g_test_run ();
}
