/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"
#include "htap-instance-detail.h"
#include "htap-touched.h"

G_BEGIN_DECLS

#define HTAP_TYPE_FINDINGS (htap_findings_get_type ())

/**
 * HtapFindings:
 *
 * What is wrong now, by the rules: a list that keeps itself up to date, the worst first, and another
 * of what nobody wants to hear of. It belongs to an inventory, which looks again after each merge and
 * when time alone brings something. Each instance carries what is open of itself.
 *
 * Signals: `changed`: something else is wrong or muted now; emitted once for each look, after the
 * lists changed.
 */
G_DECLARE_FINAL_TYPE (HtapFindings, htap_findings, HTAP, FINDINGS, GObject)

HtapFindings *htap_findings_new          (GListModel   *instances,
                                          GListModel   *sources);

GListModel   *htap_findings_get_open     (HtapFindings *self);
GListModel   *htap_findings_get_muted    (HtapFindings *self);
guint         htap_findings_get_count    (HtapFindings *self,
                                          HtapSeverity  severity);
guint         htap_findings_get_n_in_trouble (HtapFindings *self);
GPtrArray    *htap_findings_dup_of       (HtapFindings *self,
                                          HtapInstance *instance);
HtapFinding  *htap_findings_dup_by_key   (HtapFindings *self,
                                          const char   *key);

char        **htap_findings_dup_muted_keys (HtapFindings     *self);
gboolean      htap_findings_set_muted_keys (HtapFindings     *self,
                                            const char *const *keys);

gboolean      htap_findings_note_detail  (HtapFindings       *self,
                                          HtapInstance       *instance,
                                          HtapInstanceDetail *detail,
                                          gint64              now);
gboolean      htap_findings_look         (HtapFindings *self,
                                          gint64        now);
gboolean      htap_findings_look_at      (HtapFindings *self,
                                          HtapTouched  *touched,
                                          gint64        now);
gboolean      htap_findings_is_due       (HtapFindings *self,
                                          gint64        now);

G_END_DECLS
