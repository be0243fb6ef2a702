/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-discovery.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROFILE_HEADING (htap_profile_heading_get_type ())

/**
 * HtapProfileHeading:
 *
 * Heads the TaurusDB instances of one profile and region in the sidebar; its menu is the profile's,
 * and opens on Menu and Shift+F10, too.
 *
 * Actions of the window that it uses, each with the profile's uuid: `win.refresh-profile`,
 * `win.edit-profile`, `win.remove-profile`, `win.show-hidden`.
 */
G_DECLARE_FINAL_TYPE (HtapProfileHeading, htap_profile_heading, HTAP, PROFILE_HEADING, GtkListBoxRow)

GtkWidget *htap_profile_heading_new (HtapProfile *profile,
                                     const char  *region);
void       htap_profile_heading_follow (HtapProfileHeading *self,
                                        HtapDiscovery      *discovery);

G_END_DECLS
