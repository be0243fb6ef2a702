/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-entry.h"
#include "htap-finding-news.h"

G_BEGIN_DECLS

/**
 * HtapFindingGroups:
 *
 * Which instances the rules that compare have to look at together: those that report one address in
 * one VPC, and those of one TaurusDB instance. Only groups that something entered or left since the
 * last look are looked at.
 */
typedef struct _HtapFindingGroups HtapFindingGroups;

/**
 * HtapFindingGroupsChanged:
 *
 * @entry has another twin than before.
 */
typedef void (*HtapFindingGroupsChanged) (HtapFindingEntry *entry, gpointer user_data);

HtapFindingGroups *htap_finding_groups_new      (void);
void               htap_finding_groups_free     (HtapFindingGroups        *self);
void               htap_finding_groups_enter    (HtapFindingGroups        *self,
                                                 HtapFindingEntry         *entry);
void               htap_finding_groups_leave    (HtapFindingGroups        *self,
                                                 HtapFindingEntry         *entry);
void               htap_finding_groups_look     (HtapFindingGroups        *self,
                                                 HtapFindingNews          *news,
                                                 HtapFindingGroupsChanged  changed,
                                                 gpointer                  user_data);
void               htap_finding_groups_follow_places (HtapFindingGroups   *self);
HtapFinding       *htap_finding_groups_get_skew (const HtapFindingEntry   *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFindingGroups, htap_finding_groups_free)

G_END_DECLS
