/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

G_BEGIN_DECLS

/**
 * HtapFindingMutes:
 *
 * What nobody wants to hear of, by htap_finding_get_key(): found at present or not.
 */
typedef struct _HtapFindingMutes HtapFindingMutes;

HtapFindingMutes *htap_finding_mutes_new      (void);
void              htap_finding_mutes_free     (HtapFindingMutes  *self);
gboolean          htap_finding_mutes_have     (HtapFindingMutes  *self,
                                               HtapFinding       *finding);
char            **htap_finding_mutes_dup_keys (HtapFindingMutes  *self);
gboolean          htap_finding_mutes_set_keys (HtapFindingMutes  *self,
                                               const char *const *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFindingMutes, htap_finding_mutes_free)

G_END_DECLS
