/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-restore.h"

/* The more is listed, the more in one part, for what it moves on the screen has a cost of its own
 * that grows with that. */
#define FEWEST_INSTANCES 1000
#define MOST_INSTANCES   3000
#define PART             8

typedef struct
{
  HtapSource *source;
  const HtapSaved *saved;
} Waiting;

struct _HtapRestore
{
  HtapInstanceList *list;
  GListModel *sources;
  GArray *waiting; /* Waiting */
  guint n_done;    /* of them */
};

static void
waiting_clear (gpointer data)
{
  g_object_unref (((Waiting *) data)->source);
}

/**
 * htap_restore_new:
 * @list: where the answers go
 * @sources: those that are read
 *
 * Returns: (transfer full): nothing waits
 */
HtapRestore *
htap_restore_new (HtapInstanceList *list, GListModel *sources)
{
  HtapRestore *self = g_new0 (HtapRestore, 1);

  self->list = g_object_ref (list);
  self->sources = g_object_ref (sources);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_array_set_clear_func (self->waiting, waiting_clear);

  return self;
}

void
htap_restore_free (HtapRestore *self)
{
  g_array_unref (self->waiting);
  g_object_unref (self->sources);
  g_object_unref (self->list);
  g_free (self);
}

/**
 * htap_restore_add:
 * @source: one that was not added before
 * @saved: what an earlier run was answered by it; outlives this
 */
void
htap_restore_add (HtapRestore *self, HtapSource *source, const HtapSaved *saved)
{
  const Waiting waiting = { g_object_ref (source), saved };

  g_array_append_val (self->waiting, waiting);
}

static void
tell_source (HtapRestore *self, const Waiting *waiting)
{
  const HtapSnapshot *snapshot = waiting->saved->snapshot;
  const HtapAnswer *answer = waiting->saved->answer;
  HtapSource *source = waiting->source;
  HtapSourceState before = htap_source_get_state (source);

  htap_source_set_found_project_id (source, snapshot->found_project_id);
  if (htap_source_get_taurus_name (source) == NULL)
    htap_source_set_taurus_name (source, snapshot->taurus_name);
  htap_source_restore (source, htap_saved_get_as_of (waiting->saved), answer->total, answer->maximum,
                       answer->records->len, answer->deviations);
  htap_instance_list_touch_source (self->list, source, before);
}

static guint
get_most (HtapRestore *self)
{
  return CLAMP (g_list_model_get_n_items (G_LIST_MODEL (self->list)) / PART, FEWEST_INSTANCES,
                MOST_INSTANCES);
}

static GHashTable *
new_set (GListModel *sources)
{
  GHashTable *set = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  guint n_sources = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n_sources; i++)
    g_hash_table_add (set, g_list_model_get_item (sources, i));

  return set;
}

/**
 * htap_restore_is_over:
 *
 * Returns: whether nothing waits
 */
gboolean
htap_restore_is_over (HtapRestore *self)
{
  return self->n_done == self->waiting->len;
}

/**
 * htap_restore_go_on:
 *
 * Brings the next part into the list, and tells the sources.
 *
 * Returns: as htap_instance_list_merge()
 */
HtapFieldSet
htap_restore_go_on (HtapRestore *self)
{
  g_autoptr (GArray) listings = g_array_new (FALSE, FALSE, sizeof (HtapListing));
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autoptr (GHashTable) read = new_set (self->sources);
  guint most = get_most (self);
  guint n_instances = 0;
  HtapFieldSet changed;

  for (; self->n_done < self->waiting->len && n_instances < most; self->n_done++)
    {
      Waiting *waiting = &g_array_index (self->waiting, Waiting, self->n_done);
      HtapListing listing = { waiting->source, waiting->saved->answer->records, 0 };

      /* What has been answered meanwhile stays, and what is no longer read is of no use. */
      if (htap_source_get_as_of (waiting->source) != 0 ||
          !g_hash_table_contains (read, waiting->source))
        continue;

      g_array_append_val (listings, listing);
      g_ptr_array_add (taken, waiting);
      n_instances += listing.records->len;
    }

  changed = htap_instance_list_merge (self->list, (HtapListing *) listings->data, listings->len);
  for (guint i = 0; i < taken->len; i++)
    tell_source (self, taken->pdata[i]);

  return changed;
}
