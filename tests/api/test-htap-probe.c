/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-probe.h"

#include "htap-error.h"
#include "htap-test-server.h"
#include "htap-test.h"

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  const guint *status = user_data;

  htap_test_answer (message, *status, "application/json", "{}");
}

/* One letter a stage, in the order in which they are told. */
static void
on_progress (HtapProbeStage stage, gpointer user_data)
{
  g_string_append_c (user_data, stage == HTAP_PROBE_CONNECTED ? 'C' : 'S');
}

static gboolean
probe (HtapHttp *http, const char *url, GString *stages, SoupMessage **message, GError **error)
{
  g_autoptr (GUri) endpoint = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  htap_probe_async (http, endpoint, on_progress, stages, NULL, htap_test_on_result, &result);

  return htap_probe_finish (http, htap_test_await (&result), message, error);
}

/* Whatever it says, it is there; it is asked once, for nothing, by nobody. */
static void
test_answered (void)
{
  static const guint statuses[] = { 200, 302, 401, 404, 503 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      guint status = statuses[i];
      g_autoptr (HtapTestServer) server = htap_test_server_new (on_request, &status);
      g_autofree char *url = htap_test_server_dup_url (server);
      g_autoptr (HtapHttp) http = htap_http_new ();
      g_autoptr (GString) stages = g_string_new (NULL);
      g_autoptr (SoupMessage) message = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (probe (http, url, stages, &message, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (soup_message_get_status (message), ==, status);
      g_assert_cmpstr (stages->str, ==, "C");
      g_assert_cmpuint (htap_test_server_get_n_requests (server), ==, 1);
      g_assert_null (htap_test_server_get_header (server, "Authorization"));
      g_assert_null (htap_test_server_get_header (server, "X-Auth-Token"));
    }
}

static void
test_nobody_there (void)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (GString) stages = g_string_new (NULL);
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (probe (http, "http://127.0.0.1:1", stages, &message, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_NETWORK);
  g_assert_cmpstr (stages->str, ==, "");
}

/* An untrusted certificate is seen by who got there, and a trusted one before the answer. */
static void
test_certificate (void)
{
  const guint status = 404;
  g_autofree char *directory = htap_test_temporary_directory ();
  g_autofree char *path = g_build_filename (directory, "ca.pem", NULL);
  g_autofree char *pem = NULL;
  g_autoptr (GTlsCertificate) certificate = htap_test_self_signed ();
  g_autoptr (HtapTestServer) server =
      htap_test_server_new_tls (certificate, on_request, (gpointer) &status);
  g_autofree char *url = htap_test_server_dup_url (server);
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapHttp) trusting = NULL;
  g_autoptr (GString) refused = g_string_new (NULL);
  g_autoptr (GString) accepted = g_string_new (NULL);
  g_autoptr (SoupMessage) first = NULL;
  g_autoptr (SoupMessage) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (probe (http, url, refused, &first, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TLS);
  g_assert_cmpstr (refused->str, ==, "C");
  g_clear_error (&error);

  g_object_get (certificate, "certificate-pem", &pem, NULL);
  htap_test_write_file (path, pem);
  trusting = htap_http_new_trusting (http, path, &error);
  g_assert_no_error (error);
  g_assert_true (probe (trusting, url, accepted, &second, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (accepted->str, ==, "CS");

  htap_test_remove_tree (directory);
}

static void
test_cancelled (void)
{
  g_autoptr (HtapTestServer) server = htap_test_server_new (htap_test_on_paused, NULL);
  g_autofree char *url = htap_test_server_dup_url (server);
  g_autoptr (GUri) endpoint = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) stages = g_string_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  htap_probe_async (http, endpoint, on_progress, stages, cancellable, htap_test_on_result, &result);
  htap_test_server_wait_for (server, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (htap_probe_finish (http, htap_test_await (&result), &message, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/probe/answered", test_answered);
  g_test_add_func ("/probe/nobody-there", test_nobody_there);
  g_test_add_func ("/probe/certificate", test_certificate);
  g_test_add_func ("/probe/cancelled", test_cancelled);

  return g_test_run ();
}
