/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL_HEAD (htap_detail_head_get_type ())

/**
 * HtapDetailHead:
 *
 * The top of the detail pane: which instance, how it is, and how old that is.
 */
G_DECLARE_FINAL_TYPE (HtapDetailHead, htap_detail_head, HTAP, DETAIL_HEAD, GtkBox)

GtkWidget *htap_detail_head_new  (void);

void       htap_detail_head_show (HtapDetailHead *self,
                                  HtapInstance   *instance,
                                  gint64          now);

G_END_DECLS
