/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-http.h"

#include "htap-error.h"
#include "htap-test-server.h"
#include "htap-test.h"

#include <string.h>

#define N_REQUESTS 12
#define LIMIT      3

static void
on_request_good (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  htap_test_answer (message, 200, "application/json", "{}");
}

static void
test_good (void)
{
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request_good, NULL);
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (SoupMessage) message = htap_test_server_new_message (server, "/v3/p");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;

  htap_http_send_async (http, message, NULL, htap_test_on_result, &result);
  body = htap_http_send_finish (http, htap_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), "{}", 2);
  g_assert_null (htap_test_server_get_header (server, "Cookie"));
}

/* Answers with a redirect to @user_data, and a cookie. */
static void
on_request_redirected (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Set-Cookie",
                                "a=b");
  soup_server_message_set_redirect (message, 307, user_data);
}

static void
test_redirect (void)
{
  g_autoptr (HtapTestServer) other = htap_test_server_new (on_request_good, NULL);
  g_autofree char *target = htap_test_server_dup_url (other);
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request_redirected, target);
  g_autoptr (HtapHttp) http = htap_http_new ();

  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (SoupMessage) message = htap_test_server_new_message (server, "/v3/p");
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      htap_http_send_async (http, message, NULL, htap_test_on_result, &result);
      g_assert_null (htap_http_send_finish (http, htap_test_await (&result), &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_REDIRECT);
      g_assert_cmpuint (htap_error_get_details (error)->http_status, ==, 307);
      g_assert_cmpuint (htap_test_server_get_n_requests (server), ==, i);
      g_assert_null (htap_test_server_get_header (server, "Cookie"));
    }

  g_assert_cmpuint (htap_test_server_get_n_requests (other), ==, 0);
}

/* The environment names a proxy that is dead. Only a session that asks for none gets through. */
static void
test_no_proxy_for_loopback (void)
{
  static const char *const hosts[] = { "127.0.0.1", "localhost" };
  g_auto (GStrv) proxies =
      g_proxy_resolver_lookup (g_proxy_resolver_get_default (), "http://127.0.0.1:80/", NULL, NULL);
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request_good, NULL);
  g_autofree char *url = htap_test_server_dup_url (server);
  g_autoptr (HtapHttp) http = htap_http_new ();

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *there = g_strconcat ("http://", hosts[i], strrchr (url, ':'), NULL);
      g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, there);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) body = NULL;

      htap_http_send_async (http, message, NULL, htap_test_on_result, &result);
      body = htap_http_send_finish (http, htap_test_await (&result), &error);
      g_assert_no_error (error);
      g_assert_nonnull (body);
    }

  /* Else nothing was shown: no module of GIO reads the environment here (glib-networking does). */
  g_assert_nonnull (proxies);
  g_assert_cmpstr (proxies[0], !=, "direct://");
}

/* Counts who is inside, and lets one out at a time. */
typedef struct {
  GQueue waiting;
  guint  most;
} Crowd;

static gboolean
on_let_out (gpointer user_data)
{
  Crowd *crowd = user_data;
  SoupServerMessage *message = g_queue_pop_head (&crowd->waiting);

  if (message == NULL)
    return G_SOURCE_REMOVE;

  htap_test_answer (message, 200, "application/json", "{}");
  soup_server_message_unpause (message);
  g_object_unref (message);

  return G_SOURCE_REMOVE;
}

static void
on_request_counted (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Crowd *crowd = user_data;

  g_queue_push_tail (&crowd->waiting, g_object_ref (message));
  crowd->most = MAX (crowd->most, crowd->waiting.length);
  soup_server_message_pause (message);

  /* As soon as the limit is reached, and as there is nothing else to do: whoever comes above the
   * limit has come by then. */
  g_timeout_add_full (G_PRIORITY_LOW, 30, on_let_out, crowd, NULL);
}

