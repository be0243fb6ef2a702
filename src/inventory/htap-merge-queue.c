/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-merge-queue.h"

#define MERGE_INTERVAL (400 * G_TIME_SPAN_MILLISECOND)
#define MERGE_REST     4

/* What is merged at once does not stop the window for much longer than a frame. A part of what is
 * listed already, for each merge has a cost of its own that grows with that. */
#define FEWEST_INSTANCES 500
#define PART             8

typedef struct
{
  HtapSource *source;
  HtapAnswer *answer; /* (nullable) */
  GError *error;      /* (nullable): why there is no answer */
  gint64 arrived;     /* seconds since 1970 UTC */
} Pending;

struct _HtapMergeQueue
{
  HtapInstanceList *list;
  GPtrArray *pending; /* Pending, in the order in which they came */
  HtapMerged merged;
  HtapMergeTaken taken; /* (nullable) */
  gpointer user_data;
  guint n_holds;
  guint n_instances; /* in the answers that wait */
  gint64 rested;     /* monotonic time; not before that, however many wait */
  gint64 not_before; /* monotonic time */
  gboolean hurries;  /* neither of them counts */
  guint timeout;
};

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->source);
  g_clear_pointer (&pending->answer, htap_answer_free);
  g_clear_error (&pending->error);
  g_free (pending);
}

static HtapFieldSet
merge_answers (HtapMergeQueue *self, GPtrArray *pending)
{
  g_autofree HtapListing *listings = g_new (HtapListing, pending->len);
  guint n_listings = 0;

  for (guint i = 0; i < pending->len; i++)
    {
      const Pending *one = pending->pdata[i];

      if (one->answer != NULL)
        listings[n_listings++] =
            (HtapListing){ one->source, one->answer->records, one->arrived };
    }

  return htap_instance_list_merge (self->list, listings, n_listings);
}

/* After the list, so that a count never runs ahead of the rows it counts. */
static void
tell_source (HtapMergeQueue *self, const Pending *pending)
{
  const HtapAnswer *answer = pending->answer;
  HtapSourceState before = htap_source_get_state (pending->source);

  if (answer != NULL)
    htap_source_succeed (pending->source, pending->arrived, answer->total, answer->maximum,
                         answer->records->len, answer->deviations);
  else if (g_error_matches (pending->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    htap_source_abandon (pending->source);
  else
    htap_source_fail (pending->source, pending->error);

  htap_instance_list_touch_source (self->list, pending->source, before);
}

/* Another profile may read the same rows, and more recently; it may have answered just now, too. */
static HtapFieldSet
hand_over (HtapMergeQueue *self, GPtrArray *pending)
{
  HtapFieldSet changed = 0;

  for (guint i = 0; i < pending->len; i++)
    {
      const Pending *one = pending->pdata[i];

      if (htap_source_get_state (one->source) != HTAP_SOURCE_FRESH)
        changed |= htap_instance_list_hand_over (self->list, one->source);
    }

  return changed;
}

static void
hand_out (HtapMergeQueue *self, GPtrArray *pending)
{
  for (guint i = 0; i < pending->len; i++)
    {
      const Pending *one = pending->pdata[i];

      if (one->answer != NULL)
        self->taken (one->source, one->answer, self->user_data);
    }
}

/* How many instances are merged at once. */
static guint
get_most (HtapMergeQueue *self)
{
  return MAX (FEWEST_INSTANCES, g_list_model_get_n_items (G_LIST_MODEL (self->list)) / PART);
}

static guint
count_instances (const Pending *pending)
{
  return pending->answer != NULL ? pending->answer->records->len : 0;
}

/* Returns: (transfer full): those that came first, no more than have @most instances, but one */
static GPtrArray *
take (HtapMergeQueue *self, guint most)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) pending_free);
  guint n_instances = 0;

  for (guint i = 0; i < self->pending->len; i++)
    {
      n_instances += count_instances (self->pending->pdata[i]);
      if (i > 0 && n_instances > most)
        break;

      g_ptr_array_add (taken, self->pending->pdata[i]);
      self->n_instances -= count_instances (self->pending->pdata[i]);
    }

  g_ptr_array_set_free_func (self->pending, NULL);
  if (taken->len > 0)
    g_ptr_array_remove_range (self->pending, 0, taken->len);
  g_ptr_array_set_free_func (self->pending, (GDestroyNotify) pending_free);

  return taken;
}

static void
merge (HtapMergeQueue *self, guint most)
{
  g_autoptr (GPtrArray) taken = NULL;
  gint64 begin = g_get_monotonic_time ();
  HtapFieldSet changed;
  gint64 end;

  if (self->n_holds > 0)
    return;

  taken = take (self, most);
  if (self->pending->len == 0)
    self->hurries = FALSE;
  if (taken->len == 0)
    return;

  changed = merge_answers (self, taken);
  for (guint i = 0; i < taken->len; i++)
    tell_source (self, taken->pdata[i]);
  if (self->taken != NULL)
    hand_out (self, taken);
  changed |= hand_over (self, taken);
  self->merged (changed, self->user_data);

  end = g_get_monotonic_time ();
  self->rested = end + MERGE_REST * (end - begin);
  self->not_before = MAX (end + MERGE_INTERVAL, self->rested);
}

