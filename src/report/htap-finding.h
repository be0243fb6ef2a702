/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"
#include "htap-severity.h"

G_BEGIN_DECLS

typedef struct _HtapFindingRule HtapFindingRule;

/**
 * HtapFindingFacts:
 * @text: (nullable): what the sentence names, as it came
 * @other: (nullable): likewise
 * @number: what it counts, or when it began, seconds since 1970 UTC
 * @limit: how many there can be
 *
 * What a rule's sentence is made of besides whose finding it is. Borrowed texts.
 */
typedef struct {
  const char *text;
  const char *other;
  gint64      number;
  gint64      limit;
} HtapFindingFacts;

#define HTAP_TYPE_FINDING (htap_finding_get_type ())

/**
 * HtapFinding:
 *
 * That a rule hits: an HTAP instance, or a TaurusDB instance as a whole. It never changes; its texts
 * are made when they are shown, in the language and at the time of then.
 */
G_DECLARE_FINAL_TYPE (HtapFinding, htap_finding, HTAP, FINDING, GObject)

HtapFinding           *htap_finding_new            (const HtapFindingRule  *rule,
                                                    HtapInstance           *instance,
                                                    HtapSource             *source,
                                                    const HtapFindingFacts *facts);

const HtapFindingRule *htap_finding_get_rule       (HtapFinding            *self);
const char            *htap_finding_get_rule_id    (HtapFinding            *self);
HtapSeverity           htap_finding_get_severity   (HtapFinding            *self);
HtapInstance          *htap_finding_get_instance   (HtapFinding            *self);
HtapSource            *htap_finding_get_source     (HtapFinding            *self);
const HtapFindingFacts *htap_finding_get_facts     (HtapFinding            *self);
gboolean               htap_finding_concerns       (HtapFinding            *self,
                                                    HtapInstance           *instance);
char                  *htap_finding_dup_key        (HtapFinding            *self);
const char            *htap_finding_get_subject    (HtapFinding            *self);
char                  *htap_finding_dup_sentence   (HtapFinding            *self,
                                                    gint64                  now);
char                  *htap_finding_dup_remedy     (HtapFinding            *self);

guint                  htap_finding_hash           (gconstpointer           finding);
gboolean               htap_finding_is_same        (gconstpointer           a,
                                                    gconstpointer           b);
gboolean               htap_finding_says_same      (HtapFinding            *self,
                                                    HtapFinding            *other);

G_END_DECLS
