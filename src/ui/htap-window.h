/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_WINDOW (htap_window_get_type ())

/**
 * HtapWindow:
 *
 * The window. It holds no state but what is on the screen; everything else it asks the inventory.
 */
G_DECLARE_FINAL_TYPE (HtapWindow, htap_window, HTAP, WINDOW, AdwApplicationWindow)

GtkWidget *htap_window_new (GtkApplication *application,
                            HtapInventory  *inventory,
                            GSettings      *settings,
                            gboolean        demo);
void       htap_window_show_profile  (HtapWindow  *self,
                                      HtapProfile *profile);
gboolean   htap_window_shows_profile (HtapWindow  *self,
                                      HtapProfile *profile);

G_END_DECLS
