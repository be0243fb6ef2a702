/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fetch.h"

#include "htap-answer.h"
#include "htap-error.h"
#include "htap-test-server.h"
#include "htap-test.h"

#include <string.h>

#define LONG     (20 * 1000) /* a deadline that does not come, milliseconds */
#define SHORT    50
#define PATIENCE 20 /* seconds without a byte */

/* One fetch and what it needs. */
typedef struct {
  HtapTestServer *server;
  SoupSession    *session;
  SoupMessage    *message;
  GCancellable   *cancellable;
  GAsyncResult   *result;
} Fixture;

static SoupSession *
new_session (guint timeout)
{
  SoupSession *session = soup_session_new_with_options ("timeout", timeout, NULL);

  soup_session_set_proxy_resolver (session, NULL);

  return session;
}

static void
set_up (Fixture *fixture, HtapTestHandler handler, gpointer user_data)
{
  fixture->server = htap_test_server_new (handler, user_data);
  fixture->session = new_session (PATIENCE);
  fixture->message = htap_test_server_new_message (fixture->server, "/v3/p");
  fixture->cancellable = g_cancellable_new ();
  fixture->result = NULL;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* What libsoup still does with a request that was given up ends, too. */
static void
tear_down (Fixture *fixture)
{
  gpointer message = fixture->message;

  g_object_add_weak_pointer (G_OBJECT (fixture->message), &message);
  g_clear_object (&fixture->result);
  g_object_unref (fixture->message);
  htap_test_server_free (fixture->server);
  htap_test_wait_until (is_gone, &message, "the end of a request that was given up");
  g_object_unref (fixture->session);
  g_object_unref (fixture->cancellable);
}

static void
begin (Fixture *fixture, guint deadline)
{
  htap_fetch_async (fixture->session, fixture->message, deadline, fixture->cancellable,
                    htap_test_on_result, &fixture->result);
}

static GBytes *
end (Fixture *fixture, GError **error)
{
  return htap_fetch_finish (htap_test_await (&fixture->result), error);
}

static void
on_request_paused (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  soup_server_message_pause (message);
}

/* Writes @user_data as it is, and hangs up. */
static void
on_request_raw (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), user_data, strlen (user_data),
                             NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

typedef struct {
  GIOStream *stream;
  guint      timer;
} Drip;

static gboolean
on_drip (gpointer user_data)
{
  Drip *drip = user_data;

  g_output_stream_write_all (g_io_stream_get_output_stream (drip->stream), " ", 1, NULL, NULL,
                             NULL);

  return G_SOURCE_CONTINUE;
}

/* Begins an answer and goes on with a byte now and then, for ever. */
static void
on_request_dripping (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  static const char head[] = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
  Drip *drip = user_data;

  drip->stream = soup_server_message_steal_connection (message);
  g_output_stream_write_all (g_io_stream_get_output_stream (drip->stream), head, strlen (head),
                             NULL, NULL, NULL);
  drip->timer = g_timeout_add (10, on_drip, drip);
}

static void
drip_clear (Drip *drip)
{
  g_source_remove (drip->timer);
  g_object_unref (drip->stream);
}

static void
on_request_good (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  htap_test_answer (message, 200, "application/json", "{\"instances\":[]}");
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_good, NULL);
  begin (&fixture, LONG);
  body = end (&fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), "{\"instances\":[]}",
                   16);
  tear_down (&fixture);
}

static void
test_silent (void)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_paused, NULL);
  soup_session_set_timeout (fixture.session, 1);
  begin (&fixture, LONG);
  g_assert_null (end (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TIMEOUT);
  g_assert_nonnull (htap_error_get_details (error)->endpoint);
  tear_down (&fixture);
}

static void
test_deadline_before_headers (void)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_paused, NULL);
  begin (&fixture, SHORT);
  g_assert_null (end (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TIMEOUT);
  tear_down (&fixture);
}

