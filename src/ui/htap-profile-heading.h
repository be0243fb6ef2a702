/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-discovery.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROFILE_HEADING (htap_profile_heading_get_type ())

/**
 * HtapProfileHeading:
 *
 * Heads the TaurusDB instances of one profile and region in the sidebar, or stands there alone for a
 * profile that is disabled; its menu is htap_profile_menu_new(), and opens on Menu and Shift+F10,
 * too. Uses `win.refresh-profile`, with the profile's uuid.
 */
G_DECLARE_FINAL_TYPE (HtapProfileHeading, htap_profile_heading, HTAP, PROFILE_HEADING, GtkListBoxRow)

GtkWidget *htap_profile_heading_new (HtapProfile *profile,
                                     const char  *region);
void       htap_profile_heading_follow (HtapProfileHeading *self,
                                        HtapDiscovery      *discovery);

G_END_DECLS
