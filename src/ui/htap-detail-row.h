/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL_ROW (htap_detail_row_get_type ())

/**
 * HtapDetailRow:
 *
 * One fact of the detail pane: label, value, and a way to copy it. Where one could not be read, it
 * uses the action `details.reload` of a widget around it.
 */
G_DECLARE_FINAL_TYPE (HtapDetailRow, htap_detail_row, HTAP, DETAIL_ROW, GtkListBoxRow)

GtkWidget      *htap_detail_row_new      (void);

HtapDetailFact *htap_detail_row_get_fact (HtapDetailRow  *self);
void            htap_detail_row_set_fact (HtapDetailRow  *self,
                                          HtapDetailFact *fact,
                                          const char     *subject);
void            htap_detail_row_copy     (HtapDetailRow  *self);
void            htap_detail_row_activate (HtapDetailRow  *self);

G_END_DECLS
