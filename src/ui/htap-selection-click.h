/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void htap_selection_click_attach (GtkColumnView *view);

G_END_DECLS
