/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding.h"

#include "htap-finding-rule.h"

struct _HtapFinding
{
  GObject parent_instance;
  const HtapFindingRule *rule;
  HtapInstance *instance; /* NULL: of the whole TaurusDB instance */
  HtapSource *source;
  HtapFindingFacts facts; /* its texts are owned */
};

G_DEFINE_FINAL_TYPE (HtapFinding, htap_finding, G_TYPE_OBJECT)

static void
htap_finding_finalize (GObject *object)
{
  HtapFinding *self = HTAP_FINDING (object);

  g_clear_object (&self->instance);
  g_clear_object (&self->source);
  g_free ((char *) self->facts.text);
  g_free ((char *) self->facts.other);

  G_OBJECT_CLASS (htap_finding_parent_class)->finalize (object);
}

static void
htap_finding_class_init (HtapFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_finding_finalize;
}

static void
htap_finding_init (HtapFinding *self)
{
}

/**
 * htap_finding_new:
 * @rule: which hits
 * @instance: (nullable): whose finding it is; %NULL for the TaurusDB instance as a whole
 * @source: of @instance, or the TaurusDB instance
 * @facts: copied
 *
 * Returns: (transfer full):
 */
HtapFinding *
htap_finding_new (const HtapFindingRule *rule,
                  HtapInstance *instance,
                  HtapSource *source,
                  const HtapFindingFacts *facts)
{
  HtapFinding *self = g_object_new (HTAP_TYPE_FINDING, NULL);

  self->rule = rule;
  self->instance = instance != NULL ? g_object_ref (instance) : NULL;
  self->source = g_object_ref (source);
  self->facts = *facts;
  self->facts.text = g_strdup (facts->text);
  self->facts.other = g_strdup (facts->other);

  return self;
}

const HtapFindingRule *
htap_finding_get_rule (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->rule;
}

/**
 * htap_finding_get_rule_id:
 *
 * Returns: (transfer none): as scripts name the rule, `restart-needed`
 */
const char *
htap_finding_get_rule_id (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->rule->id;
}

HtapSeverity
htap_finding_get_severity (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), HTAP_SEVERITY_NONE);

  return self->rule->severity;
}

/**
 * htap_finding_get_instance:
 *
 * Returns: (transfer none) (nullable): %NULL if it is of the TaurusDB instance as a whole
 */
HtapInstance *
htap_finding_get_instance (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->instance;
}

/**
 * htap_finding_get_source:
 *
 * Returns: (transfer none): the TaurusDB instance, as it was read
 */
HtapSource *
htap_finding_get_source (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->source;
}

const HtapFindingFacts *
htap_finding_get_facts (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return &self->facts;
}

/**
 * htap_finding_concerns:
 *
 * Returns: whether it is of @instance, or of the TaurusDB instance that @instance belongs to
 */
gboolean
htap_finding_concerns (HtapFinding *self, HtapInstance *instance)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), FALSE);

  return self->instance != NULL ? self->instance == instance
                                : self->source == htap_instance_get_source (instance);
}

/**
 * htap_finding_get_subject:
 *
 * Returns: (transfer none): the name, else the id, of what it is a finding of; untrusted text
 */
const char *
htap_finding_get_subject (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->instance != NULL ? htap_instance_get_name (self->instance)
                                : htap_source_get_shown_name (self->source);
}

/**
 * htap_finding_dup_key:
 *
 * Returns: (transfer full): the rule and the id of what it is a finding of, `frozen:…in17`: the
 * same after a restart, so that it can be remembered
 */
char *
htap_finding_dup_key (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return g_strdup_printf ("%s:%s", self->rule->id,
                          self->instance != NULL ? htap_instance_get_id (self->instance)
                                                 : htap_source_get_taurus_id (self->source));
}

/**
 * htap_finding_dup_sentence:
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): what is wrong; untrusted text may be in it
 */
char *
htap_finding_dup_sentence (HtapFinding *self, gint64 now)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->rule->dup_sentence (self, now);
}

/**
 * htap_finding_dup_remedy:
 *
 * Returns: (transfer full) (nullable): what to do about it
 */
char *
htap_finding_dup_remedy (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return htap_finding_rule_dup_remedy (self->rule, self);
}

/**
 * htap_finding_hash:
 *
 * Goes with htap_finding_is_same().
 */
guint
htap_finding_hash (gconstpointer finding)
{
  const HtapFinding *self = finding;

  return g_direct_hash (self->rule) * 31 +
         g_direct_hash (self->instance != NULL ? (gpointer) self->instance : self->source);
}

/**
 * htap_finding_is_same:
 *
 * Returns: whether both are that one rule hits one thing, whatever they say of it
 */
gboolean
htap_finding_is_same (gconstpointer a, gconstpointer b)
{
  const HtapFinding *self = a;
  const HtapFinding *other = b;

  return self->rule == other->rule && self->instance == other->instance &&
         (self->instance != NULL || self->source == other->source);
}

/**
 * htap_finding_says_same:
 *
 * Returns: whether the texts of both are the same as well
 */
gboolean
htap_finding_says_same (HtapFinding *self, HtapFinding *other)
{
  return htap_finding_is_same (self, other) && self->source == other->source &&
         self->facts.number == other->facts.number && self->facts.limit == other->facts.limit &&
         g_strcmp0 (self->facts.text, other->facts.text) == 0 &&
         g_strcmp0 (self->facts.other, other->facts.other) == 0;
}
