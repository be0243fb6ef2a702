/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-memory.h"

#include "htap-finding-check.h"
#include "htap-finding-groups.h"
#include "htap-finding-sources.h"

#include <string.h>

struct _HtapFindingMemory
{
  GHashTable *entries;       /* HtapInstance → HtapFindingEntry, which owns it */
  GPtrArray *order;          /* HtapFindingEntry, borrowed, as the list goes */
  HtapFindingGroups *groups; /* of the entries */
  HtapFindingSources *sources;
  GPtrArray *all;
  GPtrArray *changed; /* HtapInstance */
  guint64 look;
  gint64 looked; /* when, seconds since 1970 UTC */
  gint64 due;
};

HtapFindingMemory *
htap_finding_memory_new (void)
{
  HtapFindingMemory *self = g_new0 (HtapFindingMemory, 1);

  self->entries =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) htap_finding_entry_free);
  self->order = g_ptr_array_new ();
  self->groups = htap_finding_groups_new ();
  self->sources = htap_finding_sources_new ();
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->changed = g_ptr_array_new_with_free_func (g_object_unref);
  self->due = HTAP_FINDING_NEVER_DUE;

  return self;
}

void
htap_finding_memory_free (HtapFindingMemory *self)
{
  htap_finding_groups_free (self->groups);
  htap_finding_sources_free (self->sources);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->changed);
  g_free (self);
}

static void
note_changed (HtapFindingEntry *entry, gpointer user_data)
{
  HtapFindingMemory *self = user_data;

  g_ptr_array_add (self->changed, g_object_ref (entry->instance));
}

static void
renew (HtapFindingMemory *self, HtapFindingEntry *entry, HtapFindingDetail *detail, gint64 now)
{
  gboolean differs;

  htap_finding_groups_leave (self->groups, entry);
  differs = htap_finding_entry_renew (entry, detail, now);
  if (entry->fresh)
    htap_finding_groups_enter (self->groups, entry);
  if (entry->addresses == NULL)
    differs = htap_finding_take_in (&entry->twin, NULL) || differs;

  if (differs)
    note_changed (entry, self);
}

/* Mostly an instance is where it was at the last look. */
static HtapFindingEntry *
get_entry (HtapFindingMemory *self, HtapInstance *instance, guint place)
{
  HtapFindingEntry *entry = place < self->order->len ? self->order->pdata[place] : NULL;

  if (entry != NULL && entry->instance == instance)
    return entry;

  entry = g_hash_table_lookup (self->entries, instance);
  if (entry == NULL)
    {
      entry = htap_finding_entry_new (instance);
      g_hash_table_insert (self->entries, instance, entry);
    }

  return entry;
}

/* A clock that was set back makes too early again what was late enough. Returns whether there was
 * anything to ask about. */
static gboolean
look_at_instances (HtapFindingMemory *self, GListModel *instances, GHashTable *details, gint64 now)
{
  guint n_instances = g_list_model_get_n_items (instances);
  guint n_details = details != NULL ? g_hash_table_size (details) : 0;
  gboolean went_back = now < self->looked;
  gboolean asked = FALSE;

  for (guint i = 0; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      HtapFindingEntry *entry = get_entry (self, instance, i);
      HtapFindingDetail *detail = n_details > 0 ? g_hash_table_lookup (details, instance) : NULL;

      entry->place = i;
      entry->look = self->look;
      if (i < self->order->len)
        self->order->pdata[i] = entry;
      else
        g_ptr_array_add (self->order, entry);
      if (went_back || now >= entry->due || !htap_finding_entry_is_current (entry, detail))
        {
          renew (self, entry, detail, now);
          asked = TRUE;
        }
      self->due = MIN (self->due, entry->due);
    }
  g_ptr_array_set_size (self->order, (int) n_instances);

  return asked;
}

/* Lets go of instances that have left the list. Returns whether there were any. */
static gboolean
forget_gone (HtapFindingMemory *self)
{
  GHashTableIter iter;
  gpointer value;

  if (g_hash_table_size (self->entries) == self->order->len)
    return FALSE;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      HtapFindingEntry *entry = value;

      if (entry->look == self->look)
        continue;

      note_changed (entry, self);
      htap_finding_groups_leave (self->groups, entry);
      g_hash_table_iter_remove (&iter);
    }

  return TRUE;
}

