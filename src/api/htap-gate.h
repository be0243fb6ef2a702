/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_GATE (htap_gate_get_type ())

/**
 * HtapGate:
 *
 * Lets a limited number of requests at a time pass to each host; the others wait in line. libsoup's
 * own limit does not count the streams of an HTTP/2 connection.
 */
G_DECLARE_FINAL_TYPE (HtapGate, htap_gate, HTAP, GATE, GObject)

HtapGate *htap_gate_new          (guint                 limit);
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

G_END_DECLS
