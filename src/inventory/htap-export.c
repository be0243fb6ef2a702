/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-export.h"

#include "htap-disk-file.h"

typedef struct
{
  char *path;
  GBytes *contents;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_bytes_unref (job->contents);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GError) error = NULL;

  if (htap_disk_file_replace (job->path, job->contents, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_export_async:
 * @path: (type filename): a file that is there keeps its mode
 *
 * Writes a file in a thread, see htap_disk_file_replace(). It cannot be cancelled: a disk can be
 * slow, but half of a file is of no use.
 */
void
htap_export_async (const char *path,
                   GBytes *contents,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new (Job, 1);

  job->path = g_strdup (path);
  job->contents = g_bytes_ref (contents);
  g_task_set_source_tag (task, htap_export_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * htap_export_finish:
 * @error: %HTAP_ERROR_STORAGE, its subject the path
 *
 * Returns: %FALSE if nothing was written; a file that was there is as it was
 */
gboolean
htap_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
