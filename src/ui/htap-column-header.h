/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *htap_column_header_find_title (GtkColumnView *view, GtkColumnViewColumn *column);
void htap_column_header_dress (GtkColumnView *view);
int htap_column_header_fit (GtkColumnView *view, GtkColumnViewColumn *column);

G_END_DECLS
