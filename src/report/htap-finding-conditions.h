/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-rule.h"

G_BEGIN_DECLS

/* When rules hit, for the table alone. */
#define HTAP_FINDING_OF_INSTANCE(name)                                                             \
  gboolean htap_finding_is_##name (const HtapRecord *record, HtapFindingMoment *moment,            \
                                   HtapFindingFacts *facts)
#define HTAP_FINDING_OF_SOURCE(name)                                                               \
  gboolean htap_finding_is_##name (HtapSource *source, HtapFindingMoment *moment,                  \
                                   HtapFindingFacts *facts)
#define HTAP_FINDING_OF_DETAIL(name)                                                               \
  gboolean htap_finding_is_##name (const HtapFindingDetail *detail, HtapFindingFacts *facts)

HTAP_FINDING_OF_INSTANCE (create_failed);
HTAP_FINDING_OF_INSTANCE (status_abnormal);
HTAP_FINDING_OF_INSTANCE (frozen);
HTAP_FINDING_OF_INSTANCE (restart_needed);
HTAP_FINDING_OF_INSTANCE (status_unknown);
HTAP_FINDING_OF_INSTANCE (creating_long);
HTAP_FINDING_OF_INSTANCE (action_long);
HTAP_FINDING_OF_INSTANCE (nodes_few);
HTAP_FINDING_OF_INSTANCE (nodes_unread);
HTAP_FINDING_OF_INSTANCE (single_mode);

HTAP_FINDING_OF_DETAIL (sync_stopped);
HTAP_FINDING_OF_DETAIL (node_abnormal);
HTAP_FINDING_OF_DETAIL (public);

HTAP_FINDING_OF_SOURCE (parent_not_normal);
HTAP_FINDING_OF_SOURCE (not_read);
HTAP_FINDING_OF_SOURCE (capacity_full);
HTAP_FINDING_OF_SOURCE (capacity_high);
HTAP_FINDING_OF_SOURCE (total_mismatch);

G_END_DECLS
