/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-answer-error.h"

#include "htap-error.h"
#include "htap-error-body.h"
#include "htap-refusal.h"
#include "htap-request.h"
#include "htap-server-text.h"

#include <string.h>

/* Bounds of what the server says, in characters. */
#define MAX_CODE       100
#define MAX_MESSAGE    1000
#define MAX_REQUEST_ID 100

/* How far off a clock must be to be the reason for a refused sign-in, seconds. */
#define CLOCK_TOLERANCE (5 * 60)

#define TOO_MANY_REQUESTS 429 /* libsoup has no name for it */

/* Codes that decide, whatever 4xx status they come with; others are known by their status. */
static const struct
{
  const char *code;
  HtapError kind;
} known_codes[] = {
  { "DBS.280056", HTAP_ERROR_AUTH },        { "IAM.0001", HTAP_ERROR_AUTH },
  { "IAM.0061", HTAP_ERROR_AUTH },          { "IAM.0062", HTAP_ERROR_AUTH },
  { "IAM.0066", HTAP_ERROR_AUTH },          { "IAM.0067", HTAP_ERROR_AUTH },
  { "DBS.280015", HTAP_ERROR_FORBIDDEN },   { "DBS.200044", HTAP_ERROR_FORBIDDEN },
  { "DBS.05000044", HTAP_ERROR_NOT_FOUND }, { "APIGW.0101", HTAP_ERROR_CONFIG },
  { "APIG.0101", HTAP_ERROR_CONFIG },
};

static HtapError
classify_client_error (guint status, const char *code)
{
  if (status == SOUP_STATUS_UNAUTHORIZED)
    return HTAP_ERROR_AUTH;

  for (guint i = 0; i < G_N_ELEMENTS (known_codes); i++)
    if (g_strcmp0 (known_codes[i].code, code) == 0)
      return known_codes[i].kind;

  switch (status)
    {
    case SOUP_STATUS_FORBIDDEN:
      return HTAP_ERROR_FORBIDDEN;
    case SOUP_STATUS_NOT_FOUND:
      return HTAP_ERROR_NOT_FOUND;
    case TOO_MANY_REQUESTS:
      return HTAP_ERROR_THROTTLED;
    default:
      return HTAP_ERROR_REJECTED;
    }
}

static HtapError
classify (const HtapErrorDetails *details)
{
  switch (details->http_status / 100)
    {
    case 3:
      return HTAP_ERROR_REDIRECT;
    case 4:
      return classify_client_error (details->http_status, details->code);
    case 5:
      return HTAP_ERROR_SERVER;
    default:
      return HTAP_ERROR_PROTOCOL;
    }
}

/* Blames the clock rather than keys that may be fine, unless the service names another cause. */
static gboolean
is_clock (const HtapErrorDetails *details)
{
  if (details->server_message != NULL &&
      strstr (details->server_message, "signature expired") != NULL)
    return TRUE;

  return ABS (details->clock_skew) > CLOCK_TOLERANCE && !htap_refusal_is_definite (details->reason);
}

static char *
dup_redirect_host (SoupMessage *message)
{
  const char *location =
      soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  g_autoptr (GUri) uri = location != NULL
                             ? g_uri_parse_relative (soup_message_get_uri (message), location,
                                                     SOUP_HTTP_URI_FLAGS, NULL)
                             : NULL;

  return uri != NULL ? htap_server_text_clean (g_uri_get_host (uri), -1, MAX_CODE, message) : NULL;
}

/* Adds what is said about one kind only. */
static void
add_reason (HtapErrorDetails *details, HtapError kind, SoupMessage *message)
{
  details->reason = htap_refusal_find_reason (details, kind, message);
  if (details->reason == HTAP_ERROR_REASON_NO_PERMISSION)
    details->subject = htap_refusal_dup_permission (details->server_message);
  else if (kind == HTAP_ERROR_CONFIG)
    {
      details->reason = HTAP_ERROR_REASON_BAD_ENDPOINT;
      details->subject = htap_request_dup_host (message);
    }
  else if (kind == HTAP_ERROR_REDIRECT)
    details->subject = dup_redirect_host (message);
  else if (kind == HTAP_ERROR_PROTOCOL)
    details->reason = HTAP_ERROR_REASON_NOT_DOCUMENTED;
}

