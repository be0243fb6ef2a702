/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell.h"

G_BEGIN_DECLS

#define HTAP_TYPE_STATUS_CELL (htap_status_cell_get_type ())

/**
 * HtapStatusCell:
 *
 * A status: an icon and a word, and a clock with the time of the last answer where that is old.
 */
G_DECLARE_FINAL_TYPE (HtapStatusCell, htap_status_cell, HTAP, STATUS_CELL, HtapCell)

GtkWidget *htap_status_cell_new (void);

G_END_DECLS
