/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HtapDetailAnchor:
 *
 * The row that somebody reads: what arrives above it does not move it on the screen.
 */
typedef struct _HtapDetailAnchor HtapDetailAnchor;

HtapDetailAnchor *htap_detail_anchor_take    (GtkScrolledWindow *window,
                                              GtkBox            *content);
void              htap_detail_anchor_release (HtapDetailAnchor  *self);

G_END_DECLS
