/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapRequestOutcome:
 * @HTAP_REQUEST_SUCCEEDED: an answer with a 2xx status
 * @HTAP_REQUEST_REFUSED: an answer that does not serve: of another status, or too large
 * @HTAP_REQUEST_UNANSWERED: no answer, or none that is whole
 * @HTAP_REQUEST_CANCELLED: nobody waited for the answer any more
 *
 * What became of a request.
 */
typedef enum {
  HTAP_REQUEST_SUCCEEDED,
  HTAP_REQUEST_REFUSED,
  HTAP_REQUEST_UNANSWERED,
  HTAP_REQUEST_CANCELLED,
} HtapRequestOutcome;

/**
 * HtapRequestFacts:
 * @time: when it was sent, microseconds since 1970 UTC
 * @duration: until its answer was whole, or nobody waited any more, microseconds
 * @method: `GET`, or `POST` for a sign-in
 * @host: whom it was sent to, with the port if it is not the scheme's own
 * @path: what it asked for, without a query
 * @status: of the answer; 0 if there was none
 * @outcome: what became of it
 * @code: (nullable): the service's
 * @kind: (nullable): what htap_error_get_kind_id() says of its failure
 * @request_id: (nullable): under which the service knows it
 * @attempt: which attempt to ask the same question it was, the first is 1
 *
 * What is remembered of one request: nothing that proves who asked, so no header, no query and no
 * body. @code and @request_id are a server's words.
 */
typedef struct {
  gint64              time;
  gint64              duration;
  const char         *method;
  const char         *host;
  const char         *path;
  guint               status;
  HtapRequestOutcome  outcome;
  const char         *code;
  const char         *kind;
  const char         *request_id;
  guint               attempt;
} HtapRequestFacts;

#define HTAP_TYPE_REQUEST_ENTRY (htap_request_entry_get_type ())

/**
 * HtapRequestEntry:
 *
 * A request that left the program, for the request log. Never changes.
 */
G_DECLARE_FINAL_TYPE (HtapRequestEntry, htap_request_entry, HTAP, REQUEST_ENTRY, GObject)

HtapRequestEntry       *htap_request_entry_new       (const HtapRequestFacts *facts);
const HtapRequestFacts *htap_request_entry_get_facts (HtapRequestEntry       *self);

G_END_DECLS
