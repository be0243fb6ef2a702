/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-context-menu.h"
#include "htap-source.h"

G_BEGIN_DECLS

/* The context menu of the TaurusDB instances in the sidebar. */

HtapContextMenu *htap_source_menu_new   (GtkWidget  *parent,
                                         GtkListBox *list);
GMenuModel      *htap_source_menu_build (HtapSource *source);

G_END_DECLS
