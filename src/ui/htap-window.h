/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-watch-list.h"

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
void       htap_window_show_instance (HtapWindow  *self,
                                      const char  *id);
void       htap_window_search        (HtapWindow  *self,
                                      const char  *text);
void       htap_window_set_watches   (HtapWindow    *self,
                                      HtapWatchList *watches);
void       htap_window_say (HtapWindow     *self,
                            const char     *sentence);
void       htap_window_set_demo_failure (HtapWindow *self,
                                         const char *sentence);

G_END_DECLS