static gboolean on_timeout (gpointer user_data);

/* What waits is merged by itself. */
static void
wait (HtapMergeQueue *self)
{
  gint64 until = self->n_instances >= get_most (self) ? self->rested : self->not_before;
  gint64 left = MAX (until - g_get_monotonic_time (), 0) / G_TIME_SPAN_MILLISECOND;

  if (self->timeout != 0 || self->pending->len == 0 || self->n_holds > 0)
    return;

  /* Drawing and whoever types come first. */
  self->timeout = self->hurries ? g_idle_add (on_timeout, self)
                                : g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, (guint) left + 1,
                                                      on_timeout, self, NULL);
}

static gboolean
on_timeout (gpointer user_data)
{
  HtapMergeQueue *self = user_data;

  self->timeout = 0;
  merge (self, get_most (self));
  wait (self);

  return G_SOURCE_REMOVE;
}

/**
 * htap_merge_queue_new:
 * @list: where the answers go
 * @user_data: outlives the queue
 */
HtapMergeQueue *
htap_merge_queue_new (HtapInstanceList *list, HtapMerged merged, gpointer user_data)
{
  HtapMergeQueue *self = g_new0 (HtapMergeQueue, 1);

  self->list = g_object_ref (list);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) pending_free);
  self->merged = merged;
  self->user_data = user_data;

  return self;
}

/**
 * htap_merge_queue_free:
 *
 * What is still waiting is dropped.
 */
void
htap_merge_queue_free (HtapMergeQueue *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_ptr_array_unref (self->pending);
  g_object_unref (self->list);
  g_free (self);
}

static void
push (HtapMergeQueue *self, HtapSource *source, HtapAnswer *answer, const GError *error)
{
  Pending *pending = g_new0 (Pending, 1);
  gint64 now = g_get_monotonic_time ();
  guint most;

  pending->source = g_object_ref (source);
  pending->answer = answer;
  pending->error = error != NULL ? g_error_copy (error) : NULL;
  pending->arrived = g_get_real_time () / G_USEC_PER_SEC;
  g_ptr_array_add (self->pending, pending);
  self->n_instances += count_instances (pending);

  most = get_most (self);
  if (now >= self->not_before || (self->n_instances >= most && now >= self->rested))
    merge (self, most);
  wait (self);
}

/**
 * htap_merge_queue_set_taken:
 * @taken: called with the user data of the queue
 */
void
htap_merge_queue_set_taken (HtapMergeQueue *self, HtapMergeTaken taken)
{
  self->taken = taken;
}

/**
 * htap_merge_queue_hold:
 *
 * Nothing is merged before as many htap_merge_queue_release(): what the answers are to be compared
 * with is on its way.
 */
void
htap_merge_queue_hold (HtapMergeQueue *self)
{
  self->n_holds++;
}

/**
 * htap_merge_queue_release:
 *
 * Merges what came meanwhile, as htap_merge_queue_hurry() does, unless somebody else holds it.
 */
void
htap_merge_queue_release (HtapMergeQueue *self)
{
  g_return_if_fail (self->n_holds > 0);

  self->n_holds--;
  htap_merge_queue_hurry (self);
}

/**
 * htap_merge_queue_push:
 * @answer: (transfer full): what @source said just now; what it said before and still waits is
 *   dropped
 */
void
htap_merge_queue_push (HtapMergeQueue *self, HtapSource *source, HtapAnswer *answer)
{
  htap_merge_queue_forget (self, source);
  push (self, source, answer, NULL);
}

/**
 * htap_merge_queue_push_error:
 * @error: why @source said nothing; %G_IO_ERROR_CANCELLED if it was not let say anything
 *
 * Its rows stay, also those of an answer that still waits, or another source that lists them takes
 * them over.
 */
void
htap_merge_queue_push_error (HtapMergeQueue *self, HtapSource *source, const GError *error)
{
  push (self, source, NULL, error);
}

/**
 * htap_merge_queue_forget:
 *
 * Drops what waits for a source that is no longer read.
 */
void
htap_merge_queue_forget (HtapMergeQueue *self, HtapSource *source)
{
  for (guint i = self->pending->len; i-- > 0;)
    {
      const Pending *pending = self->pending->pdata[i];

      if (pending->source != source)
        continue;

      self->n_instances -= count_instances (pending);
      g_ptr_array_remove_index (self->pending, i);
    }
}

/**
 * htap_merge_queue_is_empty:
 *
 * Returns: whether nothing waits
 */
gboolean
htap_merge_queue_is_empty (HtapMergeQueue *self)
{
  return self->pending->len == 0;
}

/**
 * htap_merge_queue_hurry:
 *
 * Merges what waits, now, for at the end of a sweep nobody should wait for the last rows; if that is
 * a lot, part by part, as soon as the main loop has nothing better to do.
 */
void
htap_merge_queue_hurry (HtapMergeQueue *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->hurries = TRUE;
  merge (self, get_most (self));
  wait (self);
}

/**
 * htap_merge_queue_flush:
 *
 * Merges all that waits, before this returns.
 */
void
htap_merge_queue_flush (HtapMergeQueue *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  merge (self, G_MAXUINT);
}
