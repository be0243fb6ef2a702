/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance-detail.h"

G_BEGIN_DECLS

/**
 * HtapFindingDetails:
 *
 * What was read of instances beyond the list, for as long as it is recent enough to ask rules about:
 * also after nobody looks at the instance any more.
 */
typedef struct _HtapFindingDetails HtapFindingDetails;

HtapFindingDetails *htap_finding_details_new       (void);
void                htap_finding_details_free      (HtapFindingDetails *self);
gboolean            htap_finding_details_note      (HtapFindingDetails *self,
                                                    HtapInstance       *instance,
                                                    HtapInstanceDetail *detail,
                                                    gint64              now);
void                htap_finding_details_prune     (HtapFindingDetails *self,
                                                    gint64              now);
GHashTable         *htap_finding_details_get_table (HtapFindingDetails *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFindingDetails, htap_finding_details_free)

G_END_DECLS
