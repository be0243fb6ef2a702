/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-entry.h"

#include "htap-finding-check.h"

HtapFindingEntry *
htap_finding_entry_new (HtapInstance *instance)
{
  HtapFindingEntry *self = g_new0 (HtapFindingEntry, 1);

  self->instance = g_object_ref (instance);
  self->due = HTAP_FINDING_NEVER_DUE;
  self->found = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
htap_finding_entry_free (HtapFindingEntry *self)
{
  g_object_unref (self->instance);
  g_clear_object (&self->source);
  g_clear_pointer (&self->record, htap_record_unref);
  g_clear_pointer (&self->detail, htap_finding_detail_unref);
  g_ptr_array_unref (self->found);
  g_clear_object (&self->twin);
  g_free (self);
}

static gboolean
is_fresh (HtapInstance *instance)
{
  return htap_instance_get_listed (instance) &&
         htap_source_get_state (htap_instance_get_source (instance)) == HTAP_SOURCE_FRESH;
}

/**
 * htap_finding_entry_is_current:
 * @detail: (nullable): what is known beyond the list
 *
 * A record never changes, so that the same one has the same said of it.
 *
 * Returns: whether all that rules are asked about is as it was
 */
gboolean
htap_finding_entry_is_current (const HtapFindingEntry *self, HtapFindingDetail *detail)
{
  return self->detail == detail && self->record == htap_instance_get_record (self->instance) &&
         self->source == htap_instance_get_source (self->instance) &&
         self->fresh == is_fresh (self->instance) &&
         self->is_gone == !htap_instance_get_listed (self->instance) &&
         self->gone_since == htap_instance_get_gone_since (self->instance);
}

/**
 * htap_finding_take_in:
 * @present: (inout) (nullable): what was found before; what is found now
 * @found: (transfer full) (nullable):
 *
 * What says the same as before stays the same object, so that views see no difference.
 *
 * Returns: whether it is another
 */
gboolean
htap_finding_take_in (HtapFinding **present, HtapFinding *found)
{
  g_autoptr (HtapFinding) other = found;

  if (*present == NULL && other == NULL)
    return FALSE;
  if (*present != NULL && other != NULL && htap_finding_says_same (*present, other))
    return FALSE;

  return g_set_object (present, other);
}

static HtapFinding *
find_kind (GPtrArray *findings, const HtapFindingKind *kind)
{
  for (guint i = 0; i < findings->len; i++)
    if (htap_finding_get_kind (findings->pdata[i]) == kind)
      return findings->pdata[i];

  return NULL;
}

/* What is too old says nothing; until it is, that is what is waited for. */
static const HtapFindingDetail *
get_recent (const HtapFindingEntry *self, HtapFindingMoment *moment)
{
  if (self->detail == NULL || moment->now >= self->detail->until)
    return NULL;

  moment->due = MIN (moment->due, self->detail->until);

  return self->detail;
}

/* That an instance is gone was established once, however old the news of its neighbours are. */
static gboolean
hits (const HtapFindingRule *rule,
      const HtapFindingEntry *entry,
      const HtapFindingDetail *recent,
      HtapFindingMoment *moment,
      HtapFindingFacts *facts)
{
  if (rule == htap_finding_rule_get (HTAP_RULE_GONE))
    {
      facts->number = entry->gone_since;
      return entry->is_gone;
    }
  if (!entry->fresh)
    return FALSE;
  if (rule->hits_instance != NULL)
    return rule->hits_instance (entry->record, moment, facts);

  return rule->hits_detail != NULL && recent != NULL && rule->hits_detail (recent, facts);
}

/* Asks the rules, and keeps what they said before where it is the same. */
static gboolean
ask (HtapFindingEntry *self, HtapFindingMoment *moment)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->found);
  const HtapFindingDetail *recent = self->fresh ? get_recent (self, moment) : NULL;
  gboolean differs = FALSE;

  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; (self->fresh || self->is_gone) && i < HTAP_N_RULES; i++)
    {
      const HtapFindingRule *rule = htap_finding_rule_get (i);
      HtapFindingFacts facts = { 0 };
      HtapFinding *finding;

      if (!hits (rule, self, recent, moment, &facts))
        continue;

      finding = find_kind (before, &rule->kind);
      if (finding != NULL)
        g_object_ref (finding);
      differs = htap_finding_take_in (&finding, htap_finding_new (&rule->kind, self->instance,
                                                                  self->source, &facts)) ||
                differs;
      g_ptr_array_add (self->found, finding);
    }

  return differs || before->len != self->found->len;
}

/**
 * htap_finding_entry_renew:
 * @detail: (nullable): what is known beyond the list
 * @now: seconds since 1970 UTC
 *
 * Asks the rules that look at one instance alone, about it as it is now.
 *
 * Returns: whether something else is found, or it can be asked now and could not before, or the
 *   reverse
 */
gboolean
htap_finding_entry_renew (HtapFindingEntry *self, HtapFindingDetail *detail, gint64 now)
{
  HtapFindingMoment moment = { now, HTAP_FINDING_NEVER_DUE };
  HtapRecord *record = htap_instance_get_record (self->instance);
  gboolean was_fresh = self->fresh;
  gboolean differs;

  if (self->record != record)
    {
      g_clear_pointer (&self->record, htap_record_unref);
      self->record = htap_record_ref (record);
    }
  if (self->detail != detail)
    {
      g_clear_pointer (&self->detail, htap_finding_detail_unref);
      self->detail = detail != NULL ? htap_finding_detail_ref (detail) : NULL;
    }
  g_set_object (&self->source, htap_instance_get_source (self->instance));
  self->fresh = is_fresh (self->instance);
  self->is_gone = !htap_instance_get_listed (self->instance);
  self->gone_since = htap_instance_get_gone_since (self->instance);

  differs = ask (self, &moment);
  self->due = moment.due;

  return differs || was_fresh != self->fresh;
}

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const HtapFindingRule *one = htap_finding_rule_get_of (*(HtapFinding *const *) a);
  const HtapFindingRule *other = htap_finding_rule_get_of (*(HtapFinding *const *) b);

  return one < other ? -1 : one > other;
}

/**
 * htap_finding_entry_dup_found:
 *
 * Returns: (transfer full) (nullable) (element-type HtapFinding): all that is wrong with the
 *   instance itself, the worst first; %NULL if rules cannot be asked
 */
GPtrArray *
htap_finding_entry_dup_found (const HtapFindingEntry *self)
{
  GPtrArray *all;

  if (!self->fresh && !self->is_gone)
    return NULL;

  all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->found->len; i++)
    g_ptr_array_add (all, g_object_ref (self->found->pdata[i]));
  if (self->twin != NULL)
    g_ptr_array_add (all, g_object_ref (self->twin));
  g_ptr_array_sort (all, compare_rules);

  return all;
}
