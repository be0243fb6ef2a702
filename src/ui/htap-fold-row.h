/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_FOLD_ROW (htap_fold_row_get_type ())

/**
 * HtapFold:
 * @HTAP_FOLD_EMPTY: they have no HTAP instance
 * @HTAP_FOLD_HIDDEN: their profile hides them
 *
 * Which TaurusDB instances a row stands for.
 */
typedef enum {
  HTAP_FOLD_EMPTY,
  HTAP_FOLD_HIDDEN,
} HtapFold;

/**
 * HtapFoldRow:
 *
 * A row of the sidebar in place of TaurusDB instances that few look for. Activating it opens it.
 * Property: `open` (gboolean, notifies).
 */
G_DECLARE_FINAL_TYPE (HtapFoldRow, htap_fold_row, HTAP, FOLD_ROW, GtkListBoxRow)

GtkWidget *htap_fold_row_new       (HtapFold     fold);
gboolean   htap_fold_row_get_open  (HtapFoldRow *self);
void       htap_fold_row_set_open  (HtapFoldRow *self,
                                    gboolean     open);
void       htap_fold_row_set_count (HtapFoldRow *self,
                                    guint        count);

G_END_DECLS
