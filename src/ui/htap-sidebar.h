/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SIDEBAR (htap_sidebar_get_type ())

/**
 * HtapSidebar:
 *
 * All Instances, Findings, Changes, then a heading for each profile and region with its TaurusDB
 * instances.
 *
 * Signals: `chosen` (#HtapSource or %NULL for all): a row was chosen, perhaps the same again.
 * `profile-chosen` (#HtapProfile): likewise, where a profile has a row of its own.
 * `findings-chosen`, `changes-chosen`: likewise, of the rows of findings and of changes.
 */
G_DECLARE_FINAL_TYPE (HtapSidebar, htap_sidebar, HTAP, SIDEBAR, GtkWidget)

GtkWidget  *htap_sidebar_new           (HtapInventory *inventory);
HtapSource *htap_sidebar_get_chosen    (HtapSidebar   *self);
void        htap_sidebar_choose        (HtapSidebar   *self,
                                        HtapSource    *source);
void        htap_sidebar_focus_source  (HtapSidebar   *self,
                                        HtapSource    *source);
void        htap_sidebar_choose_profile (HtapSidebar   *self,
                                         HtapProfile   *profile);
void        htap_sidebar_choose_findings (HtapSidebar  *self);
void        htap_sidebar_choose_changes (HtapSidebar   *self);

G_END_DECLS
