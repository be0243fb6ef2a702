/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-merge-queue.h"

#define MERGE_INTERVAL (400 * G_TIME_SPAN_MILLISECOND)
#define MERGE_REST     4

/* With so many instances in waiting another merge would stop the window for longer than a frame. */
#define MANY_INSTANCES 2000

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
tell_source (const Pending *pending)
{
  const HtapAnswer *answer = pending->answer;

  if (answer != NULL)
    htap_source_succeed (pending->source, pending->arrived, answer->total, answer->maximum,
                         answer->records->len, answer->deviations);
  else if (g_error_matches (pending->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    htap_source_abandon (pending->source);
  else
    htap_source_fail (pending->source, pending->error);
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

static gboolean
on_timeout (gpointer user_data)
{
  HtapMergeQueue *self = user_data;

  self->timeout = 0;
  htap_merge_queue_flush (self);

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
  gint64 wait = self->not_before - now;

  pending->source = g_object_ref (source);
  pending->answer = answer;
  pending->error = error != NULL ? g_error_copy (error) : NULL;
  pending->arrived = g_get_real_time () / G_USEC_PER_SEC;
  g_ptr_array_add (self->pending, pending);
  self->n_instances += answer != NULL ? answer->records->len : 0;

  if (wait <= 0 || (self->n_instances >= MANY_INSTANCES && now >= self->rested))
    htap_merge_queue_flush (self);
  else if (self->timeout == 0)
    self->timeout = g_timeout_add ((guint) (wait / G_TIME_SPAN_MILLISECOND) + 1, on_timeout, self);
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
 * Merges what came meanwhile, unless somebody else holds it.
 */
void
htap_merge_queue_release (HtapMergeQueue *self)
{
  g_return_if_fail (self->n_holds > 0);

  self->n_holds--;
  htap_merge_queue_flush (self);
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

      self->n_instances -= pending->answer != NULL ? pending->answer->records->len : 0;
      g_ptr_array_remove_index (self->pending, i);
    }
}

/**
 * htap_merge_queue_flush:
 *
 * Merges what waits, now: at the end of a sweep nobody should wait for the last rows.
 */
void
htap_merge_queue_flush (HtapMergeQueue *self)
{
  g_autoptr (GPtrArray) pending = NULL;
  gint64 begin = g_get_monotonic_time ();
  HtapFieldSet changed;
  gint64 end;

  if (self->n_holds > 0)
    return;

  pending = g_steal_pointer (&self->pending);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) pending_free);
  self->n_instances = 0;
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (pending->len == 0)
    return;

  changed = merge_answers (self, pending);
  for (guint i = 0; i < pending->len; i++)
    tell_source (pending->pdata[i]);
  if (self->taken != NULL)
    hand_out (self, pending);
  changed |= hand_over (self, pending);
  self->merged (changed, self->user_data);

  end = g_get_monotonic_time ();
  self->rested = end + MERGE_REST * (end - begin);
  self->not_before = MAX (end + MERGE_INTERVAL, self->rested);
}