static void
test_limit (void)
{
  Crowd crowd = { G_QUEUE_INIT, 0 };
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request_counted, &crowd);
  g_autoptr (HtapHttp) http = htap_http_new ();
  GAsyncResult *results[N_REQUESTS] = { NULL };

  htap_http_set_max_in_flight (http, LIMIT);
  for (guint i = 0; i < N_REQUESTS; i++)
    {
      g_autoptr (SoupMessage) message = htap_test_server_new_message (server, "/v3/p");

      htap_http_send_async (http, message, NULL, htap_test_on_result, &results[i]);
    }

  for (guint i = 0; i < N_REQUESTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) body = htap_http_send_finish (http, htap_test_await (&results[i]), &error);

      g_assert_no_error (error);
      g_assert_nonnull (body);
      g_object_unref (results[i]);
    }

  g_assert_cmpuint (crowd.most, ==, LIMIT);
  g_assert_cmpuint (htap_test_server_get_n_requests (server), ==, N_REQUESTS);
}

/* Who waits at the gate is answered at once as well, and never sent; whose request is given up
 * makes room for the next. */
static void
test_cancel_in_line (void)
{
  g_autoptr (HtapTestServer) server = htap_test_server_new (htap_test_on_paused, NULL);
  g_autoptr (HtapHttp) http = htap_http_new ();
  GCancellable *cancellables[3];
  GAsyncResult *results[3] = { NULL };

  htap_http_set_max_in_flight (http, 1);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SoupMessage) message = htap_test_server_new_message (server, "/v3/p");

      cancellables[i] = g_cancellable_new ();
      htap_http_send_async (http, message, cancellables[i], htap_test_on_result, &results[i]);
    }
  htap_test_server_wait_for (server, 1);

  for (guint n = 0; n < 3; n++)
    {
      /* First the one in the middle of the line, then the one that is under way. */
      guint i = n == 0 ? 1 : n == 1 ? 0 : 2;
      g_autoptr (GError) error = NULL;

      g_cancellable_cancel (cancellables[i]);
      g_assert_null (htap_http_send_finish (http, htap_test_await (&results[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      if (i == 0)
        htap_test_server_wait_for (server, 2);
    }

  g_assert_cmpuint (htap_test_server_get_n_requests (server), ==, 2);
  for (guint i = 0; i < 3; i++)
    {
      g_object_unref (cancellables[i]);
      g_object_unref (results[i]);
    }
}

/* The time in line does not count: the second would be late before it began. */
static void
test_deadline_begins_at_the_gate (void)
{
  g_autoptr (HtapTestServer) server = htap_test_server_new (htap_test_on_paused, NULL);
  g_autoptr (HtapHttp) http = htap_http_new ();
  GAsyncResult *results[2] = { NULL };

  htap_http_set_max_in_flight (http, 1);
  htap_http_set_patience (http, 20, 200);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SoupMessage) message = htap_test_server_new_message (server, "/v3/p");

      htap_http_send_async (http, message, NULL, htap_test_on_result, &results[i]);
    }

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (htap_http_send_finish (http, htap_test_await (&results[i]), &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TIMEOUT);
      htap_test_server_wait_for (server, i + 1);
      g_object_unref (results[i]);
    }
}

/* Says that there are too many requests, the first time. */
static void
on_request_throttled (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After",
                                "7");
  htap_test_answer (message, htap_test_server_get_n_requests (server) == 1 ? 429 : 200,
                    "application/json", "{}");
}

/* A host that asked for it is left alone, by everybody; others are not. */
static void
test_hold (void)
{
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request_throttled, NULL);
  g_autoptr (HtapTestServer) healthy = htap_test_server_new (on_request_good, NULL);
  g_autoptr (HtapClock) clock = htap_clock_new_manual (0);
  g_autoptr (HtapHttp) http = htap_http_new ();
  HtapTestServer *servers[] = { server, server, healthy };
  GAsyncResult *results[3] = { NULL };

  htap_http_set_clock (http, clock);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SoupMessage) message = htap_test_server_new_message (servers[i], "/v3/p");
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) body = NULL;

      htap_http_send_async (http, message, NULL, htap_test_on_result, &results[i]);
      if (i == 1)
        continue;

      body = htap_http_send_finish (http, htap_test_await (&results[i]), &error);
      g_assert_cmpint (error != NULL ? error->code : -1, ==, i == 0 ? HTAP_ERROR_THROTTLED : -1);
    }

  g_assert_null (results[1]);
  g_assert_cmpuint (htap_test_server_get_n_requests (server), ==, 1);
  g_assert_cmpint (htap_gate_get_held_until (htap_http_get_gate (http)), ==, 7);
  htap_clock_advance (clock, 7 * G_TIME_SPAN_SECOND);
  g_bytes_unref (htap_http_send_finish (http, htap_test_await (&results[1]), NULL));
  g_assert_cmpuint (htap_test_server_get_n_requests (server), ==, 2);
  for (guint i = 0; i < 3; i++)
    g_object_unref (results[i]);
}

