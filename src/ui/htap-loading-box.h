/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_LOADING_BOX (htap_loading_box_get_type ())

/**
 * HtapLoadingBox:
 *
 * Says that instances are on their way, once that has taken a moment: most are there before, and
 * nobody wants to see a page flash by.
 */
G_DECLARE_FINAL_TYPE (HtapLoadingBox, htap_loading_box, HTAP, LOADING_BOX, GtkWidget)

GtkWidget *htap_loading_box_new (void);

G_END_DECLS
