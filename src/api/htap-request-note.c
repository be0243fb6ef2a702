/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-note.h"

#include "htap-answer-error.h"
#include "htap-error.h"
#include "htap-request.h"

static HtapRequestOutcome
get_outcome (const GError *error)
{
  if (error == NULL)
    return HTAP_REQUEST_SUCCEEDED;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return HTAP_REQUEST_CANCELLED;

  return htap_error_get_details (error)->http_status != 0 ? HTAP_REQUEST_REFUSED
                                                          : HTAP_REQUEST_UNANSWERED;
}

/**
 * htap_request_note:
 * @message: a request that went out, and its answer if there is one
 * @attempt: how often its question was asked, this time included
 * @time: when it went out, microseconds since 1970 UTC
 * @duration: microseconds since then
 * @error: (nullable): how it failed
 *
 * Writes @message into @log: never a header that was sent, nor a query, nor a body.
 */
void
htap_request_note (HtapRequestLog *log,
                   SoupMessage *message,
                   guint attempt,
                   gint64 time,
                   gint64 duration,
                   const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);
  HtapRequestOutcome outcome = get_outcome (error);
  gboolean is_failure = outcome == HTAP_REQUEST_REFUSED || outcome == HTAP_REQUEST_UNANSWERED;
  g_autofree char *host = htap_request_dup_host (message);
  g_autofree char *request_id =
      is_failure ? g_strdup (details->request_id) : htap_answer_dup_request_id (message);

  htap_request_log_note (
      log, &(HtapRequestFacts){
               .time = time,
               .duration = duration,
               .method = soup_message_get_method (message),
               .host = host,
               .path = g_uri_get_path (soup_message_get_uri (message)),
               .status = is_failure ? details->http_status : soup_message_get_status (message),
               .outcome = outcome,
               .code = details->code,
               .kind = is_failure ? htap_error_get_kind_id (error) : NULL,
               .request_id = request_id,
               .attempt = attempt,
           });
}
