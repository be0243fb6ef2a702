/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-trust.h"

#include "htap-error.h"
#include "htap-http.h"
#include "htap-test-server.h"
#include "htap-test.h"

typedef struct
{
  char *directory;
  char *path;
  GTlsCertificate *certificate;
  HtapTestServer *server;
} Fixture;

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  htap_test_answer (message, 200, "application/json", "{}");
}

static void
write_pem (const char *path, GTlsCertificate *certificate)
{
  g_autofree char *pem = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (certificate, "certificate-pem", &pem, NULL);
  g_file_set_contents (path, pem, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = htap_test_temporary_directory ();
  fixture->path = g_build_filename (fixture->directory, "ca.pem", NULL);
  fixture->certificate = htap_test_self_signed ();
  fixture->server = htap_test_server_new_tls (fixture->certificate, on_request, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_server_free (fixture->server);
  g_object_unref (fixture->certificate);
  htap_test_remove_tree (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static void
ask (Fixture *fixture, HtapHttp *http, const char *host, GError **error)
{
  g_autoptr (SoupMessage) message = htap_test_server_new_message (fixture->server, "/v3");
  GUri *uri = soup_message_get_uri (message);
  g_autoptr (GUri) there = g_uri_build (SOUP_HTTP_URI_FLAGS, "https", NULL, host,
                                        g_uri_get_port (uri), "/v3", NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) body = NULL;

  soup_message_set_uri (message, there);
  htap_http_send_async (http, message, NULL, htap_test_on_result, &result);
  body = htap_http_send_finish (http, htap_test_await (&result), error);
}

/* Accepted through the side door alone, and no other host's. */
static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapHttp) trusting = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) other_host = NULL;

  write_pem (fixture->path, fixture->certificate);
  trusting = htap_http_new_trusting (http, fixture->path, &error);
  g_assert_no_error (error);

  ask (fixture, trusting, "127.0.0.1", &error);
  g_assert_no_error (error);
  ask (fixture, http, "127.0.0.1", &refused);
  g_assert_error (refused, HTAP_ERROR, HTAP_ERROR_TLS);
  ask (fixture, trusting, "localhost", &other_host);
  g_assert_error (other_host, HTAP_ERROR, HTAP_ERROR_TLS);
  g_assert_cmpuint (htap_test_server_get_n_requests (fixture->server), ==, 1);
}

static void
test_other_certificate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (GTlsCertificate) other = htap_test_self_signed ();
  g_autoptr (HtapHttp) trusting = NULL;
  g_autoptr (GError) error = NULL;

  write_pem (fixture->path, other);
  trusting = htap_http_new_trusting (http, fixture->path, NULL);
  ask (fixture, trusting, "127.0.0.1", &error);
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TLS);
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = {
    NULL, /* no file */
    "",
    "no certificate\n",
    "-----BEGIN CERTIFICATE-----\nbm9uc2Vuc2U=\n-----END CERTIFICATE-----\n",
  };
  g_autoptr (GError) relative = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      if (contents[i] != NULL)
        g_assert_true (g_file_set_contents (fixture->path, contents[i], -1, NULL));
      g_assert_null (htap_trust_load (fixture->path, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_BAD_CA_FILE);
      g_assert_cmpstr (htap_error_get_details (error)->subject, ==, fixture->path);
    }

  g_assert_null (htap_trust_load ("ca.pem", &relative));
  g_assert_error (relative, HTAP_ERROR, HTAP_ERROR_CONFIG);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/trust/accepted", test_accepted);
  ADD ("/trust/other-certificate", test_other_certificate);
  ADD ("/trust/bad-files", test_bad_files);

  return g_test_run ();
}
