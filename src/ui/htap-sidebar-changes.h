/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SIDEBAR_CHANGES (htap_sidebar_changes_get_type ())

/**
 * HtapSidebarChanges:
 *
 * The sidebar's row of changes, with how many nobody has seen.
 */
G_DECLARE_FINAL_TYPE (HtapSidebarChanges,
                      htap_sidebar_changes,
                      HTAP,
                      SIDEBAR_CHANGES,
                      GtkListBoxRow)

GtkWidget *htap_sidebar_changes_new (HtapInventory *inventory);

G_END_DECLS
