/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-rule.h"

G_BEGIN_DECLS

typedef struct _HtapFindingGroup HtapFindingGroup;

/**
 * HtapFindingEntry:
 * @source: (nullable): %NULL before the first look; likewise @record
 * @detail: (nullable): what was read of it beyond the list
 * @fresh: whether what is known of @instance is recent enough to ask rules about
 * @is_gone: whether @instance is no longer listed: no rule is asked about it, but that is said
 * @gone_since: since when, seconds since 1970 UTC; 0 if nobody knows
 * @place: of the instance in the list
 * @look: the last one that saw the instance
 * @due: when a rule will hit it if nothing else changes, seconds since 1970 UTC
 * @found: (element-type HtapFinding): by the rules that look at it alone, in their order
 * @twin: (nullable): that another instance has its address
 * @groups: what it is compared within; kept by #HtapFindingGroups
 *
 * One instance as it was when rules were asked about it, and what they said.
 */
typedef struct
{
  HtapInstance *instance;
  HtapSource *source;
  HtapRecord *record;
  HtapFindingDetail *detail;
  gboolean fresh;
  gboolean is_gone;
  gint64 gone_since;
  guint place;
  guint64 look;
  gint64 due;
  GPtrArray *found;
  HtapFinding *twin;
  HtapFindingGroup *addresses;
  HtapFindingGroup *versions;
} HtapFindingEntry;

HtapFindingEntry *htap_finding_entry_new        (HtapInstance           *instance);
void              htap_finding_entry_free       (HtapFindingEntry       *self);
gboolean          htap_finding_entry_is_current (const HtapFindingEntry *self,
                                                 HtapFindingDetail      *detail);
gboolean          htap_finding_entry_renew      (HtapFindingEntry       *self,
                                                 HtapFindingDetail      *detail,
                                                 gint64                  now);
GPtrArray        *htap_finding_entry_dup_found  (const HtapFindingEntry *self);

gboolean          htap_finding_take_in          (HtapFinding           **present,
                                                 HtapFinding            *found);

G_END_DECLS
