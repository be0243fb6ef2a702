/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_FINDINGS_PAGE (htap_findings_page_get_type ())

/**
 * HtapFindingsPage:
 *
 * What is wrong, in the list's place: a header bar and the findings, or a page that says that there
 * are none.
 *
 * Signals: `activated` (#HtapFinding): Enter or a double click on it.
 */
G_DECLARE_FINAL_TYPE (HtapFindingsPage, htap_findings_page, HTAP, FINDINGS_PAGE, GtkWidget)

GtkWidget    *htap_findings_page_new        (HtapInventory    *inventory,
                                             GMenuModel       *menu);
AdwHeaderBar *htap_findings_page_get_header (HtapFindingsPage *self);
void          htap_findings_page_update     (HtapFindingsPage *self);

G_END_DECLS
