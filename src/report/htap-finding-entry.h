/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-rule.h"

G_BEGIN_DECLS

typedef struct _HtapFindingGroup HtapFindingGroup;

/**
 * HtapFindingEntry:
 * @source: (nullable): %NULL before the first look; likewise @record
 * @fresh: whether what is known of @instance is recent enough to ask rules about
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
  gboolean fresh;
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
gboolean          htap_finding_entry_is_current (const HtapFindingEntry *self);
gboolean          htap_finding_entry_renew      (HtapFindingEntry       *self,
                                                 gint64                  now);
GPtrArray        *htap_finding_entry_dup_found  (const HtapFindingEntry *self);

gboolean          htap_finding_take_in          (HtapFinding           **present,
                                                 HtapFinding            *found);

G_END_DECLS
