/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-gate.h"
#include "htap-request-log.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Requests in flight per host, unless somebody sets another number. */
#define HTAP_HTTP_MAX_IN_FLIGHT 8

#define HTAP_TYPE_HTTP (htap_http_get_type ())

/**
 * HtapHttp:
 *
 * The one door through which requests leave the program, with a side door for each file of
 * certificates that somebody trusts.
 */
G_DECLARE_FINAL_TYPE (HtapHttp, htap_http, HTAP, HTTP, GObject)

/**
 * HtapHttpReady:
 * @message: the request, about to go out
 * @user_data: what was given to htap_http_send_when_ready_async()
 * @error: why it must not
 *
 * Finishes a request that is let out now.
 *
 * Returns: %FALSE with @error
 */
typedef gboolean (*HtapHttpReady) (SoupMessage  *message,
                                   gpointer      user_data,
                                   GError      **error);

HtapHttp *htap_http_new               (void);
HtapHttp *htap_http_new_trusting      (HtapHttp             *door,
                                       const char           *ca_file,
                                       GError              **error);
void      htap_http_set_max_in_flight (HtapHttp             *self,
                                       guint                 max_in_flight);
void      htap_http_set_patience      (HtapHttp             *self,
                                       guint                 silence,
                                       guint                 deadline);
void      htap_http_set_clock         (HtapHttp             *self,
                                       HtapClock            *clock);
void      htap_http_set_log           (HtapHttp             *self,
                                       HtapRequestLog       *log);
HtapClock *htap_http_get_clock        (HtapHttp             *self);
HtapGate *htap_http_get_gate          (HtapHttp             *self);
gint64    htap_http_get_clock_skew    (HtapHttp             *self);
void      htap_http_send_async        (HtapHttp             *self,
                                       SoupMessage          *message,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void      htap_http_send_when_ready_async (HtapHttp         *self,
                                       SoupMessage          *message,
                                       guint                 attempt,
                                       HtapHttpReady         ready,
                                       gpointer              ready_data,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GBytes   *htap_http_send_finish       (HtapHttp             *self,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
