/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-clock.h"

G_BEGIN_DECLS

#define HTAP_TYPE_GATE (htap_gate_get_type ())

/**
 * HtapGate:
 *
 * Lets a limited number of requests at a time pass to each host; the others wait in line. libsoup's
 * own limit does not count the streams of an HTTP/2 connection. A host that asked for it is left alone
 * for a while: nobody passes to it until then.
 */
G_DECLARE_FINAL_TYPE (HtapGate, htap_gate, HTAP, GATE, GObject)

HtapGate *htap_gate_new          (HtapClock            *clock,
                                  guint                 limit);
void      htap_gate_set_limit    (HtapGate             *self,
                                  guint                 limit);
void      htap_gate_enter_async  (HtapGate             *self,
                                  const char           *host,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean  htap_gate_enter_finish (HtapGate             *self,
                                  GAsyncResult         *result,
                                  GError              **error);
void      htap_gate_leave        (HtapGate             *self,
                                  const char           *host);
void      htap_gate_hold         (HtapGate             *self,
                                  const char           *host,
                                  gint64                duration);
gint64    htap_gate_get_held_for (HtapGate             *self,
                                  const char           *host);
gint64    htap_gate_get_held_until (HtapGate           *self);

G_END_DECLS