typedef struct
{
  guint n_ready;
  gboolean is_good;
} Readiness;

static gboolean
on_ready (SoupMessage *message, gpointer user_data, GError **error)
{
  Readiness *readiness = user_data;

  readiness->n_ready++;
  if (!readiness->is_good)
    htap_error_set (error, HTAP_ERROR_AUTH, NULL, "not ready");

  return readiness->is_good;
}

/* A request is finished when it goes out, not when it joins the line; and one that cannot be makes
 * room. */
static void
test_ready (void)
{
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request_good, NULL);
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (SoupMessage) bad = htap_test_server_new_message (server, "/v3/p");
  g_autoptr (SoupMessage) good = htap_test_server_new_message (server, "/v3/p");
  g_autoptr (GAsyncResult) bad_result = NULL;
  g_autoptr (GAsyncResult) good_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;
  Readiness never = { 0, FALSE }, soon = { 0, TRUE };

  htap_http_set_max_in_flight (http, 1);
  htap_http_send_when_ready_async (http, bad, 1, on_ready, &never, NULL, htap_test_on_result,
                                   &bad_result);
  htap_http_send_when_ready_async (http, good, 1, on_ready, &soon, NULL, htap_test_on_result,
                                   &good_result);
  g_assert_cmpuint (soon.n_ready, ==, 0);
  g_assert_null (htap_http_send_finish (http, htap_test_await (&bad_result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  body = htap_http_send_finish (http, htap_test_await (&good_result), NULL);
  g_assert_nonnull (body);
  g_assert_cmpuint (never.n_ready, ==, 1);
  g_assert_cmpuint (soon.n_ready, ==, 1);
  g_assert_cmpuint (htap_test_server_get_n_requests (server), ==, 1);
}

static GLogWriterOutput
on_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  GString *log = user_data;

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append (log, fields[i].value);

  return G_LOG_WRITER_HANDLED;
}

static void
on_request_with_id (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-Request-Id",
                                "id-of-the-request");
  htap_test_answer (message, 200, "application/json", "{}");
}

static void
test_log_subprocess (void)
{
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request_with_id, NULL);
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (SoupMessage) message = htap_test_server_new_message (server, "/v3/p?query=hidden");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GString) log = g_string_new (NULL);

  g_log_set_writer_func (on_log, log, NULL);
  htap_http_send_async (http, message, NULL, htap_test_on_result, &result);
  body = htap_http_send_finish (http, htap_test_await (&result), NULL);

  g_assert_nonnull (strstr (log->str, "GET /v3/p: 200 in "));
  g_assert_nonnull (strstr (log->str, "request id id-of-the-request"));
  g_assert_null (strstr (log->str, "secret"));
  g_assert_null (strstr (log->str, "hidden"));
}

static void
test_log (void)
{
  g_test_trap_subprocess ("/http/log/subprocess", 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  /* Port 9 is nobody's here. Before GIO looks. */
  g_setenv ("http_proxy", "http://127.0.0.1:9", TRUE);
  g_unsetenv ("no_proxy");
  g_unsetenv ("NO_PROXY");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http/good", test_good);
  g_test_add_func ("/http/redirect", test_redirect);
  g_test_add_func ("/http/no-proxy-for-loopback", test_no_proxy_for_loopback);
  g_test_add_func ("/http/limit", test_limit);
  g_test_add_func ("/http/cancel-in-line", test_cancel_in_line);
  g_test_add_func ("/http/deadline-begins-at-the-gate", test_deadline_begins_at_the_gate);
  g_test_add_func ("/http/hold", test_hold);
  g_test_add_func ("/http/ready", test_ready);
  g_test_add_func ("/http/log", test_log);
  g_test_add_func ("/http/log/subprocess", test_log_subprocess);

  return g_test_run ();
}
