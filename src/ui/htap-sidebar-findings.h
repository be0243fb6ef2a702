/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SIDEBAR_FINDINGS (htap_sidebar_findings_get_type ())

/**
 * HtapSidebarFindings:
 *
 * The sidebar's row of findings, with how many there are of each severity.
 */
G_DECLARE_FINAL_TYPE (
    HtapSidebarFindings, htap_sidebar_findings, HTAP, SIDEBAR_FINDINGS, GtkListBoxRow)

GtkWidget *htap_sidebar_findings_new (HtapInventory *inventory);

G_END_DECLS
