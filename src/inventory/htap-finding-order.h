/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-news.h"

G_BEGIN_DECLS

#define HTAP_TYPE_FINDING_ORDER (htap_finding_order_get_type ())

/**
 * HtapFindingOrder:
 *
 * A #GListModel of #HtapFinding, in the order of their rows: the worst first. What is put in or taken
 * out is found by its place, without a walk over the others.
 */
G_DECLARE_FINAL_TYPE (HtapFindingOrder, htap_finding_order, HTAP, FINDING_ORDER, GObject)

HtapFindingOrder *htap_finding_order_new     (void);
HtapFinding      *htap_finding_order_get     (HtapFindingOrder *self,
                                              guint             position);
gboolean          htap_finding_order_replace (HtapFindingOrder *self,
                                              GArray           *rows);
void              htap_finding_order_remove  (HtapFindingOrder *self,
                                              GArray           *rows);
void              htap_finding_order_add     (HtapFindingOrder *self,
                                              GArray           *rows);

G_END_DECLS
