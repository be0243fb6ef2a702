/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-retry.h"

#include "htap-error.h"

/* The longest pause before the second attempt; it doubles with each, up to the greatest. */
#define FIRST_PAUSE    (500 * G_TIME_SPAN_MILLISECOND)
#define GREATEST_PAUSE (10 * G_TIME_SPAN_SECOND)

#define TOO_MANY_REQUESTS 429 /* libsoup has no name for it */

static gint64
get_unit (char initial)
{
  switch (initial)
    {
    case 's':
      return G_TIME_SPAN_SECOND;
    case 'm':
      return G_TIME_SPAN_MINUTE;
    case 'h':
      return G_TIME_SPAN_HOUR;
    default:
      return G_TIME_SPAN_DAY;
    }
}

/* The gateway: "policy user over ratelimit,limit:100,time:1 minute"; IAM: "5 times per 60
 * seconds". */
static gint64
read_hint (const char *words)
{
  g_autoptr (GRegex) pattern =
      g_regex_new ("(?:time:|\\bper) ?([0-9]{1,4}) (second|minute|hour|day)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;

  if (words == NULL || !g_regex_match (pattern, words, 0, &match))
    return -1;

  number = g_match_info_fetch (match, 1);
  unit = g_match_info_fetch (match, 2);

  return g_ascii_strtoll (number, NULL, 10) * get_unit (*unit);
}

/* Seconds, or a date, which counts from the date of the answer: this computer's clock may be off.
 */
static gint64
read_header (SoupMessageHeaders *headers, gint64 now)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  const char *date = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GDateTime) from = NULL;
  guint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &seconds, NULL))
    return (gint64) seconds * G_TIME_SPAN_SECOND;

  until = soup_date_time_new_from_http_string (text);
  from = date != NULL ? soup_date_time_new_from_http_string (date) : NULL;
  if (until == NULL)
    return -1;

  return g_date_time_to_unix (until) * G_TIME_SPAN_SECOND -
         (from != NULL ? g_date_time_to_unix (from) * G_TIME_SPAN_SECOND : now);
}

/**
 * htap_retry_is_worthwhile:
 * @message: what was sent
 * @error: how it failed
 *
 * Only what asks and changes nothing is repeated, and only where the next attempt may well succeed:
 * there were too many requests, somebody on the way was overloaded, or the connection broke. Never
 * what was refused.
 *
 * Returns: whether the same request may be made again
 */
gboolean
htap_retry_is_worthwhile (SoupMessage *message, const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);

  if (error->domain != HTAP_ERROR || soup_message_get_method (message) != SOUP_METHOD_GET)
    return FALSE;

  switch ((HtapError) error->code)
    {
    case HTAP_ERROR_THROTTLED:
      return TRUE;
    case HTAP_ERROR_SERVER:
      return details->http_status == SOUP_STATUS_BAD_GATEWAY ||
             details->http_status == SOUP_STATUS_SERVICE_UNAVAILABLE ||
             details->http_status == SOUP_STATUS_GATEWAY_TIMEOUT;
    case HTAP_ERROR_NETWORK:
      return details->reason == HTAP_ERROR_REASON_CONNECTION_LOST;
    default:
      return FALSE;
    }
}

/**
 * htap_retry_get_delay:
 * @n_tries: how often it was tried, at least once
 * @chance: from 0 to 1
 *
 * Back-off with full jitter: those who failed together do not come back together.
 *
 * Returns: microseconds to wait before the next attempt
 */
gint64
htap_retry_get_delay (guint n_tries, double chance)
{
  gint64 longest = FIRST_PAUSE;

  for (guint i = 1; i < n_tries && longest < GREATEST_PAUSE; i++)
    longest *= 2;

  return (gint64) ((double) MIN (longest, GREATEST_PAUSE) * CLAMP (chance, 0.0, 1.0));
}

/**
 * htap_retry_read_after:
 * @message: a request and its answer
 * @error: (nullable): how it failed
 * @now: microseconds since 1970 UTC
 *
 * What an answer of too many requests, or of a service that is unavailable, says about when to come
 * back: `Retry-After`, or, where there is none, the throttling policy in its words.
 *
 * Returns: microseconds from @now, bounded; -1 if it says nothing
 */
gint64
htap_retry_read_after (SoupMessage *message, const GError *error, gint64 now)
{
  guint status = soup_message_get_status (message);
  gint64 after;

  if (status != TOO_MANY_REQUESTS && status != SOUP_STATUS_SERVICE_UNAVAILABLE)
    return -1;

  after = read_header (soup_message_get_response_headers (message), now);
  if (after < 0 && status == TOO_MANY_REQUESTS)
    after = read_hint (htap_error_get_details (error)->server_message);

  return MIN (after, HTAP_RETRY_MAX_HOLD);
}
