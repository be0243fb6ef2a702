/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-group.h"
#include "htap-instance-detail.h"

G_BEGIN_DECLS

#define HTAP_DETAIL_N_GROUPS 8

/* The groups of facts of the detail pane: the same for every instance, in the same order. */
void htap_detail_groups_append (HtapDetailGroup    *groups[HTAP_DETAIL_N_GROUPS],
                                GtkBox             *content);
void htap_detail_groups_show   (HtapDetailGroup    *groups[HTAP_DETAIL_N_GROUPS],
                                HtapInstance       *instance,
                                HtapInstanceDetail *detail,
                                gint64              now);

G_END_DECLS
