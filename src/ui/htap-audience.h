/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_AUDIENCE (htap_audience_get_type ())

/**
 * HtapAudience:
 *
 * Whether anybody may be looking at the program. Property: `present` (gboolean, notifies): some
 * window is on the screen, neither minimized nor, where the compositor tells, out of sight.
 */
G_DECLARE_FINAL_TYPE (HtapAudience, htap_audience, HTAP, AUDIENCE, GObject)

HtapAudience *htap_audience_new         (GtkApplication *application);
gboolean      htap_audience_get_present (HtapAudience   *self);

G_END_DECLS
