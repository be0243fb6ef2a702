/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REFRESH_BUTTON (htap_refresh_button_get_type ())

/**
 * HtapRefreshButton:
 *
 * Refresh, a spinner while a sweep runs, and Stop once it runs for longer than a second. The spinner
 * ignores presses, and so does Stop at first: a double click must neither ask twice nor cancel.
 */
G_DECLARE_FINAL_TYPE (HtapRefreshButton, htap_refresh_button, HTAP, REFRESH_BUTTON, GtkWidget)

GtkWidget *htap_refresh_button_new      (void);
void       htap_refresh_button_set_busy (HtapRefreshButton *self,
                                         gboolean           busy);

G_END_DECLS
