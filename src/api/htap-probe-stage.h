/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapProbeStage:
 * @HTAP_PROBE_CONNECTED: the host can be connected to
 * @HTAP_PROBE_SECURED: its certificate is trusted; never on plain HTTP
 *
 * How far a probe got before it was answered.
 */
typedef enum {
  HTAP_PROBE_CONNECTED,
  HTAP_PROBE_SECURED,
} HtapProbeStage;

/**
 * HtapProbeProgress:
 * @user_data: what was given together with it
 *
 * A probe got as far as @stage: each is told once, in order.
 */
typedef void (*HtapProbeProgress) (HtapProbeStage stage,
                                   gpointer       user_data);

G_END_DECLS
