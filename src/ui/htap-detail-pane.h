/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL_PANE (htap_detail_pane_get_type ())

/**
 * HtapDetailPane:
 *
 * What is known of the selected instances. It uses these actions of its window: `win.copy-text`
 * (ss: the text, and the plain sentence to show), `win.refresh-selected`, `win.copy-ip`,
 * `win.copy-id`, `win.copy-rows`. gtk_widget_grab_focus() moves the focus to its first row.
 */
G_DECLARE_FINAL_TYPE (HtapDetailPane, htap_detail_pane, HTAP, DETAIL_PANE, AdwBin)

GtkWidget *htap_detail_pane_new           (void);

void       htap_detail_pane_set_inventory (HtapDetailPane *self,
                                           HtapInventory  *inventory);
void       htap_detail_pane_set_instances (HtapDetailPane *self,
                                           GListModel     *instances);
void       htap_detail_pane_set_silent    (HtapDetailPane *self,
                                           gboolean        silent);

G_END_DECLS
