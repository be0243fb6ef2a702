/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
 * @id: as scripts name it
 * @hits_instance: (nullable): whether it hits an HTAP instance; asked for fresh data only
 * @hits_source: (nullable): whether it hits a TaurusDB instance as a whole
 * @of_unread: whether @hits_source is about data that is not fresh; else it is asked for fresh only
 * @dup_sentence: what is wrong
 * @remedy: (nullable): what to do about it, to be translated
 * @dup_remedy: (nullable): in place of @remedy
 *
 * A row of the table of rules. One without a condition looks at the whole list; see
 * htap_finding_check().
 */
struct _HtapFindingRule {
  const char  *id;
  HtapSeverity severity;
  gboolean   (*hits_instance) (const HtapRecord  *record,
                               HtapFindingMoment *moment,
                               HtapFindingFacts  *facts);
  gboolean   (*hits_source)   (HtapSource        *source,
                               HtapFindingMoment *moment,
                               HtapFindingFacts  *facts);
  gboolean     of_unread;
  char      *(*dup_sentence)  (HtapFinding       *finding,
                               gint64             now);
  const char  *remedy;
  char      *(*dup_remedy)    (HtapFinding       *finding);
};

/* In the order of the table, the worst first. */
typedef enum {
  HTAP_RULE_CREATE_FAILED,
  HTAP_RULE_STATUS_ABNORMAL,
  HTAP_RULE_FROZEN,
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
  HTAP_RULE_CAPACITY_HIGH,
  HTAP_RULE_NODES_UNREAD,
  HTAP_RULE_VERSION_SKEW,
  HTAP_RULE_SINGLE_MODE,
  HTAP_N_RULES,
} HtapFindingRuleIndex;

const HtapFindingRule *htap_finding_rule_get        (HtapFindingRuleIndex   index);
HtapFindingRuleIndex   htap_finding_rule_get_index  (const HtapFindingRule *self);
char                  *htap_finding_rule_dup_remedy (const HtapFindingRule *self,
                                                     HtapFinding           *finding);

G_END_DECLS
