/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail.h"

G_BEGIN_DECLS

/**
 * HtapFindingDetail:
 * @detail: (nullable): what it is made of; %NULL if that was not read; likewise the others
 * @nodes: (nullable) (element-type HtapDetailNode): its nodes, as their own list has them
 * @replications: (nullable) (element-type HtapReplication): what is synchronized
 * @until: when this is too old to say anything, seconds since 1970 UTC
 *
 * What was read of one instance beyond the list, for rules to be asked about. Reference-counted; it
 * never changes.
 */
typedef struct
{
  HtapDetail *detail;
  GPtrArray *nodes;
  GPtrArray *replications;
  gint64 until;
} HtapFindingDetail;

HtapFindingDetail *htap_finding_detail_new   (HtapDetail        *detail,
                                              GPtrArray         *nodes,
                                              GPtrArray         *replications,
                                              gint64             until);
HtapFindingDetail *htap_finding_detail_ref   (HtapFindingDetail *self);
void               htap_finding_detail_unref (HtapFindingDetail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFindingDetail, htap_finding_detail_unref)

G_END_DECLS
