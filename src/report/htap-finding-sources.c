/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-sources.h"

#include "htap-finding-check.h"
#include "htap-finding-rule.h"

/* One source as it was when rules were asked about it. */
typedef struct
{
  HtapSource *source;
  guint place;
  gint64 due;
  GPtrArray *found; /* HtapFinding, by rule */
} Entry;

struct _HtapFindingSources
{
  GHashTable *entries; /* HtapSource → Entry, which owns it */
  GPtrArray *order;    /* Entry, borrowed, as the list goes */
  GHashTable *shared;  /* id of the TaurusDB instance → GPtrArray of Entry, borrowed, likewise */
  gint64 due;          /* not later than the first of them */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->source);
  g_ptr_array_unref (entry->found);
  g_free (entry);
}

static Entry *
entry_new (HtapSource *source)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->source = g_object_ref (source);
  entry->found = g_ptr_array_new_with_free_func (g_object_unref);

  return entry;
}

HtapFindingSources *
htap_finding_sources_new (void)
{
  HtapFindingSources *self = g_new0 (HtapFindingSources, 1);

  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->order = g_ptr_array_new ();
  self->shared = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_ptr_array_unref);
  self->due = HTAP_FINDING_NEVER_DUE;

  return self;
}

void
htap_finding_sources_free (HtapFindingSources *self)
{
  g_hash_table_unref (self->shared);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->entries);
  g_free (self);
}

/* Returns: (transfer none) (nullable): what said the same before */
static HtapFinding *
find_same (GPtrArray *before, HtapFinding *finding)
{
  for (guint i = 0; i < before->len; i++)
    if (htap_finding_says_same (before->pdata[i], finding))
      return before->pdata[i];

  return NULL;
}

/* Two profiles may look at one TaurusDB instance; one of them is enough to say how full it is:
 * @speaks. Returns: (transfer full): what was found before */
static GPtrArray *
ask (Entry *entry, gboolean speaks, gint64 now)
{
  HtapFindingMoment moment = { now, HTAP_FINDING_NEVER_DUE };
  GPtrArray *before = g_steal_pointer (&entry->found);

  entry->found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < HTAP_N_RULES; i++)
    {
      const HtapFindingRule *rule = htap_finding_rule_get (i);
      HtapFindingFacts facts = { 0 };
      g_autoptr (HtapFinding) finding = NULL;
      HtapFinding *known;

      if (rule->hits_source == NULL || !(rule->of_unread || speaks) ||
          !rule->hits_source (entry->source, &moment, &facts))
        continue;

      finding = htap_finding_new (&rule->kind, NULL, entry->source, &facts);
      known = find_same (before, finding);
      g_ptr_array_add (entry->found, g_object_ref (known != NULL ? known : finding));
    }
  entry->due = moment.due;

  return before;
}

static gboolean
has_same (GPtrArray *some, GPtrArray *others)
{
  if (some->len != others->len)
    return FALSE;

  for (guint i = 0; i < some->len; i++)
    if (some->pdata[i] != others->pdata[i])
      return FALSE;

  return TRUE;
}

/* @news: (nullable). Returns: whether something else is found of a TaurusDB instance */
static gboolean
ask_all_of (HtapFindingSources *self, GPtrArray *entries, gint64 now, HtapFindingNews *news)
{
  gboolean said = FALSE;
  gboolean differs = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[i];
      gboolean speaks = !said && htap_source_get_state (entry->source) == HTAP_SOURCE_FRESH;
      g_autoptr (GPtrArray) before = ask (entry, speaks, now);

      said = said || speaks;
      differs = differs || !has_same (before, entry->found);
      if (news != NULL)
        htap_finding_news_note_all (news, before, entry->found, entry->place);
      self->due = MIN (self->due, entry->due);
    }

  return differs;
}

static Entry *
take_entry (GHashTable *known, HtapSource *source)
{
  gpointer entry;

  if (g_hash_table_steal_extended (known, source, NULL, &entry))
    return entry;

  return entry_new (source);
}

