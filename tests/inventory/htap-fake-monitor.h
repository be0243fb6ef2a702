/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_FAKE_MONITOR (htap_fake_monitor_get_type ())

/**
 * HtapFakeMonitor:
 *
 * A #GNetworkMonitor that says what a test wants it to.
 */
G_DECLARE_FINAL_TYPE (HtapFakeMonitor, htap_fake_monitor, HTAP, FAKE_MONITOR, GObject)

HtapFakeMonitor *htap_fake_monitor_new           (gboolean         available);
void             htap_fake_monitor_set_available (HtapFakeMonitor *self,
                                                  gboolean         available);

G_END_DECLS
