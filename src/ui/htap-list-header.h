/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-refresh-button.h"

G_BEGIN_DECLS

#define HTAP_TYPE_LIST_HEADER (htap_list_header_get_type ())

/**
 * HtapListHeader:
 *
 * The header bar over the list: toggles, refresh, search, title and menus.
 */
G_DECLARE_FINAL_TYPE (HtapListHeader, htap_list_header, HTAP, LIST_HEADER, GtkWidget)

GtkWidget     *htap_list_header_new             (GMenuModel     *menu,
                                                 GtkSearchBar   *search_bar);
AdwHeaderBar  *htap_list_header_get_bar         (HtapListHeader *self);
GtkMenuButton *htap_list_header_get_view_button (HtapListHeader *self);
void           htap_list_header_set_busy        (HtapListHeader *self,
                                                 gboolean        busy);
void           htap_list_header_set_title       (HtapListHeader *self,
                                                 const char     *title,
                                                 const char     *subtitle);

G_END_DECLS
