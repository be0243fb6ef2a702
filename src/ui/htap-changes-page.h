/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-change.h"
#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_CHANGES_PAGE (htap_changes_page_get_type ())

/**
 * HtapChangesPage:
 *
 * What has changed, in the list's place, by instance: what nobody has seen yet, or what was seen;
 * or a page that says that there is nothing.
 *
 * Signals: `activated` (#HtapChange, the newest of the instance): Enter or a double click on it.
 * `seen` (#HtapChange or %NULL for all): somebody wants it to be marked as seen.
 */
G_DECLARE_FINAL_TYPE (HtapChangesPage, htap_changes_page, HTAP, CHANGES_PAGE, GtkWidget)

GtkWidget *htap_changes_page_new (HtapInventory *inventory, GMenuModel *menu);
AdwHeaderBar *htap_changes_page_get_header (HtapChangesPage *self);
void htap_changes_page_update (HtapChangesPage *self);

G_END_DECLS
