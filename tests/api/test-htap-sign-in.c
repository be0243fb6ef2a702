/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in.h"

#include "htap-error.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

#include <string.h>

static HtapToken *
sign_in (HtapTestCloud *cloud, const char *project_id, GError **error)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = htap_test_cloud_new_profile (cloud, HTAP_SIGN_IN_PASSWORD);
  g_autoptr (GAsyncResult) result = NULL;

  htap_sign_in_async (http, profile, CLOUD_PASSWORD, CLOUD_REGION, project_id, NULL,
                      htap_test_on_result, &result);

  return htap_sign_in_finish (http, htap_test_await (&result), error);
}

static void
test_good (void)
{
  HtapTestCloud cloud;
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapToken) token = NULL;

  htap_test_cloud_init (&cloud);
  token = sign_in (&cloud, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (token->secret, ==, "token-1");
  g_assert_cmpstr (token->project_id, ==, CLOUD_PROJECT);
  g_assert_cmpint (ABS (token->lifetime - 24 * 3600), <, 100);
  g_assert_cmpstr (cloud.target, ==, "/v3/auth/tokens?nocatalog=true");
  g_assert_cmpstr (htap_test_server_get_header (cloud.server, "Content-Type"), ==,
                   "application/json;charset=utf8");
  g_assert_nonnull (strstr (cloud.body, "\"scope\":{\"project\":{\"name\":\"" CLOUD_REGION "\"}}"));
  htap_test_cloud_clear (&cloud);
}

static void
test_refused (void)
{
  static const struct
  {
    guint status;
    const char *body;
    HtapError kind;
    HtapErrorReason reason;
  } cases[] = {
    { 401, "{\"error\":{\"code\":401,\"message\":\"The username or password is wrong.\"}}",
      HTAP_ERROR_AUTH, HTAP_ERROR_REASON_WRONG_PASSWORD },
    { 401, "{\"error_code\":\"IAM.0061\",\"error_msg\":\"m\"}", HTAP_ERROR_AUTH,
      HTAP_ERROR_REASON_ACCOUNT_LOCKED },
    { 403, "{\"error_code\":\"IAM.0081\",\"error_msg\":\"m\"}", HTAP_ERROR_FORBIDDEN,
      HTAP_ERROR_REASON_CONSOLE_ONLY },
    { 404, "{\"error_code\":\"IAM.0004\",\"error_msg\":\"Could not find project\"}",
      HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_UNKNOWN_PROJECT },
    { 404, "{\"error_code\":\"APIGW.0101\",\"error_msg\":\"m\"}", HTAP_ERROR_CONFIG,
      HTAP_ERROR_REASON_BAD_ENDPOINT },
    { 302, "", HTAP_ERROR_REDIRECT, HTAP_ERROR_REASON_NONE },
    { 503, "", HTAP_ERROR_SERVER, HTAP_ERROR_REASON_NONE },
    { 200, "{}", HTAP_ERROR_PROTOCOL, HTAP_ERROR_REASON_NOT_DOCUMENTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapTestCloud cloud;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      htap_test_cloud_init (&cloud);
      cloud.sign_in_status = cases[i].status;
      cloud.sign_in_error = cases[i].body;
      g_assert_null (sign_in (&cloud, CLOUD_PROJECT, &error));
      g_assert_error (error, HTAP_ERROR, (int) cases[i].kind);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
      if (cases[i].reason == HTAP_ERROR_REASON_UNKNOWN_PROJECT)
        g_assert_cmpstr (htap_error_get_details (error)->subject, ==, CLOUD_PROJECT);
      g_assert_cmpuint (cloud.n_sign_ins, ==, 1);
      htap_test_cloud_clear (&cloud);
    }
}

/* A server that quotes the password does not get it into an error. */
static void
test_no_secret (void)
{
  HtapTestCloud cloud;
  g_autoptr (GError) error = NULL;
  const HtapErrorDetails *details;

  htap_test_cloud_init (&cloud);
  cloud.sign_in_status = 400;
  cloud.sign_in_error = "{\"error_code\":\"correct horse 'battery\\\" staple\",\"error_msg\":"
                        "\"Invalid input: correct horse 'battery\\\" staple\",\"request_id\":"
                        "\"correct horse 'battery\\\" staple\"}";
  g_assert_null (sign_in (&cloud, NULL, &error));
  details = htap_error_get_details (error);
  g_assert_null (strstr (error->message, CLOUD_PASSWORD));
  g_assert_null (details->code);
  g_assert_null (details->server_message);
  g_assert_null (details->request_id);
  htap_test_cloud_clear (&cloud);
}

static void
test_nothing_sent (void)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_profile_set_account (profile, "a");
  htap_profile_set_user (profile, "u");
  htap_sign_in_async (http, profile, "p", "private-1", NULL, NULL, htap_test_on_result, &result);
  g_assert_null (htap_sign_in_finish (http, htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_NO_IAM_ENDPOINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sign-in/good", test_good);
  g_test_add_func ("/sign-in/refused", test_refused);
  g_test_add_func ("/sign-in/no-secret", test_no_secret);
  g_test_add_func ("/sign-in/nothing-sent", test_nothing_sent);

  return g_test_run ();
}
