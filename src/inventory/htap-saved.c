/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-saved.h"

#include "htap-decoder.h"
#include "htap-taurus-decoder.h"
#include "htap-taurus.h"

/* Up to this many bytes are read and decoded at once, which takes the time of two frames: the window
 * opens with rows. To open it, show that it is empty and fill it then takes longer. */
#define INLINE_LIMIT (1536 * 1024)

typedef struct
{
  HtapSnapshotStore *store;
  char **profiles;
  GPtrArray *set_aside;
} Reading;

static Reading *
reading_new (HtapSnapshotStore *store, char **profiles)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (store);
  reading->profiles = g_strdupv (profiles);
  reading->set_aside = g_ptr_array_new_with_free_func (g_free);

  return reading;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->store);
  g_strfreev (reading->profiles);
  g_ptr_array_unref (reading->set_aside);
  g_free (reading);
}

void
htap_saved_free (HtapSaved *self)
{
  htap_snapshot_free (self->snapshot);
  g_clear_pointer (&self->answer, htap_answer_free);
  g_clear_pointer (&self->taurus, g_ptr_array_unref);
  g_free (self);
}

/**
 * htap_saved_get_as_of:
 *
 * Returns: when it was answered, seconds since 1970 UTC: a clock that was set back since does not
 *   make an answer come from the future
 */
gint64
htap_saved_get_as_of (const HtapSaved *self)
{
  return CLAMP (self->snapshot->as_of, 1, g_get_real_time () / G_USEC_PER_SEC);
}

static GPtrArray *
decode_taurus (GBytes *answer)
{
  g_autoptr (HtapPage) page = htap_taurus_decode_page (answer, NULL);

  return page != NULL ? g_ptr_array_ref (page->items) : NULL;
}

/* @snapshot: (transfer full). Returns: (nullable): %NULL if the answer is none; it is set aside */
static HtapSaved *
decode (HtapSnapshotStore *store, HtapSnapshot *snapshot, GPtrArray *set_aside)
{
  g_autoptr (HtapSaved) saved = g_new0 (HtapSaved, 1);

  saved->snapshot = snapshot;
  if (snapshot->taurus_id != NULL)
    saved->answer = htap_decoder_decode (snapshot->answer, NULL);
  else
    saved->taurus = decode_taurus (snapshot->answer);

  if (saved->answer == NULL && saved->taurus == NULL)
    {
      htap_snapshot_store_set_aside (store, snapshot, set_aside);
      return NULL;
    }

  /* What was made of it has a copy: what comes next is made where it was. */
  g_clear_pointer (&snapshot->answer, g_bytes_unref);
  if (saved->answer != NULL)
    g_clear_pointer (&saved->answer->bytes, g_bytes_unref);

  return g_steal_pointer (&saved);
}

static GPtrArray *
read_all (Reading *reading)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_saved_free);

  for (guint i = 0; reading->profiles[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) snapshots =
          htap_snapshot_store_read (reading->store, reading->profiles[i], reading->set_aside);

      g_ptr_array_set_free_func (snapshots, NULL);
      for (guint j = 0; j < snapshots->len; j++)
        {
          HtapSaved *saved = decode (reading->store, snapshots->pdata[j], reading->set_aside);

          if (saved != NULL)
            g_ptr_array_add (all, saved);
        }
    }

  return all;
}

static void
read_in_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, read_all (data), (GDestroyNotify) g_ptr_array_unref);
}

/* The program starts: no more files are looked at than it takes to know. */
static gboolean
is_small (const Reading *reading)
{
  gsize size = 0;

  for (guint i = 0; reading->profiles[i] != NULL && size < INLINE_LIMIT; i++)
    size +=
        htap_snapshot_store_get_size (reading->store, reading->profiles[i], INLINE_LIMIT - size);

  return size < INLINE_LIMIT;
}

/**
 * htap_saved_read_now:
 * @profiles: uuids of the profiles whose snapshots to read
 * @set_aside: (out) (transfer full) (element-type filename): as htap_saved_read_finish() says
 *
 * Reads and decodes snapshots, if they are so few that it takes no time.
 *
 * Returns: (transfer full) (nullable) (element-type HtapSaved): what was there; %NULL for too many,
 *   see htap_saved_read_async()
 */
GPtrArray *
htap_saved_read_now (HtapSnapshotStore *store, char **profiles, GPtrArray **set_aside)
{
  Reading *reading = reading_new (store, profiles);
  GPtrArray *all = is_small (reading) ? read_all (reading) : NULL;

  *set_aside = all != NULL ? g_ptr_array_ref (reading->set_aside) : NULL;
  reading_free (reading);

  return all;
}

/**
 * htap_saved_read_async:
 * @profiles: uuids of the profiles whose snapshots to read
 * @cancellable: (nullable): answers at once, whatever the thread does
 *
 * Reads and decodes snapshots in a thread. Those that are not understood are set aside.
 */
void
htap_saved_read_async (HtapSnapshotStore *store,
                       char **profiles,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_saved_read_async);
  g_task_set_task_data (task, reading_new (store, profiles), reading_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_task);
}

/**
 * htap_saved_read_finish:
 * @set_aside: (out) (transfer full) (element-type filename): where the files are now that were not
 *   understood; %NULL with @error
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapSaved): what was there; %NULL with @error
 */
GPtrArray *
htap_saved_read_finish (GAsyncResult *result, GPtrArray **set_aside, GError **error)
{
  const Reading *reading;
  GPtrArray *all;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  reading = g_task_get_task_data (G_TASK (result));
  all = g_task_propagate_pointer (G_TASK (result), error);
  *set_aside = all != NULL ? g_ptr_array_ref (reading->set_aside) : NULL;

  return all;
}
