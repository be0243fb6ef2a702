/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-context-menu.h"

G_BEGIN_DECLS

HtapContextMenu *htap_findings_menu_new (GtkWidget   *parent,
                                         GtkListView *list);

G_END_DECLS
