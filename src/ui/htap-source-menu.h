/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-source.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SOURCE_MENU (htap_source_menu_get_type ())

/**
 * HtapSourceMenu:
 *
 * The context menu of the TaurusDB instances in the sidebar.
 */
G_DECLARE_FINAL_TYPE (HtapSourceMenu, htap_source_menu, HTAP, SOURCE_MENU, GObject)

HtapSourceMenu *htap_source_menu_new   (GtkWidget      *parent,
                                        GtkListBox     *list);
gboolean        htap_source_menu_open  (HtapSourceMenu *self);
GMenuModel     *htap_source_menu_build (HtapSource     *source);

G_END_DECLS
