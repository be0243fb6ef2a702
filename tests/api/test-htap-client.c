/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test-server.h"
#include "htap-test.h"

#include <string.h>

#define PROJECT "23a50154cf494ec9ad6883979a12db0a"
#define TAURUS  "18c3eeb7b788479eb8b93b209946a83bin07"
#define PATH    "/base/v3/" PROJECT "/instances/" TAURUS "/htap"
#define TOKEN   "MIIatAYJKoZIhvcNAQcCoIIapTCCGqECAQExDTALBglghkgBZQMEAgEwghjFBgkqhkiG"

/* A client with one source, and a cloud that has one answer. */
typedef struct
{
  HtapTestServer *server;
  HtapClient *client;
  HtapProfile *profile;
  HtapSource *source;
  HtapCredentials *credentials;
  GBytes *body;
  guint status;
  char *path; /* of the last request */
  char *method;
} Fixture;

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->path);
  g_free (fixture->method);
  fixture->path = g_strdup (g_uri_get_path (soup_server_message_get_uri (message)));
  fixture->method = g_strdup (soup_server_message_get_method (message));
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "X-Request-Id",
                                "id-of-the-request");
  htap_test_answer_bytes (message, fixture->status, fixture->body);
}

static void
set_up (Fixture *fixture, const char *taurus_id)
{
  g_autofree char *url = NULL;
  g_autofree char *endpoint = NULL;

  *fixture = (Fixture){ .status = 200 };
  fixture->server = htap_test_server_new (on_request, fixture);
  fixture->client = htap_client_new ("zh-cn");
  fixture->profile = htap_profile_new (NULL);
  fixture->credentials = htap_credentials_new_token (TOKEN);
  fixture->source = htap_source_new (fixture->profile, "cn-north-4", PROJECT, taurus_id);

  url = htap_test_server_dup_url (fixture->server);
  endpoint = g_strconcat (url, "/base/", NULL);
  htap_profile_set_endpoint (fixture->profile, "cn-north-4", endpoint);
}

static void
tear_down (Fixture *fixture)
{
  htap_test_server_free (fixture->server);
  g_assert_finalize_object (fixture->client);
  g_object_unref (fixture->source);
  g_object_unref (fixture->profile);
  htap_credentials_unref (fixture->credentials);
  g_clear_pointer (&fixture->body, g_bytes_unref);
  g_free (fixture->path);
  g_free (fixture->method);
}

static HtapAnswer *
list (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_client_list_htap_instances_async (fixture->client, fixture->source, fixture->credentials,
                                         NULL, htap_test_on_result, &result);

  return htap_client_list_htap_instances_finish (fixture->client, htap_test_await (&result), error);
}

