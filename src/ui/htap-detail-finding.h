/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL_FINDING (htap_detail_finding_get_type ())

/**
 * HtapDetailFinding:
 *
 * A row of the detail pane that says what is wrong, and what to do about it. A click copies it; a
 * menu mutes it.
 */
G_DECLARE_FINAL_TYPE (HtapDetailFinding, htap_detail_finding, HTAP, DETAIL_FINDING, GtkListBoxRow)

GtkWidget   *htap_detail_finding_new         (void);
HtapFinding *htap_detail_finding_get_finding (HtapDetailFinding *self);
void         htap_detail_finding_show        (HtapDetailFinding *self,
                                              HtapFinding       *finding,
                                              gint64             now);
void         htap_detail_finding_copy        (HtapDetailFinding *self);

G_END_DECLS
