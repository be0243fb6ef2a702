/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-detail.h"
#include "htap-finding.h"

G_BEGIN_DECLS

/**
 * HtapFindingMoment:
 * @now: the present, seconds since 1970 UTC
 * @due: (inout): when a rule that misses will hit if nothing else changes; the earliest
 *
 * When rules are asked. Those that wait for a threshold say until when.
 */
typedef struct {
  gint64 now;
  gint64 due;
} HtapFindingMoment;

/**
 * HtapFindingRule:
 * @kind: what it says; of what it finds it is htap_finding_get_kind()
 * @hits_instance: (nullable): whether it hits an HTAP instance; asked for fresh data only
 * @hits_detail: (nullable): whether it hits one by what was read of it beyond the list; asked while
 *   that is recent, and the instance fresh
 * @hits_source: (nullable): whether it hits a TaurusDB instance as a whole
 * @of_unread: whether @hits_source is about data that is not fresh; else it is asked for fresh only
 * @remedy: (nullable): what to do about it, to be translated
 *
 * A row of the table of rules. One without a condition compares instances; see
 * htap-finding-pairs.h.
 */
typedef struct {
  HtapFindingKind kind;
  gboolean      (*hits_instance) (const HtapRecord  *record,
                                  HtapFindingMoment *moment,
                                  HtapFindingFacts  *facts);
  gboolean      (*hits_detail)   (const HtapFindingDetail *detail,
                                  HtapFindingFacts  *facts);
  gboolean      (*hits_source)   (HtapSource        *source,
                                  HtapFindingMoment *moment,
                                  HtapFindingFacts  *facts);
  gboolean        of_unread;
  const char     *remedy;
} HtapFindingRule;

/* In the order of the table, the worst first. */
typedef enum {
  HTAP_RULE_CREATE_FAILED,
  HTAP_RULE_STATUS_ABNORMAL,
  HTAP_RULE_FROZEN,
  HTAP_RULE_SYNC_STOPPED,
  HTAP_RULE_NODE_ABNORMAL,
  HTAP_RULE_RESTART_NEEDED,
  HTAP_RULE_STATUS_UNKNOWN,
  HTAP_RULE_CREATING_LONG,
  HTAP_RULE_ACTION_LONG,
  HTAP_RULE_NODES_FEW,
  HTAP_RULE_PARENT_NOT_NORMAL,
  HTAP_RULE_NOT_READ,
  HTAP_RULE_GONE,
  HTAP_RULE_CAPACITY_FULL,
  HTAP_RULE_IP_DUP,
  HTAP_RULE_TOTAL_MISMATCH,
  HTAP_RULE_PUBLIC,
  HTAP_RULE_CAPACITY_HIGH,
  HTAP_RULE_NODES_UNREAD,
  HTAP_RULE_VERSION_SKEW,
  HTAP_RULE_SINGLE_MODE,
  HTAP_N_RULES,
} HtapFindingRuleIndex;

const HtapFindingRule *htap_finding_rule_get      (HtapFindingRuleIndex index);
const HtapFindingRule *htap_finding_rule_get_of   (HtapFinding         *finding);
HtapFindingRuleIndex   htap_finding_rule_get_index (const HtapFindingRule *self);

G_END_DECLS
