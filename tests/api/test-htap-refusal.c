/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refusal.h"

typedef enum
{
  TOKEN,
  SIGNATURE,
  PASSWORD,
} Proof;

static SoupMessage *
new_request (Proof proof)
{
  SoupMessage *request = soup_message_new (proof == PASSWORD ? "POST" : "GET", "https://h/");
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);

  if (proof == TOKEN)
    soup_message_headers_replace (headers, "X-Auth-Token", "t");
  if (proof == SIGNATURE)
    soup_message_headers_replace (headers, "Authorization", "SDK-HMAC-SHA256 x");

  return request;
}

#define INCORRECT "Incorrect IAM authentication information: "

static void
test_reasons (void)
{
  static const struct
  {
    Proof proof;
    guint status;
    HtapError kind;
    const char *code;
    const char *words;
    HtapErrorReason reason;
  } cases[] = {
    { PASSWORD, 401, HTAP_ERROR_AUTH, "IAM.0062", "m", HTAP_ERROR_REASON_WRONG_PASSWORD },
    { PASSWORD, 401, HTAP_ERROR_AUTH, "401", "The username or password is wrong.",
      HTAP_ERROR_REASON_WRONG_PASSWORD },
    { PASSWORD, 401, HTAP_ERROR_AUTH, NULL, NULL, HTAP_ERROR_REASON_WRONG_PASSWORD },
    { PASSWORD, 401, HTAP_ERROR_AUTH, "IAM.0061", "m", HTAP_ERROR_REASON_ACCOUNT_LOCKED },
    { PASSWORD, 401, HTAP_ERROR_AUTH, "401", "The account is locked.",
      HTAP_ERROR_REASON_ACCOUNT_LOCKED },
    { PASSWORD, 403, HTAP_ERROR_FORBIDDEN, "IAM.0080", "m", HTAP_ERROR_REASON_USER_DISABLED },
    { PASSWORD, 403, HTAP_ERROR_FORBIDDEN, "IAM.0082", "m", HTAP_ERROR_REASON_USER_DISABLED },
    { PASSWORD, 403, HTAP_ERROR_FORBIDDEN, "IAM.0081", "m", HTAP_ERROR_REASON_CONSOLE_ONLY },
    { PASSWORD, 401, HTAP_ERROR_AUTH, "401", "mfa totp code verify fail", HTAP_ERROR_REASON_MFA },
    { PASSWORD, 401, HTAP_ERROR_AUTH, "401", "A HUAWEI ID has no token",
      HTAP_ERROR_REASON_NOT_IAM_USER },
    { PASSWORD, 401, HTAP_ERROR_AUTH, "401", "This is a federated user",
      HTAP_ERROR_REASON_NOT_IAM_USER },
    { SIGNATURE, 401, HTAP_ERROR_AUTH, "APIGW.0301", INCORRECT "ak X not exist",
      HTAP_ERROR_REASON_KEY_NOT_FOUND },
    { SIGNATURE, 401, HTAP_ERROR_AUTH, "APIGW.0301",
      INCORRECT "Get secretKey failed,ak:X,err:ak not exist", HTAP_ERROR_REASON_KEY_NOT_FOUND },
    { SIGNATURE, 401, HTAP_ERROR_AUTH, "APIGW.0301", INCORRECT "verify aksk signature fail",
      HTAP_ERROR_REASON_SIGNATURE_REFUSED },
    { SIGNATURE, 401, HTAP_ERROR_AUTH, "APIGW.0301",
      INCORRECT "AK access failed to reach the limit,forbidden.", HTAP_ERROR_REASON_KEY_LOCKED },
    { SIGNATURE, 401, HTAP_ERROR_AUTH, NULL, NULL, HTAP_ERROR_REASON_SIGNATURE_REFUSED },
    { TOKEN, 401, HTAP_ERROR_AUTH, "APIG.0301", INCORRECT "token expires, expires_at: x",
      HTAP_ERROR_REASON_TOKEN_EXPIRED },
    { TOKEN, 401, HTAP_ERROR_AUTH, "APIG.0301", INCORRECT "decrypt token fail",
      HTAP_ERROR_REASON_TOKEN_EXPIRED },
    { TOKEN, 403, HTAP_ERROR_AUTH, "DBS.280056", "Invalid token.",
      HTAP_ERROR_REASON_TOKEN_EXPIRED },
    { TOKEN, 401, HTAP_ERROR_AUTH, "APIGW.0307", "m", HTAP_ERROR_REASON_OTHER_REGION },
    { TOKEN, 401, HTAP_ERROR_AUTH, "APIG.0307", "m", HTAP_ERROR_REASON_OTHER_REGION },
    { TOKEN, 403, HTAP_ERROR_FORBIDDEN, "IAM.0003",
      "Policy doesn't allow gaussdb:htapInstance:list to be performed.",
      HTAP_ERROR_REASON_NO_PERMISSION },
    { TOKEN, 403, HTAP_ERROR_FORBIDDEN, "DBS.200010", "m", HTAP_ERROR_REASON_NONE },
    { TOKEN, 404, HTAP_ERROR_NOT_FOUND, "DBS.200002", "not exist", HTAP_ERROR_REASON_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoupMessage) request = new_request (cases[i].proof);
      HtapErrorDetails details = { .http_status = cases[i].status,
                                   .code = (char *) cases[i].code,
                                   .server_message = (char *) cases[i].words };

      g_test_message ("case %u", i);
      g_assert_cmpint (htap_refusal_find_reason (&details, cases[i].kind, request), ==,
                       cases[i].reason);
    }
}

static void
test_permission (void)
{
  static const struct
  {
    const char *words;
    const char *permission;
  } cases[] = {
    { "Policy doesn't allow gaussdb:htapInstance:list to be performed.",
      "gaussdb:htapInstance:list" },
    { "denied: action(gaussdbformysql:htapInstance:get) is missing",
      "gaussdbformysql:htapInstance:get" },
    { "at 12:30:45, user not allowed", NULL },
    { "see https://host:443/x", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *permission = htap_refusal_dup_permission (cases[i].words);

      g_assert_cmpstr (permission, ==, cases[i].permission);
    }
}

static void
test_definite (void)
{
  g_assert_true (htap_refusal_is_definite (HTAP_ERROR_REASON_WRONG_PASSWORD));
  g_assert_true (htap_refusal_is_definite (HTAP_ERROR_REASON_KEY_LOCKED));
  g_assert_false (htap_refusal_is_definite (HTAP_ERROR_REASON_SIGNATURE_REFUSED));
  g_assert_false (htap_refusal_is_definite (HTAP_ERROR_REASON_NONE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refusal/reasons", test_reasons);
  g_test_add_func ("/refusal/permission", test_permission);
  g_test_add_func ("/refusal/definite", test_definite);

  return g_test_run ();
}
