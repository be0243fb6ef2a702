/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-retry.h"

#include "htap-error.h"
#include "htap-test-server.h"
#include "htap-test.h"

#define SECOND G_TIME_SPAN_SECOND
#define NOW    (1767225600 * SECOND) /* Thu, 01 Jan 2026 00:00:00 GMT */

static void
test_worthwhile (void)
{
  static const struct
  {
    HtapError kind;
    HtapErrorReason reason;
    guint status;
    gboolean worthwhile;
  } cases[] = {
    { HTAP_ERROR_THROTTLED, HTAP_ERROR_REASON_NONE, 429, TRUE },
    { HTAP_ERROR_SERVER, HTAP_ERROR_REASON_NONE, 502, TRUE },
    { HTAP_ERROR_SERVER, HTAP_ERROR_REASON_NONE, 503, TRUE },
    { HTAP_ERROR_SERVER, HTAP_ERROR_REASON_NONE, 504, TRUE },
    { HTAP_ERROR_SERVER, HTAP_ERROR_REASON_NONE, 500, FALSE },
    { HTAP_ERROR_SERVER, HTAP_ERROR_REASON_NONE, 501, FALSE },
    { HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_CONNECTION_LOST, 0, TRUE },
    { HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_REFUSED, 0, FALSE },
    { HTAP_ERROR_TIMEOUT, HTAP_ERROR_REASON_NONE, 0, FALSE },
    { HTAP_ERROR_TLS, HTAP_ERROR_REASON_NONE, 0, FALSE },
    { HTAP_ERROR_AUTH, HTAP_ERROR_REASON_SIGNATURE_REFUSED, 401, FALSE },
    { HTAP_ERROR_AUTH, HTAP_ERROR_REASON_TOKEN_EXPIRED, 401, FALSE },
    { HTAP_ERROR_CLOCK_SKEW, HTAP_ERROR_REASON_NONE, 401, FALSE },
    { HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_NONE, 403, FALSE },
    { HTAP_ERROR_NOT_FOUND, HTAP_ERROR_REASON_NONE, 404, FALSE },
    { HTAP_ERROR_REJECTED, HTAP_ERROR_REASON_NONE, 409, FALSE },
    { HTAP_ERROR_REDIRECT, HTAP_ERROR_REASON_NONE, 302, FALSE },
    { HTAP_ERROR_PROTOCOL, HTAP_ERROR_REASON_NOT_JSON, 200, FALSE },
  };
  g_autoptr (SoupMessage) get = soup_message_new ("GET", "http://127.0.0.1/");
  g_autoptr (SoupMessage) post = soup_message_new ("POST", "http://127.0.0.1/");
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapErrorDetails details = { .reason = cases[i].reason, .http_status = cases[i].status };
      g_autoptr (GError) error = NULL;

      htap_error_set (&error, cases[i].kind, &details, "%s", "");
      g_assert_cmpint (htap_retry_is_worthwhile (get, error), ==, cases[i].worthwhile);
      g_assert_false (htap_retry_is_worthwhile (post, error));
    }
  g_assert_false (htap_retry_is_worthwhile (get, cancelled));
}

static void
test_delay (void)
{
  g_assert_cmpint (htap_retry_get_delay (1, 1.0), ==, SECOND / 2);
  g_assert_cmpint (htap_retry_get_delay (2, 1.0), ==, SECOND);
  g_assert_cmpint (htap_retry_get_delay (3, 1.0), ==, 2 * SECOND);
  g_assert_cmpint (htap_retry_get_delay (1000, 1.0), ==, 10 * SECOND);
  g_assert_cmpint (htap_retry_get_delay (3, 0.25), ==, SECOND / 2);
  g_assert_cmpint (htap_retry_get_delay (3, 0.0), ==, 0);
}

/* What the server sends next. */
typedef struct
{
  guint status;
  const char *retry_after;
  const char *date;
  const char *words;
  gint64 expected; /* seconds */
} Case;

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  const Case *now = *(const Case **) user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  if (now->retry_after != NULL)
    soup_message_headers_replace (headers, "Retry-After", now->retry_after);
  if (now->date != NULL)
    soup_message_headers_replace (headers, "Date", now->date);
  htap_test_answer (message, now->status, "application/json", "{}");
}

static void
test_after (void)
{
  static const char ten[] = "Thu, 01 Jan 2026 00:00:10 GMT",
                    four[] = "Thu, 01 Jan 2026 00:00:04 GMT";
  static const char year[] = "Fri, 01 Jan 2027 00:00:00 GMT";
  static const char policy[] = "policy user over ratelimit,limit:100,time:1 minute";
  static const Case cases[] = {
    { 429, "7", NULL, NULL, 7 },
    { 503, "7", NULL, NULL, 7 },
    { 429, "7", NULL, policy, 7 },
    { 429, ten, four, NULL, 6 },
    { 429, "86400", NULL, NULL, 15 * 60 },
    { 429, year, four, NULL, 15 * 60 },
    { 429, NULL, NULL, policy, 60 },
    { 429, NULL, NULL, "policy ip over ratelimit,limit:5,time:5 second", 5 },
    { 429, NULL, NULL, "The throttling threshold: 5 times per 30 seconds", 30 },
    { 429, "soon", NULL, policy, 60 },
    { 429, NULL, NULL, "Too many requests", -1 },
    { 429, NULL, NULL, NULL, -1 },
    { 429, "-5", NULL, NULL, -1 },
    { 503, NULL, NULL, policy, -1 },
    { 500, "7", NULL, NULL, -1 },
    { 404, "7", NULL, policy, -1 },
    { 200, "7", NULL, NULL, -1 },
  };
  const Case *now = NULL;
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request, &now);
  g_autoptr (SoupSession) session = soup_session_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoupMessage) message = htap_test_server_new_message (server, "/");
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (GError) error = NULL;
      HtapErrorDetails details = { .server_message = (char *) cases[i].words };
      gint64 after;

      now = &cases[i];
      soup_session_send_and_read_async (session, message, 0, NULL, htap_test_on_result, &result);
      body = soup_session_send_and_read_finish (session, htap_test_await (&result), NULL);
      htap_error_set (&error, HTAP_ERROR_THROTTLED, &details, "%s", "");
      after = htap_retry_read_after (message, error, NOW);
      g_assert_cmpint (after, ==, cases[i].expected < 0 ? -1 : cases[i].expected * SECOND);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retry/worthwhile", test_worthwhile);
  g_test_add_func ("/retry/delay", test_delay);
  g_test_add_func ("/retry/after", test_after);

  return g_test_run ();
}
