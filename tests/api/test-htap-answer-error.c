/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-answer-error.h"

#include "htap-error.h"
#include "htap-http.h"
#include "htap-test-server.h"
#include "htap-test.h"

#include <string.h>

#define GATEWAY_ID "62d9f6b7d0a44bd1b5a5a6a7a8b9c0d1"

/* What the server answers. */
typedef struct {
  guint       status;
  const char *body; /* NULL: that of the fixture */
  GBytes     *fixture;
  const char *header; /* NULL: none */
  const char *header_value;
} Reply;

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  const Reply *reply = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  if (reply->fixture != NULL)
    htap_test_answer_bytes (message, reply->status, reply->fixture);
  else
    htap_test_answer (message, reply->status, "application/json",
                      reply->body != NULL ? reply->body : "");
  if (reply->header != NULL)
    soup_message_headers_replace (headers, reply->header, reply->header_value);
}

static GError *
ask (const Reply *reply)
{
  g_autoptr (HtapTestServer) server = htap_test_server_new (on_request, (gpointer) reply);
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (SoupMessage) message = htap_test_server_new_message (server, "/v3/p/instances/i/htap");
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  htap_http_send_async (http, message, NULL, htap_test_on_result, &result);
  g_assert_null (htap_http_send_finish (http, htap_test_await (&result), &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == HTAP_ERROR);

  return error;
}

static const struct {
  const char *name;
  guint status;
  HtapError kind;
  const char *code;
  const char *message; /* its beginning */
  const char *request_id;
} fixtures[] = {
  { "400_dbs_05000044_htap_gone.json", 400, HTAP_ERROR_NOT_FOUND, "DBS.05000044", "The HTAP" },
  { "400_dbs_280001_parameter.json", 400, HTAP_ERROR_REJECTED, "DBS.280001", "Parameter error." },
  { "400_dbs_280001_parameter_zh.json", 400, HTAP_ERROR_REJECTED, "DBS.280001", "参数错误。" },
  { "400_dbs_280235_bad_engine.json", 400, HTAP_ERROR_REJECTED, "DBS.280235", "Invalid data" },
  { "400_dbs_280404_bad_instance_id.json", 400, HTAP_ERROR_REJECTED, "DBS.280404", "Invalid DB" },
  { "400_dbs_280439_bad_limit.json", 400, HTAP_ERROR_REJECTED, "DBS.280439", "Invalid rec" },
  { "400_iam_keystone.json", 400, HTAP_ERROR_REJECTED, "400", "'password' is" },
  { "400_plain_text.txt", 400, HTAP_ERROR_REJECTED, NULL, "invalid json data" },
  { "401_apig_0301_decrypt_token.json", 401, HTAP_ERROR_AUTH, "APIG.0301", "Incorrect",
    GATEWAY_ID },
  { "401_apig_0301_token_expires.json", 401, HTAP_ERROR_AUTH, "APIG.0301", "Incorrect",
    GATEWAY_ID },
  { "401_apigw_0301_ak_locked.json", 401, HTAP_ERROR_AUTH, "APIGW.0301", "Incorrect", GATEWAY_ID },
  { "401_apigw_0301_ak_not_exist.json", 401, HTAP_ERROR_AUTH, "APIGW.0301", "Incorrect",
    GATEWAY_ID },
  { "401_apigw_0301_signature.json", 401, HTAP_ERROR_AUTH, "APIGW.0301", "Incorrect", GATEWAY_ID },
  { "401_apigw_0301_signature_expired.json", 401, HTAP_ERROR_CLOCK_SKEW, "APIGW.0301", "Incorrect",
    GATEWAY_ID },
  { "401_iam_0061_locked.json", 401, HTAP_ERROR_AUTH, "IAM.0061", "Account locked." },
  { "401_iam_keystone_unauthorized.json", 401, HTAP_ERROR_AUTH, "401", "Unauthorized." },
  { "403_apigw_0302.json", 403, HTAP_ERROR_FORBIDDEN, "APIGW.0302", "The IAM user", GATEWAY_ID },
  { "403_dbs_200010.json", 403, HTAP_ERROR_FORBIDDEN, "DBS.200010", "The DB instance" },
  { "403_dbs_200044.json", 403, HTAP_ERROR_FORBIDDEN, "DBS.200044", "Resource not" },
  { "403_dbs_280056_invalid_token.json", 403, HTAP_ERROR_AUTH, "DBS.280056", "Invalid token." },
  { "403_iam_0003.json", 403, HTAP_ERROR_FORBIDDEN, "IAM.0003", "Policy doesn't" },
  { "404_apigw_0101.json", 404, HTAP_ERROR_CONFIG, "APIGW.0101", "The API does", GATEWAY_ID },
  { "404_dbs_200002.json", 404, HTAP_ERROR_NOT_FOUND, "DBS.200002", "The DB instance" },
  { "409_dbs_200019.json", 409, HTAP_ERROR_REJECTED, "DBS.200019", "Another operation" },
  { "429_apigw_0308_user.json", 429, HTAP_ERROR_THROTTLED, "APIGW.0308", "The throttling",
    GATEWAY_ID },
  { "4xx_code_message.json", 422, HTAP_ERROR_REJECTED, "ERR.0001", "something failed" },
  { "500_apigw_0601.json", 500, HTAP_ERROR_SERVER, "APIGW.0601", "Internal server", GATEWAY_ID },
  { "500_dbs_05000000.json", 500, HTAP_ERROR_SERVER, "DBS.05000000", "server error." },
  { "500_dbs_200005.json", 500, HTAP_ERROR_SERVER, "DBS.200005", "Server failure." },
  { "500_empty_body.txt", 500, HTAP_ERROR_SERVER, NULL, NULL },
  { "503_apigw_0613_iam_down.json", 503, HTAP_ERROR_SERVER, "APIGW.0613", "The IAM service",
    GATEWAY_ID },
};

static void
test_fixtures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path = g_build_filename ("errors", fixtures[i].name, NULL);
      g_autoptr (GBytes) body = htap_test_fixture (path);
      Reply reply = { .status = fixtures[i].status, .fixture = body };
      g_autoptr (GError) error = ask (&reply);
      const HtapErrorDetails *details = htap_error_get_details (error);

      g_test_message ("%s", fixtures[i].name);
      g_assert_cmpint (error->code, ==, fixtures[i].kind);
      g_assert_cmpuint (details->http_status, ==, fixtures[i].status);
      g_assert_cmpstr (details->code, ==, fixtures[i].code);
      g_assert_cmpstr (details->request_id, ==, fixtures[i].request_id);
      if (fixtures[i].message != NULL)
        g_assert_true (g_str_has_prefix (details->server_message, fixtures[i].message));
      else
        g_assert_null (details->server_message);
      g_assert_true (g_str_has_prefix (details->endpoint, "GET 127.0.0.1:"));
      g_assert_true (g_str_has_suffix (details->endpoint, "/v3/p/instances/i/htap"));
    }
}

