/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

G_BEGIN_DECLS

/**
 * HtapFindingSources:
 *
 * What is found of TaurusDB instances as a whole. There are few of them, so that each look asks
 * about all; what says the same stays the same object.
 */
typedef struct _HtapFindingSources HtapFindingSources;

HtapFindingSources *htap_finding_sources_new   (void);
void                htap_finding_sources_free  (HtapFindingSources *self);
gboolean            htap_finding_sources_look  (HtapFindingSources *self,
                                                GListModel         *sources,
                                                gint64              now,
                                                gint64             *due);
guint               htap_finding_sources_get_n (HtapFindingSources *self);
HtapFinding        *htap_finding_sources_get   (HtapFindingSources *self,
                                                guint               position);

G_END_DECLS