static void
sort_in (GPtrArray **by_rule, HtapFinding *finding)
{
  HtapFindingRuleIndex index = htap_finding_rule_get_index (htap_finding_rule_get_of (finding));

  g_ptr_array_add (by_rule[index], g_object_ref (finding));
}

/* The worst first, then by rule, then as the lists go. Returns whether it is something else now. */
static gboolean
put_together (HtapFindingMemory *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->all);
  GPtrArray *by_rule[HTAP_N_RULES];

  for (guint i = 0; i < HTAP_N_RULES; i++)
    by_rule[i] = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      const HtapFindingEntry *entry = self->order->pdata[i];
      HtapFinding *skew = htap_finding_groups_get_skew (entry);

      for (guint j = 0; j < entry->found->len; j++)
        sort_in (by_rule, entry->found->pdata[j]);
      if (entry->twin != NULL)
        sort_in (by_rule, entry->twin);
      if (skew != NULL)
        sort_in (by_rule, skew);
    }
  for (guint i = 0; i < htap_finding_sources_get_n (self->sources); i++)
    sort_in (by_rule, htap_finding_sources_get (self->sources, i));

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < HTAP_N_RULES; i++)
    g_ptr_array_extend_and_steal (self->all, by_rule[i]);

  return before->len != self->all->len ||
         (before->len > 0 &&
          memcmp (before->pdata, self->all->pdata, before->len * sizeof (gpointer)) != 0);
}

/**
 * htap_finding_memory_look:
 * @instances: a list of #HtapInstance
 * @sources: a list of #HtapSource, theirs among them
 * @details: (nullable) (element-type HtapInstance HtapFindingDetail): what was read of some of
 *   them beyond the list
 * @now: seconds since 1970 UTC
 *
 * Asks the rules about what is another than at the last look: an instance with another record, read
 * elsewhere, grown old, or of which more was read; one for which it is time; all of them if the
 * clock went back. Of what is not fresh only that is said.
 *
 * Returns: whether anything else is found
 */
gboolean
htap_finding_memory_look (HtapFindingMemory *self,
                          GListModel *instances,
                          GListModel *sources,
                          GHashTable *details,
                          gint64 now)
{
  gboolean asked;

  self->look++;
  self->due = HTAP_FINDING_NEVER_DUE;
  g_ptr_array_set_size (self->changed, 0);

  asked = look_at_instances (self, instances, details, now);
  asked = forget_gone (self) || asked;
  htap_finding_groups_look (self->groups, note_changed, self);
  asked = htap_finding_sources_look (self->sources, sources, now, &self->due) || asked;
  self->looked = now;

  return asked && put_together (self);
}

/**
 * htap_finding_memory_get_all:
 *
 * Returns: (transfer none) (element-type HtapFinding): the worst first, then by rule, then as the
 *   lists go; valid until the next look
 */
GPtrArray *
htap_finding_memory_get_all (HtapFindingMemory *self)
{
  return self->all;
}

/**
 * htap_finding_memory_get_changed:
 *
 * Returns: (transfer none) (element-type HtapInstance): those of which something else is found
 *   since the last look, or that can be looked at now and could not before, or the reverse; one may
 *   be there twice
 */
GPtrArray *
htap_finding_memory_get_changed (HtapFindingMemory *self)
{
  return self->changed;
}

/**
 * htap_finding_memory_dup_of:
 *
 * Returns: (transfer full) (nullable) (element-type HtapFinding): what is wrong with @instance
 *   itself, the worst first; %NULL if it is not in the list or what is known of it is too old to
 * say
 */
GPtrArray *
htap_finding_memory_dup_of (HtapFindingMemory *self, HtapInstance *instance)
{
  const HtapFindingEntry *entry = g_hash_table_lookup (self->entries, instance);

  return entry != NULL ? htap_finding_entry_dup_found (entry) : NULL;
}

/**
 * htap_finding_memory_get_due:
 *
 * Returns: when a look will find something that the last one could not though nothing changes,
 *   seconds since 1970 UTC; %HTAP_FINDING_NEVER_DUE if never
 */
gint64
htap_finding_memory_get_due (HtapFindingMemory *self)
{
  return self->due;
}