/* Bytes come all the time, so that no silence ends it. */
static void
test_deadline_in_body (void)
{
  g_autoptr (GError) error = NULL;
  Drip drip = { NULL };
  Fixture fixture;

  set_up (&fixture, on_request_dripping, &drip);
  begin (&fixture, 4 * SHORT);
  g_assert_null (end (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TIMEOUT);
  g_assert_cmpuint (soup_message_get_status (fixture.message), ==, 200);
  tear_down (&fixture);
  drip_clear (&drip);
}

static void
test_cut (void)
{
  static const struct
  {
    const char *answer;
    HtapError kind;
    HtapErrorReason reason;
  } cases[] = {
    { "", HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_CONNECTION_LOST },
    { "HTTP/1.1 200 OK\r\nContent-", HTAP_ERROR_PROTOCOL, HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"inst", HTAP_ERROR_NETWORK,
      HTAP_ERROR_REASON_CONNECTION_LOST },
    { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"ins", HTAP_ERROR_NETWORK,
      HTAP_ERROR_REASON_CONNECTION_LOST },
    { "SSH-2.0-OpenSSH_9.2\r\n\r\n", HTAP_ERROR_PROTOCOL, HTAP_ERROR_REASON_NOT_DOCUMENTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Fixture fixture;

      g_test_message ("case %u", i);
      set_up (&fixture, on_request_raw, (gpointer) cases[i].answer);
      begin (&fixture, LONG);
      g_assert_null (end (&fixture, &error));
      g_assert_error (error, HTAP_ERROR, (int) cases[i].kind);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
      tear_down (&fixture);
    }
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_good, NULL);
  htap_test_server_free (fixture.server);
  begin (&fixture, LONG);
  g_assert_null (end (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_NETWORK);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_REFUSED);
  g_assert_true (g_str_has_prefix (htap_error_get_details (error)->subject, "127.0.0.1:"));

  fixture.server = htap_test_server_new (on_request_good, NULL);
  tear_down (&fixture);
}

static void
on_request_large (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  gsize size = GPOINTER_TO_SIZE (user_data);
  g_autofree guchar *body = g_malloc (size);

  memset (body, ' ', size);
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  soup_message_body_append_take (soup_server_message_get_response_body (message),
                                 g_steal_pointer (&body), size);
  soup_message_body_complete (soup_server_message_get_response_body (message));
}

static void
test_largest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_large, GSIZE_TO_POINTER (HTAP_ANSWER_LIMIT));
  begin (&fixture, LONG);
  body = end (&fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (body), ==, HTAP_ANSWER_LIMIT);
  tear_down (&fixture);
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_large, GSIZE_TO_POINTER (HTAP_ANSWER_LIMIT + 1));
  begin (&fixture, LONG);
  g_assert_null (end (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TOO_LARGE);
  g_assert_nonnull (htap_error_get_details (error)->endpoint);
  tear_down (&fixture);
}

static GBytes *
compress_blanks (gsize size)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) stream =
      g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  char blanks[4096];

  memset (blanks, ' ', sizeof blanks);
  for (gsize written = 0; written < size; written += sizeof blanks)
    g_assert_true (g_output_stream_write_all (stream, blanks, sizeof blanks, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
on_request_compressed (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Content-Encoding", "gzip");
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), user_data);
}

/* A few kilobytes on the wire are counted as what they become. */
static void
test_gzip_bomb (void)
{
  g_autoptr (GBytes) bomb = compress_blanks (2 * HTAP_ANSWER_LIMIT);
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  g_assert_cmpuint (g_bytes_get_size (bomb), <, HTAP_ANSWER_LIMIT / 100);
  set_up (&fixture, on_request_compressed, bomb);
  begin (&fixture, LONG);
  g_assert_null (end (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TOO_LARGE);
  tear_down (&fixture);
}

static void
test_gzip (void)
{
  g_autoptr (GBytes) blanks = compress_blanks (100 * 4096);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_compressed, blanks);
  begin (&fixture, LONG);
  body = end (&fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (body), ==, 100 * 4096);
  tear_down (&fixture);
}

static void
test_error_without_its_body (void)
{
  static const char answer[] = "HTTP/1.1 503 No\r\nContent-Length: 100\r\n\r\n{\"error_";
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_raw, (gpointer) answer);
  begin (&fixture, LONG);
  g_assert_null (end (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_SERVER);
  g_assert_cmpuint (htap_error_get_details (error)->http_status, ==, 503);
  tear_down (&fixture);
}

static void
test_certificate (void)
{
  g_autoptr (GTlsCertificate) certificate = htap_test_self_signed ();
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, on_request_good, NULL);
  htap_test_server_free (fixture.server);
  g_object_unref (fixture.message);
  fixture.server = htap_test_server_new_tls (certificate, on_request_good, NULL);
  fixture.message = htap_test_server_new_message (fixture.server, "/v3/p");

  begin (&fixture, LONG);
  g_assert_null (end (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TLS);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, "CN=Nobody's CA");
  g_assert_cmpuint (htap_test_server_get_n_requests (fixture.server), ==, 0);
  tear_down (&fixture);
}

