/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refusal.h"

#include <string.h>

/* How a request proves who asks. */
typedef enum
{
  PROOF_TOKEN = 1 << 0,
  PROOF_SIGNATURE = 1 << 1,
  PROOF_PASSWORD = 1 << 2,
  PROOF_ANY = PROOF_TOKEN | PROOF_SIGNATURE | PROOF_PASSWORD,
} Proof;

#define UNAUTHORIZED 401u

/* The first row that fits counts. The gateway has one code, APIGW.0301, for everything about keys
 * and tokens, and IAM has none for some cases: there the words decide, which are English always. A
 * row without any words is what is left to assume. */
static const struct
{
  Proof proof;
  guint status;      /* 0: any */
  const char *code;  /* NULL: any */
  const char *words; /* in lower case; NULL: any */
  HtapErrorReason reason;
} rows[] = {
  { PROOF_ANY, 0, "IAM.0061", NULL, HTAP_ERROR_REASON_ACCOUNT_LOCKED },
  { PROOF_ANY, 0, "IAM.0062", NULL, HTAP_ERROR_REASON_WRONG_PASSWORD },
  { PROOF_ANY, 0, "IAM.0066", NULL, HTAP_ERROR_REASON_TOKEN_EXPIRED },
  { PROOF_ANY, 0, "IAM.0067", NULL, HTAP_ERROR_REASON_TOKEN_EXPIRED },
  { PROOF_ANY, 0, "IAM.0080", NULL, HTAP_ERROR_REASON_USER_DISABLED },
  { PROOF_ANY, 0, "IAM.0081", NULL, HTAP_ERROR_REASON_CONSOLE_ONLY },
  { PROOF_ANY, 0, "IAM.0082", NULL, HTAP_ERROR_REASON_USER_DISABLED },
  { PROOF_ANY, 0, "DBS.280056", NULL, HTAP_ERROR_REASON_TOKEN_EXPIRED },
  { PROOF_ANY, 0, "APIGW.0307", NULL, HTAP_ERROR_REASON_OTHER_REGION },
  { PROOF_SIGNATURE, UNAUTHORIZED, NULL, "not exist", HTAP_ERROR_REASON_KEY_NOT_FOUND },
  { PROOF_SIGNATURE, UNAUTHORIZED, NULL, "reach the limit", HTAP_ERROR_REASON_KEY_LOCKED },
  { PROOF_SIGNATURE, UNAUTHORIZED, NULL, NULL, HTAP_ERROR_REASON_SIGNATURE_REFUSED },
  { PROOF_TOKEN, UNAUTHORIZED, NULL, NULL, HTAP_ERROR_REASON_TOKEN_EXPIRED },
  { PROOF_PASSWORD, 0, NULL, "mfa", HTAP_ERROR_REASON_MFA },
  { PROOF_PASSWORD, 0, NULL, "totp", HTAP_ERROR_REASON_MFA },
  { PROOF_PASSWORD, 0, NULL, "huawei id", HTAP_ERROR_REASON_NOT_IAM_USER },
  { PROOF_PASSWORD, 0, NULL, "federat", HTAP_ERROR_REASON_NOT_IAM_USER },
  { PROOF_PASSWORD, 0, NULL, "locked", HTAP_ERROR_REASON_ACCOUNT_LOCKED },
  { PROOF_PASSWORD, 0, NULL, "disabled", HTAP_ERROR_REASON_USER_DISABLED },
  { PROOF_PASSWORD, UNAUTHORIZED, NULL, NULL, HTAP_ERROR_REASON_WRONG_PASSWORD },
};

static Proof
get_proof (SoupMessage *request)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);

  if (soup_message_headers_get_one (headers, "Authorization") != NULL)
    return PROOF_SIGNATURE;

  return soup_message_headers_get_one (headers, "X-Auth-Token") != NULL ? PROOF_TOKEN
                                                                        : PROOF_PASSWORD;
}

/* Gateways write their codes with APIG. or with APIGW. in front. */
static gboolean
is_code (const char *code, const char *expected)
{
  if (code != NULL && g_str_has_prefix (code, "APIG.") && g_str_has_prefix (expected, "APIGW."))
    return g_str_equal (code + strlen ("APIG."), expected + strlen ("APIGW."));

  return g_strcmp0 (code, expected) == 0;
}

/**
 * htap_refusal_find_reason:
 * @details: what the answer says
 * @kind: which error it is
 * @request: what it answers, with the headers that prove who asks
 *
 * Returns: why a request was refused, as far as the service tells; %HTAP_ERROR_REASON_NONE for
 *   what is no refusal
 */
HtapErrorReason
htap_refusal_find_reason (const HtapErrorDetails *details, HtapError kind, SoupMessage *request)
{
  Proof proof = get_proof (request);
  g_autofree char *words =
      g_ascii_strdown (details->server_message != NULL ? details->server_message : "", -1);
  g_autofree char *permission = NULL;

  if (kind != HTAP_ERROR_AUTH && kind != HTAP_ERROR_FORBIDDEN)
    return HTAP_ERROR_REASON_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((rows[i].proof & proof) != 0 &&
        (rows[i].status == 0 || rows[i].status == details->http_status) &&
        (rows[i].code == NULL || is_code (details->code, rows[i].code)) &&
        (rows[i].words == NULL || strstr (words, rows[i].words) != NULL))
      return rows[i].reason;

  permission = htap_refusal_dup_permission (details->server_message);

  return permission != NULL ? HTAP_ERROR_REASON_NO_PERMISSION : HTAP_ERROR_REASON_NONE;
}

/**
 * htap_refusal_is_definite:
 *
 * Returns: whether the service named the cause, so that it is not the clock
 */
gboolean
htap_refusal_is_definite (HtapErrorReason reason)
{
  switch (reason)
    {
    case HTAP_ERROR_REASON_ACCOUNT_LOCKED:
    case HTAP_ERROR_REASON_WRONG_PASSWORD:
    case HTAP_ERROR_REASON_NOT_IAM_USER:
    case HTAP_ERROR_REASON_MFA:
    case HTAP_ERROR_REASON_USER_DISABLED:
    case HTAP_ERROR_REASON_CONSOLE_ONLY:
    case HTAP_ERROR_REASON_KEY_NOT_FOUND:
    case HTAP_ERROR_REASON_KEY_LOCKED:
    case HTAP_ERROR_REASON_OTHER_REGION:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * htap_refusal_dup_permission:
 * @server_message: (nullable): the service's own words
 *
 * Returns: (transfer full) (nullable): the permission that they name,
 *   `gaussdb:htapInstance:list`
 */
char *
htap_refusal_dup_permission (const char *server_message)
{
  g_autoptr (GRegex) pattern = g_regex_new ("\\b[a-z][a-z0-9-]*:[a-z][a-z0-9-]*:[a-z][a-z0-9-]*\\b",
                                            G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (server_message == NULL || !g_regex_match (pattern, server_message, 0, &match))
    return NULL;

  return g_match_info_fetch (match, 0);
}
