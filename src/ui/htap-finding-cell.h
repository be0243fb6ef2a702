/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell.h"

G_BEGIN_DECLS

#define HTAP_TYPE_FINDING_CELL (htap_finding_cell_get_type ())

/**
 * HtapFindingCell:
 *
 * What is wrong with an instance: the worst by an icon and a sentence, and how much there is
 * besides; all of it in the tooltip.
 */
G_DECLARE_FINAL_TYPE (HtapFindingCell, htap_finding_cell, HTAP, FINDING_CELL, HtapCell)

GtkWidget *htap_finding_cell_new (void);

G_END_DECLS
