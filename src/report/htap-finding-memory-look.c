/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-memory-private.h"

/* A look at what was touched alone. */

/**
 * htap_finding_memory_note_gone:
 * @position: in the list, as it was until now
 * @n_gone: how many have left it from there on, of those that were there at the last look
 *
 * The next look, whichever it is, finds nothing of them.
 */
void
htap_finding_memory_note_gone (HtapFindingMemory *self, guint position, guint n_gone)
{
  g_return_if_fail (position + n_gone <= self->order->len);

  for (guint i = position; i < position + n_gone; i++)
    {
      HtapFindingEntry *entry = self->order->pdata[i];

      g_hash_table_steal (self->entries, entry->instance);
      g_ptr_array_add (self->leaving, entry);
    }

  if (n_gone > 0)
    g_ptr_array_remove_range (self->order, position, n_gone);
}

/**
 * htap_finding_memory_get_size:
 *
 * Returns: how many instances the last look saw, without those that are gone since
 */
guint
htap_finding_memory_get_size (HtapFindingMemory *self)
{
  return self->order->len;
}

static void
forget_leaving (HtapFindingMemory *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  for (guint i = 0; i < self->leaving->len; i++)
    {
      HtapFindingEntry *entry = self->leaving->pdata[i];

      htap_finding_news_note_all (self->news, entry->found, nothing, entry->place);
      htap_finding_news_note (self->news, entry->twin, NULL, entry->place);
      htap_finding_memory_let_go (self, entry);
    }
  g_ptr_array_set_size (self->leaving, 0);
}

static void
look_at_entry (HtapFindingMemory *self, HtapFindingEntry *entry, GHashTable *details, gint64 now)
{
  HtapFindingDetail *detail = g_hash_table_lookup (details, entry->instance);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (HtapFinding) twin = NULL;

  if (now < entry->due && htap_finding_entry_is_current (entry, detail))
    return;

  found = g_ptr_array_ref (entry->found);
  twin = entry->twin != NULL ? g_object_ref (entry->twin) : NULL;
  htap_finding_memory_renew (self, entry, detail, now);
  htap_finding_news_note_all (self->news, found, entry->found, entry->place);
  htap_finding_news_note (self->news, twin, entry->twin, entry->place);
}

static void
look_at_appended (HtapFindingMemory *self, GListModel *instances, GHashTable *details, gint64 now)
{
  guint n_instances = g_list_model_get_n_items (instances);

  for (guint i = self->order->len; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      HtapFindingEntry *entry = htap_finding_memory_add_entry (self, instance);

      entry->place = self->next_place++;
      g_ptr_array_add (self->order, entry);
      look_at_entry (self, entry, details, now);
    }
}

static void
look_at_touched (HtapFindingMemory *self, GHashTable *touched, GHashTable *details, gint64 now)
{
  GHashTableIter iter;
  gpointer instance;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &instance, NULL))
    {
      HtapFindingEntry *entry = g_hash_table_lookup (self->entries, instance);

      if (entry != NULL)
        look_at_entry (self, entry, details, now);
    }
}

/* Time alone may bring something. */
static void
look_at_due (HtapFindingMemory *self, GHashTable *details, gint64 now)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    if (now >= ((HtapFindingEntry *) entry)->due)
      g_ptr_array_add (due, entry);

  for (guint i = 0; i < due->len; i++)
    look_at_entry (self, due->pdata[i], details, now);
}

/**
 * htap_finding_memory_look_at:
 * @touched: of what something else is known than at the last look
 * @instances: the list that was looked at before, to the end of which some may have come since;
 *   of those that went htap_finding_memory_note_gone() has told
 * @details: (element-type HtapInstance HtapFindingDetail): as for htap_finding_memory_look()
 * @now: seconds since 1970 UTC, not before the last look
 *
 * Asks the rules about what was touched, has come, or for which it is time. The sources are those
 * of the last look.
 *
 * Returns: whether anything else is found; htap_finding_memory_get_news() tells what
 */
gboolean
htap_finding_memory_look_at (HtapFindingMemory *self,
                             HtapTouched *touched,
                             GListModel *instances,
                             GHashTable *details,
                             gint64 now)
{
  self->look++;
  g_ptr_array_set_size (self->changed, 0);
  htap_finding_news_clear (self->news);

  forget_leaving (self);
  look_at_appended (self, instances, details, now);
  look_at_touched (self, htap_touched_get_instances (touched), details, now);
  look_at_due (self, details, now);
  htap_finding_groups_look (self->groups, self->news, htap_finding_memory_note_changed, self);
  htap_finding_sources_look_at (self->sources, htap_touched_get_sources (touched), now, self->news);
  self->looked = now;

  if (htap_finding_news_is_empty (self->news))
    return FALSE;

  self->rows_are_old = TRUE;

  return TRUE;
}

/**
 * htap_finding_memory_get_news:
 *
 * Returns: (transfer none): how the last look at what was touched differs from the one before it;
 *   valid until the next look
 */
HtapFindingNews *
htap_finding_memory_get_news (HtapFindingMemory *self)
{
  return self->news;
}
