/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In which order a view has its columns, those that are hidden among them. */

GArray *htap_column_order_dup (GtkColumnView *view);
GArray *htap_column_order_dup_visible (GtkColumnView *view);
gboolean htap_column_order_move (GtkColumnView *view, GtkColumnViewColumn *column, guint place);

G_END_DECLS
