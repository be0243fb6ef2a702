/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_NEAR_ROWS (htap_near_rows_get_type ())

/**
 * HtapNearRows:
 *
 * Fills those rows of a list that are on the screen or near, and empties the others: a list box has
 * a widget for each row, wherever it is.
 */
G_DECLARE_FINAL_TYPE (HtapNearRows, htap_near_rows, HTAP, NEAR_ROWS, GObject)

HtapNearRows *htap_near_rows_new  (GtkListBox   *list);

void          htap_near_rows_look (HtapNearRows *self);

G_END_DECLS
