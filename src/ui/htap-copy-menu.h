/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/* What can be copied of instances, as menus. Their items are actions of the window that work on the
 * selected rows: `win.copy-as` (s), `win.copy-column` (s: a field's id), `win.copy-connection`
 * (u: an HtapConnectionForm). */

GMenuModel *htap_copy_menu_new            (const HtapField *field);
GMenuModel *htap_copy_menu_new_connection (HtapInstance    *instance);

G_END_DECLS
