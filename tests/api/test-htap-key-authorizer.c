/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-key-authorizer.h"

#include "htap-authorizers.h"
#include "htap-error.h"
#include "htap-exchange.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

#include <string.h>

#define N 20

#define REFUSED                                                                                    \
  "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect IAM authentication information: "      \
  "verify aksk signature fail\"}"

typedef struct
{
  HtapTestCloud cloud;
  HtapAuthorizer *authorizer;
  GAsyncResult *results[N];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  htap_test_cloud_init (&fixture->cloud);
  fixture->authorizer = htap_test_cloud_new_authorizer (&fixture->cloud, HTAP_SIGN_IN_ACCESS_KEY);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N; i++)
    g_clear_object (&fixture->results[i]);
  htap_test_cloud_clear (&fixture->cloud);
  g_assert_finalize_object (fixture->authorizer);
}

static void
ask_all (Fixture *fixture, const char *project_id, GCancellable *cancellable)
{
  for (guint i = 0; i < N; i++)
    {
      g_clear_object (&fixture->results[i]);
      htap_exchange_async (fixture->authorizer, CLOUD_REGION, project_id, htap_test_cloud_build,
                           &fixture->cloud, i == 0 ? cancellable : NULL, htap_test_on_result,
                           &fixture->results[i]);
    }
}

static gboolean
finish (Fixture *fixture, guint i, GError **error)
{
  g_autoptr (GBytes) body = htap_exchange_finish (
      fixture->authorizer, htap_test_await (&fixture->results[i]), NULL, error);

  return body != NULL;
}

static const char *
get_header (Fixture *fixture, const char *name)
{
  return htap_test_server_get_header (fixture->cloud.server, name);
}

/* What arrives is what was signed, port included. */
static void
test_signed (Fixture *fixture, gconstpointer data)
{
  ask_all (fixture, CLOUD_PROJECT, NULL);
  for (guint i = 0; i < N; i++)
    g_assert_true (finish (fixture, i, NULL));

  g_assert_true (fixture->cloud.is_signature_good);
  g_assert_nonnull (strchr (fixture->cloud.host, ':'));
  g_assert_cmpstr (get_header (fixture, "X-Project-Id"), ==, CLOUD_PROJECT);
  g_assert_null (get_header (fixture, "X-Security-Token"));
  g_assert_null (get_header (fixture, "X-Auth-Token"));
  g_assert_nonnull (strstr (get_header (fixture, "Authorization"),
                            "SignedHeaders=content-type;host;x-language;x-project-id;x-sdk-date,"));
}

static void
test_request (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) request =
      soup_message_new ("GET", "https://iam.myhuaweicloud.com/v3/projects?name=cn-north-4&a=*");
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);
  g_autoptr (HtapClock) clock = htap_clock_new_manual (1772352550 * G_TIME_SPAN_SECOND);
  g_autoptr (GError) error = NULL;

  htap_http_set_clock (htap_authorizer_get_http (fixture->authorizer), clock);
  g_assert_true (htap_authorizer_authorize (fixture->authorizer, NULL, NULL, request, &error));
  g_assert_cmpstr (g_uri_get_query (soup_message_get_uri (request)), ==, "a=%2A&name=cn-north-4");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "X-Sdk-Date"), ==, "20260301T080910Z");
  g_assert_null (soup_message_headers_get_one (headers, "X-Project-Id"));

  /* The vector V4. */
  g_clear_object (&request);
  request = soup_message_new ("GET", "https://iam.myhuaweicloud.com/v3/projects?name=cn-north-4");
  headers = soup_message_get_request_headers (request);
  g_assert_true (htap_authorizer_authorize (fixture->authorizer, NULL, NULL, request, &error));
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Authorization"), ==,
                   "SDK-HMAC-SHA256 Access=" CLOUD_KEY_ID ", SignedHeaders=host;x-sdk-date, "
                   "Signature=41ea017d3cf5c12f9a356481c0f296e8ccea4232b0d52f13b9523e6bee3f4527");
}

