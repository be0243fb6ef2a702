/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-news.h"
#include "htap-touched.h"

G_BEGIN_DECLS

/**
 * HtapFindingMemory:
 *
 * What was found, and of what: the next look asks the rules only about what is another since, and a
 * look at what was touched does not even walk over the rest. What either finds is the same as if
 * everything were looked at anew.
 */
typedef struct _HtapFindingMemory HtapFindingMemory;

HtapFindingMemory *htap_finding_memory_new         (void);
void               htap_finding_memory_free        (HtapFindingMemory *self);

gboolean           htap_finding_memory_look        (HtapFindingMemory *self,
                                                    GListModel        *instances,
                                                    GListModel        *sources,
                                                    GHashTable        *details,
                                                    gint64             now);
void               htap_finding_memory_note_gone   (HtapFindingMemory *self,
                                                    guint              position,
                                                    guint              n_gone);
guint              htap_finding_memory_get_size    (HtapFindingMemory *self);
gboolean           htap_finding_memory_look_at     (HtapFindingMemory *self,
                                                    HtapTouched       *touched,
                                                    GListModel        *instances,
                                                    GHashTable        *details,
                                                    gint64             now);
HtapFindingNews   *htap_finding_memory_get_news    (HtapFindingMemory *self);
GArray            *htap_finding_memory_get_rows    (HtapFindingMemory *self);
GPtrArray         *htap_finding_memory_dup_all     (HtapFindingMemory *self);
GPtrArray         *htap_finding_memory_get_changed (HtapFindingMemory *self);
GPtrArray         *htap_finding_memory_dup_of      (HtapFindingMemory *self,
                                                    HtapInstance      *instance);
gint64             htap_finding_memory_get_due     (HtapFindingMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFindingMemory, htap_finding_memory_free)

G_END_DECLS