static void
assert_cancelled (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (end (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_preemptive (void)
{
  Fixture fixture;

  set_up (&fixture, on_request_good, NULL);
  g_cancellable_cancel (fixture.cancellable);
  begin (&fixture, LONG);
  assert_cancelled (&fixture);
  g_assert_cmpuint (htap_test_server_get_n_requests (fixture.server), ==, 0);
  tear_down (&fixture);
}

static void
test_cancel_immediate (void)
{
  Fixture fixture;

  set_up (&fixture, on_request_good, NULL);
  begin (&fixture, LONG);
  g_cancellable_cancel (fixture.cancellable);
  assert_cancelled (&fixture);
  tear_down (&fixture);
}

static void
test_cancel_soon (void)
{
  Fixture fixture;

  set_up (&fixture, on_request_paused, NULL);
  begin (&fixture, LONG);
  htap_test_server_wait_for (fixture.server, 1);
  g_cancellable_cancel (fixture.cancellable);
  assert_cancelled (&fixture);
  tear_down (&fixture);
}

static gboolean
has_status (gpointer data)
{
  return soup_message_get_status (data) != 0;
}

static void
test_cancel_in_body (void)
{
  Drip drip = { NULL };
  Fixture fixture;

  set_up (&fixture, on_request_dripping, &drip);
  begin (&fixture, LONG);
  htap_test_wait_until (has_status, fixture.message, "the head of the answer");
  g_cancellable_cancel (fixture.cancellable);
  assert_cancelled (&fixture);
  tear_down (&fixture);
  drip_clear (&drip);
}

static gboolean
on_message_accept_certificate (SoupMessage *message,
                               GTlsCertificate *certificate,
                               GTlsCertificateFlags errors,
                               gpointer user_data)
{
  return TRUE;
}

/* Over HTTP/2 libsoup does not hear of it (measured with 3.2 and 3.6), and no timeout of its own ends
 * the wait here: the fetch answers anyway. */
static void
test_cancel_http2 (void)
{
  g_autoptr (GTlsCertificate) certificate = htap_test_self_signed ();
  g_autoptr (SoupSession) session = new_session (0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HtapTestServer *server = htap_test_server_new_tls (certificate, on_request_paused, NULL);
  SoupMessage *message = htap_test_server_new_message (server, "/v3/p");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer alive = message;

  g_signal_connect (message, "accept-certificate", G_CALLBACK (on_message_accept_certificate),
                    NULL);
  g_object_add_weak_pointer (G_OBJECT (message), &alive);
  htap_fetch_async (session, message, 10 * LONG, cancellable, htap_test_on_result, &result);
  htap_test_server_wait_for (server, 1);
  g_assert_cmpint (soup_message_get_http_version (message), ==, SOUP_HTTP_2_0);

  g_cancellable_cancel (cancellable);
  g_assert_null (htap_fetch_finish (htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_object (&result);
  g_object_unref (message);
  htap_test_server_free (server);
  htap_test_wait_until (is_gone, &alive, "the late result");
}

int
main (int argc, char **argv)
{
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fetch/good", test_good);
  g_test_add_func ("/fetch/silent", test_silent);
  g_test_add_func ("/fetch/deadline-before-headers", test_deadline_before_headers);
  g_test_add_func ("/fetch/deadline-in-body", test_deadline_in_body);
  g_test_add_func ("/fetch/cut", test_cut);
  g_test_add_func ("/fetch/refused", test_refused);
  g_test_add_func ("/fetch/largest", test_largest);
  g_test_add_func ("/fetch/too-large", test_too_large);
  g_test_add_func ("/fetch/gzip", test_gzip);
  g_test_add_func ("/fetch/gzip-bomb", test_gzip_bomb);
  g_test_add_func ("/fetch/error-without-its-body", test_error_without_its_body);
  g_test_add_func ("/fetch/certificate", test_certificate);
  g_test_add_func ("/fetch/cancel/preemptive", test_cancel_preemptive);
  g_test_add_func ("/fetch/cancel/immediate", test_cancel_immediate);
  g_test_add_func ("/fetch/cancel/soon", test_cancel_soon);
  g_test_add_func ("/fetch/cancel/in-body", test_cancel_in_body);
  g_test_add_func ("/fetch/cancel/http2", test_cancel_http2);

  return g_test_run ();
}
