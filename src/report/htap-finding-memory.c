/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-memory.h"

#include "htap-finding-check.h"
#include "htap-finding-memory-private.h"

HtapFindingMemory *
htap_finding_memory_new (void)
{
  HtapFindingMemory *self = g_new0 (HtapFindingMemory, 1);

  self->entries =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) htap_finding_entry_free);
  self->order = g_ptr_array_new ();
  self->leaving = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_finding_entry_free);
  self->waiting = g_hash_table_new (NULL, NULL);
  self->groups = htap_finding_groups_new ();
  self->sources = htap_finding_sources_new ();
  self->rows = htap_finding_rows_new ();
  self->news = htap_finding_news_new ();
  self->changed = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
htap_finding_memory_free (HtapFindingMemory *self)
{
  htap_finding_groups_free (self->groups);
  htap_finding_sources_free (self->sources);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->leaving);
  g_hash_table_unref (self->waiting);
  g_hash_table_unref (self->entries);
  g_array_unref (self->rows);
  htap_finding_news_free (self->news);
  g_ptr_array_unref (self->changed);
  g_free (self);
}

void
htap_finding_memory_note_changed (HtapFindingEntry *entry, gpointer user_data)
{
  HtapFindingMemory *self = user_data;

  g_ptr_array_add (self->changed, g_object_ref (entry->instance));
}

HtapFindingEntry *
htap_finding_memory_add_entry (HtapFindingMemory *self, HtapInstance *instance)
{
  HtapFindingEntry *entry = htap_finding_entry_new (instance);

  g_hash_table_insert (self->entries, instance, entry);

  return entry;
}

/* Asks the rules about @entry anew; those that compare are asked later. */
void
htap_finding_memory_renew (HtapFindingMemory *self,
                           HtapFindingEntry *entry,
                           HtapFindingDetail *detail,
                           gint64 now)
{
  gboolean differs;

  htap_finding_groups_leave (self->groups, entry);
  differs = htap_finding_entry_renew (entry, detail, now);
  if (entry->fresh)
    htap_finding_groups_enter (self->groups, entry);
  if (entry->addresses == NULL)
    differs = htap_finding_take_in (&entry->twin, NULL) || differs;

  if (entry->due != HTAP_FINDING_NEVER_DUE)
    g_hash_table_add (self->waiting, entry);
  else
    g_hash_table_remove (self->waiting, entry);
  if (differs)
    htap_finding_memory_note_changed (entry, self);
}

/* Its instance has left the list. */
void
htap_finding_memory_let_go (HtapFindingMemory *self, HtapFindingEntry *entry)
{
  htap_finding_memory_note_changed (entry, self);
  htap_finding_groups_leave (self->groups, entry);
  g_hash_table_remove (self->waiting, entry);
}

/* Mostly an instance is where it was at the last look. */
static HtapFindingEntry *
get_entry (HtapFindingMemory *self, HtapInstance *instance, guint place)
{
  HtapFindingEntry *entry = place < self->order->len ? self->order->pdata[place] : NULL;

  if (entry != NULL && entry->instance == instance)
    return entry;

  entry = g_hash_table_lookup (self->entries, instance);

  return entry != NULL ? entry : htap_finding_memory_add_entry (self, instance);
}

/* A clock that was set back makes too early again what was late enough. */
static void
look_at_instances (HtapFindingMemory *self, GListModel *instances, GHashTable *details, gint64 now)
{
  guint n_instances = g_list_model_get_n_items (instances);
  guint n_details = details != NULL ? g_hash_table_size (details) : 0;
  gboolean went_back = now < self->looked;

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
        htap_finding_memory_renew (self, entry, detail, now);
    }
  g_ptr_array_set_size (self->order, (int) n_instances);
  self->next_place = n_instances;
}

/* Lets go of instances that have left the list. */
static void
forget_gone (HtapFindingMemory *self)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < self->leaving->len; i++)
    htap_finding_memory_let_go (self, self->leaving->pdata[i]);
  g_ptr_array_set_size (self->leaving, 0);
  if (g_hash_table_size (self->entries) == self->order->len)
    return;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      HtapFindingEntry *entry = value;

      if (entry->look == self->look)
        continue;

      htap_finding_memory_let_go (self, entry);
      g_hash_table_iter_remove (&iter);
    }
}

static void
sort_in (GArray **by_rule, HtapFinding *finding, guint place)
{
  HtapFindingRuleIndex index = htap_finding_rule_get_index (htap_finding_rule_get_of (finding));

  htap_finding_rows_add (by_rule[index], finding, place);
}

