/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL_FINDINGS (htap_detail_findings_get_type ())

/**
 * HtapDetailFindings:
 *
 * What is wrong with one instance and its TaurusDB instance, at the top of the detail pane; one
 * quiet row if nothing is, or if nobody can say.
 */
G_DECLARE_FINAL_TYPE (HtapDetailFindings, htap_detail_findings, HTAP, DETAIL_FINDINGS, GtkWidget)

GtkWidget *htap_detail_findings_new  (void);
void       htap_detail_findings_show (HtapDetailFindings *self,
                                      GPtrArray          *findings,
                                      gboolean            checked,
                                      gint64              now);

G_END_DECLS