/**
 * htap_answer_error_new:
 * @message: a request and its answer, whose status is not 2xx
 * @body: what was read of the answer's body
 *
 * Says which #HtapError an answer is, with all it tells: status, service code, message, request id,
 * and how far this computer's clock is off.
 *
 * Returns: (transfer full): the error
 */
GError *
htap_answer_error_new (SoupMessage *message, GBytes *body)
{
  g_auto (HtapErrorBody) said = { NULL };
  g_autofree char *code = NULL;
  g_autofree char *words = NULL;
  g_autofree char *request_id = htap_answer_dup_request_id (message);
  g_autofree char *endpoint = htap_request_dup_endpoint (message);
  g_autofree char *subject = NULL;
  HtapErrorDetails details = { .http_status = soup_message_get_status (message) };
  HtapError kind;
  GError *error = NULL;

  htap_error_body_read (&said, body);
  code = htap_server_text_clean (said.code, -1, MAX_CODE, message);
  words = htap_server_text_clean (said.message, -1, MAX_MESSAGE, message);
  if (request_id == NULL)
    request_id = htap_server_text_clean (said.request_id, -1, MAX_REQUEST_ID, message);

  details.code = code;
  details.server_message = words;
  details.request_id = request_id;
  details.endpoint = endpoint;
  details.clock_skew = htap_answer_get_clock_skew (message);
  kind = classify (&details);
  add_reason (&details, kind, message);
  subject = details.subject;
  if (kind == HTAP_ERROR_AUTH && is_clock (&details))
    kind = HTAP_ERROR_CLOCK_SKEW;

  htap_error_set (&error, kind, &details, "%s answered %u, code %s", endpoint, details.http_status,
                  code != NULL ? code : "unknown");

  return error;
}

/**
 * htap_answer_error_complete:
 * @message: a request and its answer, whose status is 2xx
 * @error: why the answer does not serve
 *
 * Returns: (transfer full): @error, and where it happened
 */
GError *
htap_answer_error_complete (SoupMessage *message, const GError *error)
{
  HtapErrorDetails details = *htap_error_get_details (error);
  g_autofree char *request_id = htap_answer_dup_request_id (message);
  g_autofree char *endpoint = htap_request_dup_endpoint (message);
  GError *complete = NULL;

  if (error->domain != HTAP_ERROR)
    return g_error_copy (error);

  details.http_status = soup_message_get_status (message);
  details.request_id = request_id;
  details.endpoint = endpoint;
  htap_error_set (&complete, (HtapError) error->code, &details, "%s: %s", endpoint, error->message);

  return complete;
}

/**
 * htap_answer_dup_request_id:
 *
 * Returns: (transfer full) (nullable): the id under which the service knows the request
 */
char *
htap_answer_dup_request_id (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *id = soup_message_headers_get_one (headers, "X-Request-Id");

  if (id == NULL)
    id = soup_message_headers_get_one (headers, "X-IAM-Trace-Id");

  return htap_server_text_clean (id, -1, MAX_REQUEST_ID, message);
}

/**
 * htap_answer_get_clock_skew:
 * @message: a request that was sent
 *
 * Returns: seconds this computer's clock is ahead of the one that wrote the answer's `Date`; 0 if
 *   there is none
 */
gint64
htap_answer_get_clock_skew (SoupMessage *message)
{
  const char *date =
      soup_message_headers_get_one (soup_message_get_response_headers (message), "Date");
  g_autoptr (GDateTime) theirs = date != NULL ? soup_date_time_new_from_http_string (date) : NULL;

  return theirs != NULL ? g_get_real_time () / G_USEC_PER_SEC - g_date_time_to_unix (theirs) : 0;
}
