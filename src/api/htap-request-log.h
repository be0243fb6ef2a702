/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-request-entry.h"

G_BEGIN_DECLS

/* How many requests are remembered. */
#define HTAP_REQUEST_LOG_LENGTH 200

#define HTAP_TYPE_REQUEST_LOG (htap_request_log_get_type ())

/**
 * HtapRequestLog:
 *
 * The last requests, as a list of #HtapRequestEntry, the newest first. It lives on the main thread,
 * and tells of those that come together together: a sweep of 500 answers costs it a few signals.
 */
G_DECLARE_FINAL_TYPE (HtapRequestLog, htap_request_log, HTAP, REQUEST_LOG, GObject)

HtapRequestLog *htap_request_log_new  (void);
void            htap_request_log_note (HtapRequestLog         *self,
                                       const HtapRequestFacts *facts);

G_END_DECLS
