/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-refresh.h"

G_BEGIN_DECLS

#define HTAP_TYPE_REFRESH_PROGRESS (htap_refresh_progress_get_type ())

/**
 * HtapRefreshProgress:
 *
 * A thin line that grows while a sweep runs, shown when that takes longer than a second. Property:
 * `shown` (gboolean, notifies).
 */
G_DECLARE_FINAL_TYPE (HtapRefreshProgress, htap_refresh_progress, HTAP, REFRESH_PROGRESS, GtkWidget)

GtkWidget *htap_refresh_progress_new         (void);
void       htap_refresh_progress_set_refresh (HtapRefreshProgress *self,
                                              HtapRefresh         *refresh);
gboolean   htap_refresh_progress_get_shown   (HtapRefreshProgress *self);

G_END_DECLS
