/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-finding.h"

G_BEGIN_DECLS

#define HTAP_TYPE_FINDING_ROW (htap_finding_row_get_type ())

/**
 * HtapFindingRow:
 *
 * One finding: how bad it is as an icon and a word, what is wrong, of what, what to do about it, and
 * a button that mutes it or lets it be heard again.
 */
G_DECLARE_FINAL_TYPE (HtapFindingRow, htap_finding_row, HTAP, FINDING_ROW, GtkWidget)

GtkWidget   *htap_finding_row_new         (void);
HtapFinding *htap_finding_row_get_finding (HtapFindingRow *self);
gboolean     htap_finding_row_get_muted   (HtapFindingRow *self);
void         htap_finding_row_show        (HtapFindingRow *self,
                                           HtapFinding    *finding,
                                           gboolean        muted,
                                           gint64          now);

G_END_DECLS
