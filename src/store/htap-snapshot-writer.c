/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot-writer.h"

#include "htap-snapshot-folder.h"
#include "htap-swap-file.h"

/* What the thread is asked for. Of a snapshot that waits the content may still change, or go. */
typedef struct
{
  char *path;             /* of a file to write, or of a file or folder to remove */
  HtapSnapshot *snapshot; /* (nullable): to write */
  GTask *task;            /* (nullable): to answer once everything is removed */
  gboolean is_removal;
} Job;

struct _HtapSnapshotWriter
{
  HtapWriteReport *report;
  GThreadPool *thread; /* of one */

  GMutex mutex;
  GHashTable *waiting; /* path → Job that writes it and has not begun; both borrowed */

  HtapSwapFile *swap_file; /* the thread's alone */
};

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_pointer (&job->snapshot, htap_snapshot_free);
  g_clear_object (&job->task);
  g_free (job);
}

static void
write_snapshot (HtapSnapshotWriter *self, const char *path, const HtapSnapshot *snapshot)
{
  g_autoptr (GBytes) contents = htap_snapshot_write (snapshot);
  GError *problem = NULL;

  if (contents == NULL)
    return;

  htap_swap_file_write (self->swap_file, path, contents, &problem);
  htap_write_report_tell (self->report, problem);
}

static void
remove_all (Job *job)
{
  g_autoptr (GError) error = NULL;

  if (job->task == NULL)
    htap_snapshot_folder_remove (job->path, NULL);
  else if (htap_snapshot_folder_clear (job->path, &error))
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_steal_pointer (&error));
}

/* In the thread, whose end is waited for before the writer goes. */
static void
do_job (gpointer data, gpointer user_data)
{
  HtapSnapshotWriter *self = user_data;
  Job *job = data;

  g_mutex_lock (&self->mutex);
  if (g_hash_table_lookup (self->waiting, job->path) == job)
    g_hash_table_remove (self->waiting, job->path);
  g_mutex_unlock (&self->mutex);

  if (job->is_removal)
    remove_all (job);
  else if (job->snapshot != NULL)
    write_snapshot (self, job->path, job->snapshot);
  job_free (job);
}

/**
 * htap_snapshot_writer_new:
 * @listener: who has it, and outlives it
 * @func: as of htap_write_report_new()
 *
 * Returns: (transfer full): a writer, which has no thread before there is work
 */
HtapSnapshotWriter *
htap_snapshot_writer_new (GObject *listener, HtapWriteReportFunc func)
{
  HtapSnapshotWriter *self = g_new0 (HtapSnapshotWriter, 1);

  self->report = htap_write_report_new (listener, func);
  g_mutex_init (&self->mutex);
  self->waiting = g_hash_table_new (g_str_hash, g_str_equal);
  self->swap_file = htap_swap_file_new ();
  /* A shared pool cannot fail to start. */
  self->thread = g_thread_pool_new (do_job, self, 1, FALSE, NULL);

  return self;
}

/**
 * htap_snapshot_writer_free:
 *
 * Everything that waits is done first.
 */
void
htap_snapshot_writer_free (HtapSnapshotWriter *self)
{
  g_thread_pool_free (self->thread, FALSE, TRUE);
  htap_swap_file_free (self->swap_file);
  g_hash_table_unref (self->waiting);
  g_mutex_clear (&self->mutex);
  htap_write_report_free (self->report);
  g_free (self);
}

static void
push (HtapSnapshotWriter *self, Job *job)
{
  g_thread_pool_push (self->thread, job, NULL);
}

/**
 * htap_snapshot_writer_write:
 * @path: of its file
 * @snapshot: (transfer full): takes the place of one that waits for the same file
 *
 * Returns at once; a failure is reported.
 */
void
htap_snapshot_writer_write (HtapSnapshotWriter *self, const char *path, HtapSnapshot *snapshot)
{
  Job *job;

  g_mutex_lock (&self->mutex);
  job = g_hash_table_lookup (self->waiting, path);
  if (job != NULL)
    {
      g_clear_pointer (&job->snapshot, htap_snapshot_free);
      job->snapshot = snapshot;
    }
  else
    {
      job = g_new0 (Job, 1);
      job->path = g_strdup (path);
      job->snapshot = snapshot;
      g_hash_table_insert (self->waiting, job->path, job);
      push (self, job);
    }
  g_mutex_unlock (&self->mutex);
}

/* What waits for @place, or one below it, is not written any more. */
static void
drop_waiting (HtapSnapshotWriter *self, const char *place)
{
  g_autofree char *prefix = g_strconcat (place, G_DIR_SEPARATOR_S, NULL);
  GHashTableIter iter;
  gpointer path, job;

  g_mutex_lock (&self->mutex);
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &path, &job))
    if (g_str_equal (path, place) || g_str_has_prefix (path, prefix))
      {
        g_clear_pointer (&((Job *) job)->snapshot, htap_snapshot_free);
        g_hash_table_iter_remove (&iter);
      }
  g_mutex_unlock (&self->mutex);
}

static void
remove_place (HtapSnapshotWriter *self, const char *place, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  drop_waiting (self, place);
  job->path = g_strdup (place);
  job->task = task;
  job->is_removal = TRUE;
  push (self, job);
}

/**
 * htap_snapshot_writer_remove:
 * @place: a file, or the folder of one profile
 *
 * Removes it, a folder with everything in it, what is about to be written included. Returns at
 * once.
 */
void
htap_snapshot_writer_remove (HtapSnapshotWriter *self, const char *place)
{
  remove_place (self, place, NULL);
}

/**
 * htap_snapshot_writer_clear:
 * @folder: the one that has a folder for each profile
 * @task: (transfer full): gets a boolean, or %HTAP_ERROR_STORAGE if something could not be removed
 *
 * Removes all of those folders, what is about to be written included. Returns at once.
 */
void
htap_snapshot_writer_clear (HtapSnapshotWriter *self, const char *folder, GTask *task)
{
  remove_place (self, folder, task);
}