static void
sort_in_entries (HtapFindingMemory *self, GArray **by_rule)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      const HtapFindingEntry *entry = self->order->pdata[i];
      HtapFinding *skew = htap_finding_groups_get_skew (entry);

      for (guint j = 0; j < entry->found->len; j++)
        sort_in (by_rule, entry->found->pdata[j], entry->place);
      if (entry->twin != NULL)
        sort_in (by_rule, entry->twin, entry->place);
      if (skew != NULL)
        sort_in (by_rule, skew, entry->place);
    }
}

/* The worst first, then by rule, then as the lists go. */
static void
put_together (HtapFindingMemory *self)
{
  g_autoptr (GArray) of_sources = htap_finding_rows_new ();
  GArray *by_rule[HTAP_N_RULES];

  for (guint i = 0; i < HTAP_N_RULES; i++)
    by_rule[i] = htap_finding_rows_new ();

  sort_in_entries (self, by_rule);
  htap_finding_sources_collect (self->sources, of_sources);
  for (guint i = 0; i < of_sources->len; i++)
    {
      const HtapFindingRow *row = &g_array_index (of_sources, HtapFindingRow, i);

      sort_in (by_rule, row->finding, row->place);
    }

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < HTAP_N_RULES; i++)
    {
      /* What it holds goes over. */
      g_array_append_vals (self->rows, by_rule[i]->data, by_rule[i]->len);
      g_array_set_clear_func (by_rule[i], NULL);
      g_array_unref (by_rule[i]);
    }
  self->rows_are_old = FALSE;
}

static gboolean
has_same (GArray *some, GArray *others)
{
  if (some->len != others->len)
    return FALSE;

  for (guint i = 0; i < some->len; i++)
    if (g_array_index (some, HtapFindingRow, i).finding !=
        g_array_index (others, HtapFindingRow, i).finding)
      return FALSE;

  return TRUE;
}

/**
 * htap_finding_memory_look:
 * @instances: a list of #HtapInstance
 * @sources: a list of #HtapSource, theirs among them
 * @details: (nullable) (element-type HtapInstance HtapFindingDetail): what was read of some of
 *   them beyond the list
 * @now: seconds since 1970 UTC
 *
 * Walks over all of them and asks the rules about what is another than at the last look: an instance
 * with another record, read elsewhere, grown old, or of which more was read; one for which it is
 * time; all of them if the clock went back. Of what is not fresh only that is said.
 *
 * Returns: whether anything else is found, or may be
 */
gboolean
htap_finding_memory_look (HtapFindingMemory *self,
                          GListModel *instances,
                          GListModel *sources,
                          GHashTable *details,
                          gint64 now)
{
  gboolean differs = self->rows_are_old;
  g_autoptr (GArray) before = g_steal_pointer (&self->rows);

  self->rows = htap_finding_rows_new ();
  self->look++;
  g_ptr_array_set_size (self->changed, 0);
  htap_finding_news_clear (self->news);

  look_at_instances (self, instances, details, now);
  forget_gone (self);
  htap_finding_groups_look (self->groups, NULL, htap_finding_memory_note_changed, self);
  htap_finding_groups_follow_places (self->groups);
  htap_finding_sources_look (self->sources, sources, now);
  self->looked = now;
  put_together (self);

  return differs || !has_same (before, self->rows);
}

/**
 * htap_finding_memory_get_rows:
 *
 * Returns: (transfer none) (element-type HtapFindingRow): all that is found, the worst first, then
 *   by rule, then as the lists go; valid until the next look
 */
GArray *
htap_finding_memory_get_rows (HtapFindingMemory *self)
{
  if (self->rows_are_old)
    put_together (self);

  return self->rows;
}

/**
 * htap_finding_memory_dup_all:
 *
 * Returns: (transfer full) (element-type HtapFinding): likewise
 */
GPtrArray *
htap_finding_memory_dup_all (HtapFindingMemory *self)
{
  GArray *rows = htap_finding_memory_get_rows (self);
  GPtrArray *all = g_ptr_array_new_full (rows->len, g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (all, g_object_ref (g_array_index (rows, HtapFindingRow, i).finding));

  return all;
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
  gint64 due = htap_finding_sources_get_due (self->sources);
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    due = MIN (due, ((HtapFindingEntry *) entry)->due);

  return due;
}
