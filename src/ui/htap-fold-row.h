/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_FOLD_ROW (htap_fold_row_get_type ())

/**
 * HtapFoldRow:
 *
 * A row of the sidebar in place of the TaurusDB instances that have no HTAP instance. Activating it
 * opens it. Property: `open` (gboolean, notifies).
 */
G_DECLARE_FINAL_TYPE (HtapFoldRow, htap_fold_row, HTAP, FOLD_ROW, GtkListBoxRow)

GtkWidget *htap_fold_row_new       (void);
gboolean   htap_fold_row_get_open  (HtapFoldRow *self);
void       htap_fold_row_set_open  (HtapFoldRow *self,
                                    gboolean     open);
void       htap_fold_row_set_count (HtapFoldRow *self,
                                    guint        count);

G_END_DECLS
