/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"
#include "htap-severity.h"

G_BEGIN_DECLS

#define HTAP_TYPE_FINDING (htap_finding_get_type ())

/**
 * HtapFinding:
 *
 * That something is wrong with an HTAP instance, or with a TaurusDB instance as a whole: what kind
 * of thing, with whom, and the facts. Plain data that never changes; its texts are made when they
 * are shown, in the language and at the time of then.
 */
G_DECLARE_FINAL_TYPE (HtapFinding, htap_finding, HTAP, FINDING, GObject)

/**
 * HtapFindingFacts:
 * @text: (nullable): what the sentence names, as it came
 * @other: (nullable): likewise
 * @number: what it counts, or when it began, seconds since 1970 UTC
 * @limit: how many there can be
 *
 * What a sentence is made of besides with whom something is wrong. Borrowed texts.
 */
typedef struct
{
  const char *text;
  const char *other;
  gint64 number;
  gint64 limit;
} HtapFindingFacts;

/**
 * HtapFindingKind:
 * @id: as scripts name it, `restart-needed`
 * @ages: whether its sentence says for how long
 * @dup_sentence: what is wrong
 * @dup_remedy: what to do about it; may return %NULL
 *
 * What all findings of one rule have in common. Whoever has the rules says it.
 */
typedef struct
{
  const char *id;
  HtapSeverity severity;
  gboolean ages;
  char *(*dup_sentence) (HtapFinding *finding, gint64 now);
  char *(*dup_remedy) (HtapFinding *finding);
} HtapFindingKind;

HtapFinding            *htap_finding_new               (const HtapFindingKind  *kind,
                                                        HtapInstance           *instance,
                                                        HtapSource             *source,
                                                        const HtapFindingFacts *facts);

const HtapFindingKind  *htap_finding_get_kind          (HtapFinding            *self);
const char             *htap_finding_get_rule_id       (HtapFinding            *self);
HtapSeverity            htap_finding_get_severity      (HtapFinding            *self);
const char             *htap_finding_get_instance_id   (HtapFinding            *self);
const char             *htap_finding_get_instance_name (HtapFinding            *self);
HtapSource             *htap_finding_get_source        (HtapFinding            *self);
const HtapFindingFacts *htap_finding_get_facts         (HtapFinding            *self);
const char             *htap_finding_get_subject       (HtapFinding            *self);
const char             *htap_finding_get_key           (HtapFinding            *self);
char                   *htap_finding_dup_sentence      (HtapFinding            *self,
                                                        gint64                  now);
char                   *htap_finding_dup_remedy        (HtapFinding            *self);

gboolean                htap_finding_says_same         (HtapFinding            *self,
                                                        HtapFinding            *other);
gboolean                htap_finding_is_of_database    (HtapFinding            *self,
                                                        HtapSource             *source);

G_END_DECLS
