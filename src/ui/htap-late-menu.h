/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void htap_late_menu_give (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
