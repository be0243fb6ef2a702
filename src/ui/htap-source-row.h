/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-source.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SOURCE_ROW (htap_source_row_get_type ())

/**
 * HtapSourceRow:
 *
 * A row of the sidebar that people choose: one TaurusDB instance with its count, or all of them.
 */
G_DECLARE_FINAL_TYPE (HtapSourceRow, htap_source_row, HTAP, SOURCE_ROW, GtkListBoxRow)

GtkWidget  *htap_source_row_new        (HtapSource    *source);
GtkWidget  *htap_source_row_new_for_all (void);
HtapSource *htap_source_row_get_source (HtapSourceRow *self);
const char *htap_source_row_get_sort_key (HtapSourceRow *self);
gboolean    htap_source_row_is_empty   (HtapSourceRow *self);
void        htap_source_row_set_filled (HtapSourceRow *self,
                                        gboolean       filled);
void        htap_source_row_set_count  (HtapSourceRow *self,
                                        guint          count);

G_END_DECLS