static void
share (HtapFindingSources *self, Entry *entry)
{
  const char *taurus_id = htap_source_get_taurus_id (entry->source);
  GPtrArray *entries = g_hash_table_lookup (self->shared, taurus_id);

  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (self->shared, (gpointer) taurus_id, entries);
    }

  g_ptr_array_add (entries, entry);
}

/* Returns: whether something was found of one that is gone */
static gboolean
follow (HtapFindingSources *self, GListModel *sources)
{
  g_autoptr (GHashTable) known = g_steal_pointer (&self->entries);
  guint n_sources = g_list_model_get_n_items (sources);
  gboolean differs = FALSE;
  GHashTableIter iter;
  gpointer entry;

  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  g_hash_table_remove_all (self->shared);
  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      Entry *taken = take_entry (known, source);

      taken->place = i;
      g_hash_table_insert (self->entries, source, taken);
      g_ptr_array_add (self->order, taken);
      share (self, taken);
    }

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    differs = differs || ((Entry *) entry)->found->len > 0;

  return differs;
}

/**
 * htap_finding_sources_look:
 * @sources: a list of #HtapSource, each once
 * @now: seconds since 1970 UTC
 *
 * Asks about all of them.
 *
 * Returns: whether something else is found than at the last look
 */
gboolean
htap_finding_sources_look (HtapFindingSources *self, GListModel *sources, gint64 now)
{
  gboolean differs = follow (self, sources);
  GHashTableIter iter;
  gpointer entries;

  self->due = HTAP_FINDING_NEVER_DUE;
  g_hash_table_iter_init (&iter, self->shared);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    differs = ask_all_of (self, entries, now, NULL) || differs;

  return differs;
}

/* Adds those for which it is time to the set @wanted. */
static void
add_due (HtapFindingSources *self, gint64 now, GHashTable *wanted)
{
  if (now < self->due)
    return;

  self->due = HTAP_FINDING_NEVER_DUE;
  for (guint i = 0; i < self->order->len; i++)
    {
      const Entry *entry = self->order->pdata[i];

      if (now >= entry->due)
        g_hash_table_add (wanted, (gpointer) htap_source_get_taurus_id (entry->source));
      else
        self->due = MIN (self->due, entry->due);
    }
}

/**
 * htap_finding_sources_look_at:
 * @touched: (element-type HtapSource): a set of those of which something else is known than at the
 *   last look; the list is the same
 * @now: seconds since 1970 UTC, not before the last look
 * @news: what is found of them now is added
 */
void
htap_finding_sources_look_at (HtapFindingSources *self,
                              GHashTable *touched,
                              gint64 now,
                              HtapFindingNews *news)
{
  /* What one profile reads of a TaurusDB instance may let another one speak. */
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (self->entries, key))
      g_hash_table_add (wanted, (gpointer) htap_source_get_taurus_id (key));
  add_due (self, now, wanted);

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    ask_all_of (self, g_hash_table_lookup (self->shared, key), now, news);
}

/**
 * htap_finding_sources_get_due:
 *
 * Returns: when something else will be found if nothing changes, seconds since 1970 UTC;
 *   %HTAP_FINDING_NEVER_DUE if never
 */
gint64
htap_finding_sources_get_due (HtapFindingSources *self)
{
  gint64 due = HTAP_FINDING_NEVER_DUE;

  for (guint i = 0; i < self->order->len; i++)
    due = MIN (due, ((Entry *) self->order->pdata[i])->due);

  return due;
}

/**
 * htap_finding_sources_collect:
 * @rows: (element-type HtapFindingRow): what is found is added, in the order of the list, then of
 *   the rules
 */
void
htap_finding_sources_collect (HtapFindingSources *self, GArray *rows)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      const Entry *entry = self->order->pdata[i];

      for (guint j = 0; j < entry->found->len; j++)
        htap_finding_rows_add (rows, entry->found->pdata[j], entry->place);
    }
}
