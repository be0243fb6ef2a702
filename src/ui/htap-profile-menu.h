/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

G_BEGIN_DECLS

/* What can be done with a profile. Its items are actions of the window, each with the profile's
 * uuid: `win.refresh-profile`, `win.edit-profile`, `win.duplicate-profile`, `win.test-profile`,
 * `win.disable-profile`, `win.enable-profile`, `win.remove-profile`, `win.show-hidden`. */

GMenuModel *htap_profile_menu_new (HtapProfile *profile);

G_END_DECLS