static void
test_page_example (void)
{
  g_autoptr (HtapAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, TAURUS);
  fixture.body = htap_test_fixture ("htap_list_page_example.json");
  answer = list (&fixture, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (answer->records->len, ==, 4);
  g_assert_true (g_bytes_equal (answer->bytes, fixture.body));
  g_assert_cmpstr (fixture.method, ==, "GET");
  g_assert_cmpstr (fixture.path, ==, PATH);
  g_assert_cmpstr (htap_test_server_get_header (fixture.server, "X-Auth-Token"), ==, TOKEN);
  g_assert_cmpstr (htap_test_server_get_header (fixture.server, "Content-Type"), ==,
                   "application/json");
  g_assert_cmpstr (htap_test_server_get_header (fixture.server, "Accept"), ==, "application/json");
  g_assert_cmpstr (htap_test_server_get_header (fixture.server, "X-Language"), ==, "zh-cn");
  tear_down (&fixture);
}

/* What is no answer of this API says where it came from. */
static void
test_protocol (void)
{
  static const struct
  {
    const char *body;
    HtapErrorReason reason;
  } cases[] = {
    { "<html>Sign in to the guest network</html>", HTAP_ERROR_REASON_NOT_JSON },
    { "{}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "", HTAP_ERROR_REASON_NOT_JSON },
    /* libsoup takes a connection that is cut between two chunks for the end of the body. */
    { "{\"total\":1,\"instances\":[", HTAP_ERROR_REASON_NOT_JSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const HtapErrorDetails *details;
      Fixture fixture;

      set_up (&fixture, TAURUS);
      fixture.body = g_bytes_new_static (cases[i].body, strlen (cases[i].body));
      g_assert_null (list (&fixture, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);

      details = htap_error_get_details (error);
      g_assert_cmpint (details->reason, ==, cases[i].reason);
      g_assert_cmpuint (details->http_status, ==, 200);
      g_assert_cmpstr (details->request_id, ==, "id-of-the-request");
      g_assert_true (g_str_has_suffix (details->endpoint, PATH));
      tear_down (&fixture);
    }
}

static void
test_error_answer (void)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, TAURUS);
  fixture.status = 403;
  fixture.body = htap_test_fixture ("errors/403_dbs_280056_invalid_token.json");
  g_assert_null (list (&fixture, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  g_assert_cmpstr (htap_error_get_details (error)->code, ==, "DBS.280056");
  g_assert_cmpstr (htap_error_get_details (error)->request_id, ==, "id-of-the-request");
  tear_down (&fixture);
}

static void
assert_nothing_sent (Fixture *fixture, HtapError kind, HtapErrorReason reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (list (fixture, &error));
  g_assert_error (error, HTAP_ERROR, (int) kind);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, reason);
  g_assert_cmpuint (htap_test_server_get_n_requests (fixture->server), ==, 0);
}

static void
test_nothing_sent (void)
{
  Fixture fixture;

  set_up (&fixture, "../" TAURUS);
  assert_nothing_sent (&fixture, HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_BAD_ID);
  tear_down (&fixture);

  set_up (&fixture, TAURUS);
  htap_profile_set_endpoint (fixture.profile, "cn-north-4", "http://db.example.com");
  assert_nothing_sent (&fixture, HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_NOT_HTTPS);
  tear_down (&fixture);

  set_up (&fixture, TAURUS);
  htap_credentials_set (fixture.credentials, HTAP_SECRET_TOKEN, NULL);
  assert_nothing_sent (&fixture, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_NO_CREDENTIALS);
  tear_down (&fixture);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (&fixture, TAURUS);
  fixture.body = htap_test_fixture ("htap_list_page_example.json");
  htap_client_list_htap_instances_async (fixture.client, fixture.source, fixture.credentials,
                                         cancellable, htap_test_on_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (
      htap_client_list_htap_instances_finish (fixture.client, htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  tear_down (&fixture);
}

static GLogWriterOutput
on_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append (user_data, fields[i].value);

  return G_LOG_WRITER_HANDLED;
}

/* Signed in once for both lists, though the secret is looked up anew each time; the log tells of
 * every request, and no secret. */
static void
test_signed_in (void)
{
  GString *log = g_string_new (NULL);
  HtapTestCloud cloud;
  g_autoptr (HtapClient) client = htap_client_new ("en-us");
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (HtapSource) source = NULL;

  g_log_set_writer_func (on_log, log, NULL);
  htap_test_cloud_init (&cloud);
  profile = htap_test_cloud_new_profile (&cloud, HTAP_SIGN_IN_PASSWORD);
  source = htap_source_new (profile, CLOUD_REGION, "", TAURUS);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (HtapAnswer) answer = NULL;

      htap_client_list_htap_instances_async (client, source, credentials, NULL, htap_test_on_result,
                                             &result);
      answer = htap_client_list_htap_instances_finish (client, htap_test_await (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (answer->project_id, ==, CLOUD_PROJECT);
    }
  g_assert_cmpuint (cloud.n_sign_ins, ==, 1);
  g_assert_cmpint (ABS (htap_client_get_clock_skew (client)), <, 100);

  htap_client_forgive (client, profile);
  htap_client_forget (client, profile);
  g_assert_nonnull (strstr (log->str, "POST /v3/auth/tokens: 201"));
  g_assert_null (strstr (log->str, "token-1"));
  g_assert_null (strstr (log->str, CLOUD_PASSWORD));
  g_assert_null (strstr (log->str, "nocatalog"));
  htap_test_cloud_clear (&cloud);
  g_string_free (log, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client/page-example", test_page_example);
  g_test_add_func ("/client/protocol", test_protocol);
  g_test_add_func ("/client/error-answer", test_error_answer);
  g_test_add_func ("/client/nothing-sent", test_nothing_sent);
  g_test_add_func ("/client/cancelled", test_cancelled);
  g_test_add_func ("/client/signed-in", test_signed_in); /* takes the log; last */

  return g_test_run ();
}
