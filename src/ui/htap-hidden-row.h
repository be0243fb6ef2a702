/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_HIDDEN_ROW (htap_hidden_row_get_type ())

/**
 * HtapHiddenRow:
 *
 * A row of the sidebar for a TaurusDB instance that its profile hides, with a button that shows it
 * again.
 *
 * Action of the window that it uses: `win.show-taurus` with the profile's uuid, the region and the
 * id of the TaurusDB instance.
 */
G_DECLARE_FINAL_TYPE (HtapHiddenRow, htap_hidden_row, HTAP, HIDDEN_ROW, GtkListBoxRow)

GtkWidget  *htap_hidden_row_new          (HtapProfile          *profile,
                                          const HtapRegionalId *taurus);
HtapSource *htap_hidden_row_get_source   (HtapHiddenRow        *self);
void        htap_hidden_row_set_taurus   (HtapHiddenRow        *self,
                                          HtapTaurus           *known);
const char *htap_hidden_row_get_sort_key (HtapHiddenRow        *self);

G_END_DECLS
