/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-http.h"
#include "htap-test-server.h"
#include "htap-test.h"

/* A server that offers HTTP/2, and a door that trusts it. */
typedef struct
{
  char *directory;
  HtapTestServer *server;
  HtapHttp *main;
  HtapHttp *http;
  gboolean is_silent;
} Fixture;

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Fixture *fixture = user_data;

  if (fixture->is_silent)
    htap_test_on_paused (server, message, NULL);
  else
    htap_test_answer (message, 200, "application/json", "{}");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTlsCertificate) certificate = htap_test_self_signed ();
  g_autofree char *path = NULL;
  g_autofree char *pem = NULL;
  g_autoptr (GError) error = NULL;

  fixture->directory = htap_test_temporary_directory ();
  path = g_build_filename (fixture->directory, "ca.pem", NULL);
  g_object_get (certificate, "certificate-pem", &pem, NULL);
  g_file_set_contents (path, pem, -1, &error);
  g_assert_no_error (error);
  fixture->server = htap_test_server_new_tls (certificate, on_request, fixture);
  fixture->main = htap_http_new ();
  fixture->http = htap_http_new_trusting (fixture->main, path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->http);
  g_object_unref (fixture->main);
  htap_test_server_free (fixture->server);
  htap_test_remove_tree (fixture->directory);
  g_free (fixture->directory);
}

static void
test_offered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) message = htap_test_server_new_message (fixture->server, "/v3");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;

  htap_http_send_async (fixture->http, message, NULL, htap_test_on_result, &result);
  body = htap_http_send_finish (fixture->http, htap_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (soup_message_get_http_version (message), ==, SOUP_HTTP_2_0);
}

/* Before there are headers, libsoup would not answer until its time-out. And many streams of one
 * connection are counted one by one. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[3] = { NULL };
  gint64 begun;

  fixture->is_silent = TRUE;
  htap_http_set_max_in_flight (fixture->http, 2);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (SoupMessage) message = htap_test_server_new_message (fixture->server, "/v3");

      htap_http_send_async (fixture->http, message, cancellable, htap_test_on_result, &results[i]);
    }
  htap_test_server_wait_for (fixture->server, 2);

  begun = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (htap_http_send_finish (fixture->http, htap_test_await (&results[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_object_unref (results[i]);
    }
  g_test_message ("answered after %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - begun);
  g_assert_cmpuint (htap_test_server_get_n_requests (fixture->server), ==, 2);
}

int
main (int argc, char **argv)
{
  /* libsoup's server offers it only if told so. */
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/http2/offered", Fixture, NULL, set_up, test_offered, tear_down);
  g_test_add ("/http2/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
