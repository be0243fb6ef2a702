/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change-group.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_CHANGE_ROW (htap_change_row_get_type ())

/**
 * HtapChangeRow:
 *
 * One instance on the page of changes: what it is called, what has changed, and a button. Signal:
 * `seen` (#HtapChange, one of them): somebody has pressed that.
 */
G_DECLARE_FINAL_TYPE (HtapChangeRow, htap_change_row, HTAP, CHANGE_ROW, GtkWidget)

GtkWidget *htap_change_row_new (void);
void htap_change_row_show (HtapChangeRow *self, HtapChangeGroup *group, gboolean seen, gint64 now);

G_END_DECLS
