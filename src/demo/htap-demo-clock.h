/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapDemoClock:
 * @offset: seconds it is ahead of this computer's
 *
 * The demo cloud's clock. Setting it makes tokens expire, locks open and signatures look old, so
 * that nobody has to wait for it.
 */
typedef struct {
  gint64 offset;
} HtapDemoClock;

gint64  htap_demo_clock_now            (const HtapDemoClock *self);
char   *htap_demo_clock_dup_http_date  (const HtapDemoClock *self);
char   *htap_demo_clock_format         (gint64 time);

G_END_DECLS