static void
test_every_fixture_is_known (void)
{
  g_autoptr (GDir) directory = g_dir_open (HTAP_TEST_ERRORS, 0, NULL);
  const char *name;

  g_assert_nonnull (directory);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (fixtures) && !known; i++)
        known = g_str_equal (fixtures[i].name, name);
      g_test_message ("%s", name);
      g_assert_true (known);
    }
}

#define CODE(code_) "{\"error_code\":\"" code_ "\",\"error_msg\":\"m\"}"

static void
test_kinds (void)
{
  static const struct {
    Reply reply;
    HtapError kind;
    HtapErrorReason reason;
  } cases[] = {
    { { 301, NULL }, HTAP_ERROR_REDIRECT },
    { { 304, NULL }, HTAP_ERROR_REDIRECT },
    { { 401, "<html>" }, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_TOKEN_EXPIRED },
    { { 400, CODE ("IAM.0062") }, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_WRONG_PASSWORD },
    { { 400, CODE ("DBS.280015") }, HTAP_ERROR_FORBIDDEN },
    { { 404, CODE ("APIG.0101") }, HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_BAD_ENDPOINT },
    { { 404, "<html>" }, HTAP_ERROR_NOT_FOUND },
    { { 409, CODE ("DBS.200022") }, HTAP_ERROR_REJECTED },
    { { 418, NULL }, HTAP_ERROR_REJECTED },
    { { 429, NULL }, HTAP_ERROR_THROTTLED },
    { { 500, CODE ("DBS.280056") }, HTAP_ERROR_SERVER },
    { { 599, NULL }, HTAP_ERROR_SERVER },
    { { 600, NULL }, HTAP_ERROR_PROTOCOL, HTAP_ERROR_REASON_NOT_DOCUMENTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = ask (&cases[i].reply);

      g_test_message ("case %u", i);
      g_assert_cmpint (error->code, ==, cases[i].kind);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
    }
}

static void
test_request_id (void)
{
  static const struct {
    Reply reply;
    const char *id;
  } cases[] = {
    { { 500, "{\"request_id\":\"body\"}", NULL, "X-Request-Id", "header" }, "header" },
    { { 500, "{\"request_id\":\"body\"}", NULL, "x-iam-trace-id", "trace" }, "trace" },
    { { 500, "{\"request_id\":\"body\"}" }, "body" },
    { { 500, NULL }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = ask (&cases[i].reply);

      g_assert_cmpstr (htap_error_get_details (error)->request_id, ==, cases[i].id);
    }
}

static void
test_clock (void)
{
  static const struct {
    guint status;
    const char *body;
    int ahead; /* seconds that we are */
    HtapError kind;
  } cases[] = {
    { 401, NULL, 0, HTAP_ERROR_AUTH },
    { 401, NULL, 200, HTAP_ERROR_AUTH },
    { 401, NULL, -200, HTAP_ERROR_AUTH },
    { 401, NULL, 1320, HTAP_ERROR_CLOCK_SKEW },
    { 401, NULL, -1320, HTAP_ERROR_CLOCK_SKEW },
    { 403, CODE ("DBS.280056"), 1320, HTAP_ERROR_CLOCK_SKEW },
    { 403, CODE ("DBS.200010"), 1320, HTAP_ERROR_FORBIDDEN },
    { 401, CODE ("IAM.0062"), 1320, HTAP_ERROR_AUTH }, /* the service named the cause */
    { 500, NULL, 1320, HTAP_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
      g_autoptr (GDateTime) theirs = g_date_time_add_seconds (now, -cases[i].ahead);
      g_autofree char *date = soup_date_time_to_string (theirs, SOUP_DATE_HTTP);
      Reply reply = { cases[i].status, cases[i].body, NULL, "Date", date };
      g_autoptr (GError) error = ask (&reply);
      gint64 skew = htap_error_get_details (error)->clock_skew;

      g_assert_cmpint (error->code, ==, cases[i].kind);
      g_assert_cmpint (ABS (skew - cases[i].ahead), <, 100);
    }
}

static void
test_redirect_target (void)
{
  static const struct {
    const char *location;
    const char *subject;
  } cases[] = {
    { "https://other.example.com/login?token=x", "other.example.com" },
    { "/elsewhere", "127.0.0.1" },
    { "http://[bad", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Reply reply = { 302, NULL, NULL, "Location", cases[i].location };
      g_autoptr (GError) error = ask (&reply);

      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_REDIRECT);
      g_assert_cmpstr (htap_error_get_details (error)->subject, ==, cases[i].subject);
    }
}

/* A server that gives back what it was sent, in every place. */
static void
test_no_secret (void)
{
#define SECRET "secret-token-of-the-test"
  Reply reply = { 401,
                  "{\"error_code\":\"" SECRET "\",\"error_msg\":\"bad " SECRET
                  "\",\"request_id\":\"" SECRET "\"}",
                  NULL, "X-Request-Id", SECRET };
  g_autoptr (GError) error = ask (&reply);
  const HtapErrorDetails *details = htap_error_get_details (error);

  g_assert_null (strstr (error->message, SECRET));
  g_assert_cmpstr (details->code, ==, "…");
  g_assert_cmpstr (details->server_message, ==, "bad …");
  g_assert_cmpstr (details->request_id, ==, "…");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer-error/fixtures", test_fixtures);
  g_test_add_func ("/answer-error/every-fixture-is-known", test_every_fixture_is_known);
  g_test_add_func ("/answer-error/kinds", test_kinds);
  g_test_add_func ("/answer-error/request-id", test_request_id);
  g_test_add_func ("/answer-error/clock", test_clock);
  g_test_add_func ("/answer-error/redirect-target", test_redirect_target);
  g_test_add_func ("/answer-error/no-secret", test_no_secret);

  return g_test_run ();
}
