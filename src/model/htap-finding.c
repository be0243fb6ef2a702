/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding.h"

struct _HtapFinding
{
  GObject parent_instance;
  const HtapFindingKind *kind;
  char *instance_id; /* NULL: of the whole TaurusDB instance */
  char *instance_name;
  HtapSource *source;
  HtapFindingFacts facts; /* its texts are owned */
  char *key;              /* made when first asked for */
};

G_DEFINE_FINAL_TYPE (HtapFinding, htap_finding, G_TYPE_OBJECT)

static void
htap_finding_finalize (GObject *object)
{
  HtapFinding *self = HTAP_FINDING (object);

  g_clear_object (&self->source);
  g_free (self->instance_id);
  g_free (self->instance_name);
  g_free ((char *) self->facts.text);
  g_free ((char *) self->facts.other);
  g_free (self->key);

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
 * @kind: what is wrong; outlives it
 * @instance: (nullable): with whom, as it is now; %NULL for the TaurusDB instance as a whole
 * @source: of @instance, or the TaurusDB instance
 * @facts: copied
 *
 * It holds nothing of @instance, which may hold it.
 *
 * Returns: (transfer full):
 */
HtapFinding *
htap_finding_new (const HtapFindingKind *kind,
                  HtapInstance *instance,
                  HtapSource *source,
                  const HtapFindingFacts *facts)
{
  HtapFinding *self = g_object_new (HTAP_TYPE_FINDING, NULL);

  self->kind = kind;
  self->source = g_object_ref (source);
  self->facts = *facts;
  self->facts.text = g_strdup (facts->text);
  self->facts.other = g_strdup (facts->other);
  if (instance != NULL)
    {
      self->instance_id = g_strdup (htap_instance_get_id (instance));
      self->instance_name = g_strdup (htap_instance_get_name (instance));
    }

  return self;
}

/**
 * htap_finding_get_kind:
 *
 * Returns: (transfer none): what it was made with
 */
const HtapFindingKind *
htap_finding_get_kind (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->kind;
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

  return self->kind->id;
}

HtapSeverity
htap_finding_get_severity (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), HTAP_SEVERITY_NONE);

  return self->kind->severity;
}

/**
 * htap_finding_get_instance_id:
 *
 * Returns: (transfer none) (nullable): %NULL if it is of the TaurusDB instance as a whole
 */
const char *
htap_finding_get_instance_id (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->instance_id;
}

/**
 * htap_finding_get_instance_name:
 *
 * Returns: (transfer none) (nullable): htap_instance_get_name(); %NULL where there is no id
 */
const char *
htap_finding_get_instance_name (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->instance_name;
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
 * htap_finding_get_subject:
 *
 * Returns: (transfer none): the name, else the id, of what it is a finding of; untrusted text
 */
const char *
htap_finding_get_subject (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  return self->instance_name != NULL ? self->instance_name
                                     : htap_source_get_shown_name (self->source);
}

/**
 * htap_finding_get_key:
 *
 * Returns: (transfer none): the rule and the id of what it is a finding of, `frozen:…in17`: the
 *   same after a restart, so that it can be remembered
 */
const char *
htap_finding_get_key (HtapFinding *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), NULL);

  if (self->key == NULL)
    self->key = g_strdup_printf (
        "%s:%s", self->kind->id,
        self->instance_id != NULL ? self->instance_id : htap_source_get_taurus_id (self->source));

  return self->key;
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

  return self->kind->dup_sentence (self, now);
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

  return self->kind->dup_remedy (self);
}

/**
 * htap_finding_says_same:
 *
 * Returns: whether nobody could tell one from the other
 */
gboolean
htap_finding_says_same (HtapFinding *self, HtapFinding *other)
{
  return self->kind == other->kind && self->source == other->source &&
         self->facts.number == other->facts.number && self->facts.limit == other->facts.limit &&
         g_strcmp0 (self->instance_id, other->instance_id) == 0 &&
         g_strcmp0 (self->instance_name, other->instance_name) == 0 &&
         g_strcmp0 (self->facts.text, other->facts.text) == 0 &&
         g_strcmp0 (self->facts.other, other->facts.other) == 0;
}

/* Two profiles may look at one TaurusDB instance; what one cannot read is no matter of the other.
 */
static gboolean
is_shared_with (HtapFinding *self, HtapSource *source)
{
  return htap_source_get_state (self->source) == HTAP_SOURCE_FRESH &&
         g_str_equal (htap_source_get_taurus_id (self->source),
                      htap_source_get_taurus_id (source)) &&
         g_str_equal (htap_source_get_region (self->source), htap_source_get_region (source));
}

/**
 * htap_finding_is_of_database:
 * @source: where an HTAP instance is read
 *
 * Returns: whether it is of the TaurusDB instance as a whole that @source looks at
 */
gboolean
htap_finding_is_of_database (HtapFinding *self, HtapSource *source)
{
  g_return_val_if_fail (HTAP_IS_FINDING (self), FALSE);

  return self->instance_id == NULL && (self->source == source || is_shared_with (self, source));
}
