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
    return C_ ("request", "Not Trusted");

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

static void
add_server_text (GStrvBuilder *parts, const char *text)
{
  g_autofree char *safe = htap_safe_text_dup (text);

  if (safe != NULL && *safe != '\0')
    g_strv_builder_add (parts, safe);
}

/**
 * htap_request_text_dup_rest:
 *
 * Returns: (transfer full): what there is besides question and outcome: when, how long, where, and
 *   what the service calls it, as one safe line
 */
char *
htap_request_text_dup_rest (const HtapRequestFacts *facts)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *clock = htap_format_clock (facts->time / G_USEC_PER_SEC);
  g_autofree char *duration = htap_request_text_dup_duration (facts);
  g_auto (GStrv) texts = NULL;

  g_strv_builder_add (parts, clock);
  g_strv_builder_add (parts, duration);
  if (facts->attempt > 1)
    {
      /* Translators: which attempt at the same request it was. */
      g_autofree char *attempt = g_strdup_printf (C_ ("request", "attempt %u"), facts->attempt);

      g_strv_builder_add (parts, attempt);
    }
  add_server_text (parts, facts->code);
  add_server_text (parts, facts->host);
  add_server_text (parts, facts->request_id);
  texts = g_strv_builder_end (parts);

  return g_strjoinv (" · ", texts);
}

/**
 * htap_request_text_dup_sentence:
 *
 * Returns: (transfer full): the whole request in a line, for a screen reader
 */
char *
htap_request_text_dup_sentence (const HtapRequestFacts *facts)
{
  g_autofree char *outcome = htap_request_text_dup_outcome (facts);
  g_autofree char *question = htap_request_text_dup_question (facts);
  g_autofree char *rest = htap_request_text_dup_rest (facts);

  /* Translators: what became of a request, the request, and its time, duration and so on. */
  return g_strdup_printf (C_ ("request", "%s, %s, %s"), outcome, question, rest);
}
