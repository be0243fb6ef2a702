/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-text.h"

#include "htap-format.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* Why there was no answer, by what htap_error_get_kind_id() says. */
static const char *
get_silence (const char *kind)
{
  if (g_strcmp0 (kind, "timeout") == 0)
    return C_ ("request", "Timed Out");
  if (g_strcmp0 (kind, "tls") == 0)
    return C_ ("request", "Certificate Not Trusted");

  return C_ ("request", "No Answer");
}

/**
 * htap_request_text_dup_outcome:
 *
 * Returns: (transfer full): what became of a request, in a word, with the status of its answer if
 *   there was one
 */
char *
htap_request_text_dup_outcome (const HtapRequestFacts *facts)
{
  switch (facts->outcome)
    {
    case HTAP_REQUEST_SUCCEEDED:
      /* Translators: the HTTP status of an answer and what it means, as "200 OK". */
      return g_strdup_printf (C_ ("request", "%u OK"), facts->status);
    case HTAP_REQUEST_REFUSED:
      /* Translators: the HTTP status of an answer and what it means, as "403 Failed". */
      return g_strdup_printf (C_ ("request", "%u Failed"), facts->status);
    case HTAP_REQUEST_CANCELLED:
      return g_strdup (C_ ("request", "Cancelled"));
    case HTAP_REQUEST_UNANSWERED:
    default:
      return g_strdup (get_silence (facts->kind));
    }
}

/**
 * htap_request_text_dup_question:
 *
 * Returns: (transfer full): method and path, as one safe line
 */
char *
htap_request_text_dup_question (const HtapRequestFacts *facts)
{
  g_autofree char *text = g_strconcat (facts->method, " ", facts->path, NULL);

  return htap_safe_text_dup (text);
}

/**
 * htap_request_text_dup_duration:
 *
 * Returns: (transfer full): "45 ms"
 */
char *
htap_request_text_dup_duration (const HtapRequestFacts *facts)
{
  gint64 milliseconds = (facts->duration + G_TIME_SPAN_MILLISECOND / 2) / G_TIME_SPAN_MILLISECOND;

  /* Translators: a duration in milliseconds. */
  return g_strdup_printf (C_ ("request", "%u ms"), (guint) CLAMP (milliseconds, 0, G_MAXUINT));
}

/**
 * htap_request_text_dup_sentence:
 *
 * Returns: (transfer full): the whole request in a line, for a screen reader
 */
char *
htap_request_text_dup_sentence (const HtapRequestFacts *facts)
{
  g_autofree char *clock = htap_format_clock (facts->time / G_USEC_PER_SEC);
  g_autofree char *question = htap_request_text_dup_question (facts);
  g_autofree char *outcome = htap_request_text_dup_outcome (facts);

  /* Translators: a time, a request and what became of it: "14:02:31, GET /v3/…: 200 OK". */
  return g_strdup_printf (C_ ("request", "%s, %s: %s"), clock, question, outcome);
}
