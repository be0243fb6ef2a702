/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-view-state.h"

G_BEGIN_DECLS

#define HTAP_TYPE_LIST_NOTICES (htap_list_notices_get_type ())

/**
 * HtapListNotices:
 *
 * The bars between the header and the list, each gone while there is nothing to say.
 */
G_DECLARE_FINAL_TYPE (HtapListNotices, htap_list_notices, HTAP, LIST_NOTICES, GtkWidget)

GtkWidget *htap_list_notices_new    (gboolean             demo);
void       htap_list_notices_update (HtapListNotices     *self,
                                     const HtapViewState *state,
                                     HtapInventory       *inventory,
                                     gint64               now);
void       htap_list_notices_update_owners
                                    (HtapListNotices     *self,
                                     GArray              *addresses,
                                     HtapInventory       *inventory);

G_END_DECLS
