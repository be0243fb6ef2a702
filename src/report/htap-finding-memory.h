/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

G_BEGIN_DECLS

/**
 * HtapFindingMemory:
 *
 * What was found, and of what: the next look asks the rules only about what is another since. What
 * it finds is the same as if everything were looked at anew.
 */
typedef struct _HtapFindingMemory HtapFindingMemory;

HtapFindingMemory *htap_finding_memory_new         (void);
void               htap_finding_memory_free        (HtapFindingMemory *self);

gboolean           htap_finding_memory_look        (HtapFindingMemory *self,
                                                    GListModel        *instances,
                                                    GListModel        *sources,
                                                    GHashTable        *details,
                                                    gint64             now);
GPtrArray         *htap_finding_memory_get_all     (HtapFindingMemory *self);
GPtrArray         *htap_finding_memory_get_changed (HtapFindingMemory *self);
GPtrArray         *htap_finding_memory_dup_of      (HtapFindingMemory *self,
                                                    HtapInstance      *instance);
gint64             htap_finding_memory_get_due     (HtapFindingMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFindingMemory, htap_finding_memory_free)

G_END_DECLS
