/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_FAILURE_ROW (htap_failure_row_get_type ())

/**
 * HtapFailureRow:
 *
 * One TaurusDB instance that could not be read: why, and what can be done. Hidden once it was read.
 */
G_DECLARE_FINAL_TYPE (HtapFailureRow, htap_failure_row, HTAP, FAILURE_ROW, AdwActionRow)

GtkWidget  *htap_failure_row_new        (HtapInventory  *inventory,
                                         HtapSource     *source);
HtapSource *htap_failure_row_get_source (HtapFailureRow *self);

G_END_DECLS