static void
test_temporary (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *security_token;
    gboolean is_good;
  } cases[] = { { " temporary= ", TRUE }, { "line\nbreak", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapHttp) http = htap_http_new ();
      g_autoptr (HtapProfile) profile =
          htap_test_cloud_new_profile (&fixture->cloud, HTAP_SIGN_IN_ACCESS_KEY);
      g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
      g_autoptr (SoupMessage) request = soup_message_new ("GET", "https://h/");
      SoupMessageHeaders *headers = soup_message_get_request_headers (request);
      g_autoptr (HtapAuthorizer) authorizer = NULL;
      g_autoptr (GError) error = NULL;

      htap_credentials_set (credentials, HTAP_SECRET_SECURITY_TOKEN, cases[i].security_token);
      authorizer = htap_authorizer_new_for_profile (http, profile, credentials, NULL);
      g_assert_true (htap_authorizer_authorize (authorizer, NULL, NULL, request, &error) ==
                     cases[i].is_good);
      g_assert_true ((error == NULL) == cases[i].is_good);
      if (!cases[i].is_good)
        continue;

      g_assert_cmpstr (soup_message_headers_get_one (headers, "X-Security-Token"), ==,
                       "temporary=");
      g_assert_nonnull (strstr (soup_message_headers_get_one (headers, "Authorization"),
                                "=host;x-sdk-date;x-security-token,"));
    }
}

/* One bad signature, though twenty wait, and none by itself afterwards. */
static void
test_refused_once (Fixture *fixture, gconstpointer data)
{
  fixture->cloud.refuse = G_MAXUINT;
  fixture->cloud.list_error = REFUSED;
  for (guint round = 0; round < 2; round++)
    {
      ask_all (fixture, CLOUD_PROJECT, NULL);
      for (guint i = 0; i < N; i++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (finish (fixture, i, &error));
          g_assert_cmpint (htap_error_get_details (error)->reason, ==,
                           HTAP_ERROR_REASON_SIGNATURE_REFUSED);
          g_assert_null (strstr (error->message, CLOUD_KEY));
        }
    }
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 1);

  fixture->cloud.refuse = 0;
  htap_authorizer_forgive (fixture->authorizer);
  ask_all (fixture, CLOUD_PROJECT, NULL);
  for (guint i = 0; i < N; i++)
    g_assert_true (finish (fixture, i, NULL));
}

/* Who tries the key is cancelled, and the next in line tries it. */
static void
test_cancelled_trial (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture->cloud.hold = TRUE;
  ask_all (fixture, CLOUD_PROJECT, cancellable);
  htap_test_cloud_wait_for_held (&fixture->cloud, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (finish (fixture, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  htap_test_cloud_wait_for_held (&fixture->cloud, 2);
  g_assert_cmpuint (fixture->cloud.most_at_once, ==, 2);
  htap_test_cloud_let_go (&fixture->cloud);
  for (guint i = 1; i < N; i++)
    g_assert_true (finish (fixture, i, NULL));
}

/* Looked up once, signed without a project. */
static void
test_no_project (Fixture *fixture, gconstpointer data)
{
  ask_all (fixture, "", NULL);
  for (guint i = 0; i < N; i++)
    g_assert_true (finish (fixture, i, NULL));
  g_assert_cmpuint (fixture->cloud.n_projects, ==, 1);
  g_assert_nonnull (strstr (fixture->cloud.target, CLOUD_PROJECT));
  g_assert_true (fixture->cloud.is_signature_good);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/key-authorizer/signed", test_signed);
  ADD ("/key-authorizer/request", test_request);
  ADD ("/key-authorizer/temporary", test_temporary);
  ADD ("/key-authorizer/refused-once", test_refused_once);
  ADD ("/key-authorizer/cancelled-trial", test_cancelled_trial);
  ADD ("/key-authorizer/no-project", test_no_project);

  return g_test_run ();
}
