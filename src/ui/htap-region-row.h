/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REGION_ROW (htap_region_row_get_type ())

/**
 * HtapRegionRow:
 *
 * A choice of the known regions, and of "Other…".
 */
G_DECLARE_FINAL_TYPE (HtapRegionRow, htap_region_row, HTAP, REGION_ROW, AdwComboRow)

GtkWidget  *htap_region_row_new        (void);

const char *htap_region_row_get_region (HtapRegionRow *self);
void        htap_region_row_set_region (HtapRegionRow *self,
                                        const char    *region);

G_END_DECLS
