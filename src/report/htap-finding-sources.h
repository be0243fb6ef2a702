/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-news.h"

G_BEGIN_DECLS

/**
 * HtapFindingSources:
 *
 * What is found of TaurusDB instances as a whole. What says the same stays the same object.
 */
typedef struct _HtapFindingSources HtapFindingSources;

HtapFindingSources *htap_finding_sources_new     (void);
void                htap_finding_sources_free    (HtapFindingSources *self);
gboolean            htap_finding_sources_look    (HtapFindingSources *self,
                                                  GListModel         *sources,
                                                  gint64              now);
void                htap_finding_sources_look_at (HtapFindingSources *self,
                                                  GHashTable         *touched,
                                                  gint64              now,
                                                  HtapFindingNews    *news);
gint64              htap_finding_sources_get_due (HtapFindingSources *self);
void                htap_finding_sources_collect (HtapFindingSources *self,
                                                  GArray             *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFindingSources, htap_finding_sources_free)

G_END_DECLS
