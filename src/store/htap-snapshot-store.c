/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot-store.h"

#include "htap-error.h"
#include "htap-profile-file.h"
#include "htap-snapshot-folder.h"
#include "htap-swap-file.h"

/* What the writer is asked for. Of a snapshot that waits the content may still change, or go. */
typedef struct
{
  char *path;             /* of a file to write, or of a file or folder to remove */
  HtapSnapshot *snapshot; /* (nullable): to write */
  GTask *task;            /* (nullable): to answer once everything is removed */
  gboolean is_removal;
} Job;

/* How writing went, on its way to the main thread. */
typedef struct
{
  GWeakRef store;
  GError *problem; /* (nullable) */
} Report;

struct _HtapSnapshotStore
{
  GObject parent_instance;
  char *folder;
  GThreadPool *writer; /* of one thread */
  GMainContext *context;
  GError *problem;

  GMutex mutex;
  GHashTable *waiting; /* path → Job that writes it and has not begun; both borrowed */

  /* The writer's alone. */
  HtapSwapFile *swap_file;
  gboolean is_failing;
};

enum
{
  SIGNAL_PROBLEM_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapSnapshotStore, htap_snapshot_store, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_pointer (&job->snapshot, htap_snapshot_free);
  g_clear_object (&job->task);
  g_free (job);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_weak_ref_clear (&report->store);
  g_clear_error (&report->problem);
  g_free (report);
}

static gboolean
on_report (gpointer data)
{
  Report *report = data;
  g_autoptr (HtapSnapshotStore) self = g_weak_ref_get (&report->store);

  if (self == NULL)
    return G_SOURCE_REMOVE;

  g_clear_error (&self->problem);
  self->problem = g_steal_pointer (&report->problem);
  g_signal_emit (self, signals[SIGNAL_PROBLEM_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* A full disk refuses hundreds of files at once: that is one thing to say. */
static void
tell (HtapSnapshotStore *self, GError *problem)
{
  g_autoptr (GSource) source = NULL;
  Report *report;

  if ((problem != NULL) == self->is_failing)
    {
      g_clear_error (&problem);
      return;
    }

  self->is_failing = problem != NULL;
  report = g_new0 (Report, 1);
  g_weak_ref_init (&report->store, self);
  report->problem = problem;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_report, report, report_free);
  g_source_attach (source, self->context);
}

static void
write_snapshot (HtapSnapshotStore *self, const char *path, const HtapSnapshot *snapshot)
{
  g_autoptr (GBytes) contents = htap_snapshot_write (snapshot);
  GError *problem = NULL;

  if (contents == NULL)
    return;

  htap_swap_file_write (self->swap_file, path, contents, &problem);
  tell (self, problem);
}

static void
remove_all (HtapSnapshotStore *self, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (job->task == NULL)
    htap_snapshot_folder_remove (job->path, NULL);
  else if (htap_snapshot_folder_clear (job->path, &error))
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_steal_pointer (&error));
}

/* In the writer's thread. The store waits for its end before it goes. */
static void
do_job (gpointer data, gpointer user_data)
{
  HtapSnapshotStore *self = user_data;
  Job *job = data;

  g_mutex_lock (&self->mutex);
  if (g_hash_table_lookup (self->waiting, job->path) == job)
    g_hash_table_remove (self->waiting, job->path);
  g_mutex_unlock (&self->mutex);

  if (job->is_removal)
    remove_all (self, job);
  else if (job->snapshot != NULL)
    write_snapshot (self, job->path, job->snapshot);
  job_free (job);
}

static void
htap_snapshot_store_dispose (GObject *object)
{
  HtapSnapshotStore *self = HTAP_SNAPSHOT_STORE (object);

  if (self->writer != NULL)
    g_thread_pool_free (g_steal_pointer (&self->writer), FALSE, TRUE);

  G_OBJECT_CLASS (htap_snapshot_store_parent_class)->dispose (object);
}

static void
htap_snapshot_store_finalize (GObject *object)
{
  HtapSnapshotStore *self = HTAP_SNAPSHOT_STORE (object);

  htap_swap_file_free (self->swap_file);
  g_hash_table_unref (self->waiting);
  g_mutex_clear (&self->mutex);
  g_clear_error (&self->problem);
  g_main_context_unref (self->context);
  g_free (self->folder);

  G_OBJECT_CLASS (htap_snapshot_store_parent_class)->finalize (object);
}

static void
htap_snapshot_store_class_init (HtapSnapshotStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_snapshot_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_snapshot_store_finalize;

  signals[SIGNAL_PROBLEM_CHANGED] =
      g_signal_new ("problem-changed", HTAP_TYPE_SNAPSHOT_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
htap_snapshot_store_init (HtapSnapshotStore *self)
{
  g_mutex_init (&self->mutex);
  self->waiting = g_hash_table_new (g_str_hash, g_str_equal);
  self->context = g_main_context_ref_thread_default ();
  self->swap_file = htap_swap_file_new ();
  /* No thread before there is work: a shared pool cannot fail to start either. */
  self->writer = g_thread_pool_new (do_job, self, 1, FALSE, NULL);
}

/**
 * htap_snapshot_store_new:
 * @folder: (nullable): where to keep them; %NULL for `htap-inventory` in the user's cache. It need
 *   not be there.
 *
 * Returns: (transfer full): a new store, which has touched nothing
 */
HtapSnapshotStore *
htap_snapshot_store_new (const char *folder)
{
  HtapSnapshotStore *self = g_object_new (HTAP_TYPE_SNAPSHOT_STORE, NULL);

  self->folder = folder != NULL
                     ? g_strdup (folder)
                     : g_build_filename (g_get_user_cache_dir (), "htap-inventory", NULL);

  return self;
}

/**
 * htap_snapshot_store_get_problem:
 *
 * Returns: (transfer none) (nullable): why the last file could not be written; it is as it was
 */
const GError *
htap_snapshot_store_get_problem (HtapSnapshotStore *self)
{
  g_return_val_if_fail (HTAP_IS_SNAPSHOT_STORE (self), NULL);

  return self->problem;
}

/* Returns: (transfer full) (nullable): %NULL if @profile is no name for a folder */
static char *
dup_folder (HtapSnapshotStore *self, const char *profile)
{
  return htap_profile_file_accepts_uuid (profile) ? g_build_filename (self->folder, profile, NULL)
                                                  : NULL;
}

/**
 * htap_snapshot_store_get_size:
 * @profile: a profile's uuid
 * @enough: looks at no more files once it has so many bytes
 *
 * May be called in any thread.
 *
 * Returns: how many bytes htap_snapshot_store_read() would read, or at least @enough
 */
gsize
htap_snapshot_store_get_size (HtapSnapshotStore *self, const char *profile, gsize enough)
{
  g_autofree char *folder = dup_folder (self, profile);

  return folder != NULL ? htap_snapshot_folder_get_size (folder, enough) : 0;
}

/**
 * htap_snapshot_store_read:
 * @profile: a profile's uuid
 * @set_aside: (element-type filename): where the files are now that were not understood: broken,
 *   not whole, of a newer program, or of another profile. Nothing else suffers from them.
 *
 * Reads what is on the disk; what waits to be written is not there yet. May be called in any
 * thread.
 *
 * Returns: (transfer full) (element-type HtapSnapshot): the profile's snapshots, in no order
 */
GPtrArray *
htap_snapshot_store_read (HtapSnapshotStore *self, const char *profile, GPtrArray *set_aside)
{
  g_autofree char *folder = dup_folder (self, profile);

  return folder != NULL ? htap_snapshot_folder_read (folder, profile, set_aside)
                        : g_ptr_array_new_with_free_func ((GDestroyNotify) htap_snapshot_free);
}

/**
 * htap_snapshot_store_set_aside:
 * @snapshot: one that was read, and whose answer is not understood
 * @set_aside: (element-type filename): where its file is now is added
 *
 * May be called in any thread.
 */
void
htap_snapshot_store_set_aside (HtapSnapshotStore *self,
                               const HtapSnapshot *snapshot,
                               GPtrArray *set_aside)
{
  g_autofree char *folder = dup_folder (self, snapshot->profile);
  g_autofree char *name = htap_snapshot_dup_file_name (snapshot);

  if (folder != NULL && name != NULL)
    htap_snapshot_folder_set_aside (folder, name, set_aside);
}

static void
push (HtapSnapshotStore *self, Job *job)
{
  g_thread_pool_push (self->writer, job, NULL);
}

/**
 * htap_snapshot_store_save:
 * @snapshot: (transfer full): takes the place of the one before. One whose ids are no file names is
 *   dropped.
 *
 * Returns at once; a failure becomes the problem.
 */
void
htap_snapshot_store_save (HtapSnapshotStore *self, HtapSnapshot *snapshot)
{
  g_autofree char *name = htap_snapshot_dup_file_name (snapshot);
  g_autofree char *folder = dup_folder (self, snapshot->profile);
  g_autofree char *path = NULL;
  Job *job;

  if (name == NULL || folder == NULL)
    {
      htap_snapshot_free (snapshot);
      return;
    }

  path = g_build_filename (folder, name, NULL);
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
      job->path = g_steal_pointer (&path);
      job->snapshot = snapshot;
      g_hash_table_insert (self->waiting, job->path, job);
      push (self, job);
    }
  g_mutex_unlock (&self->mutex);
}

/* What waits for @place, or one below it, is not written any more. */
static void
drop_waiting (HtapSnapshotStore *self, const char *place)
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
remove_place (HtapSnapshotStore *self, const char *place, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  drop_waiting (self, place);
  job->path = g_strdup (place);
  job->task = task;
  job->is_removal = TRUE;
  push (self, job);
}

/**
 * htap_snapshot_store_remove:
 * @profile: a profile's uuid
 *
 * Removes everything that was kept for it, what is about to be written included. Returns at once.
 */
void
htap_snapshot_store_remove (HtapSnapshotStore *self, const char *profile)
{
  g_autofree char *folder = NULL;

  g_return_if_fail (HTAP_IS_SNAPSHOT_STORE (self));

  folder = dup_folder (self, profile);
  if (folder != NULL)
    remove_place (self, folder, NULL);
}

/**
 * htap_snapshot_store_forget:
 * @profile: a profile's uuid
 * @project_id: (nullable): as in #HtapSnapshot; %NULL is the region's own
 * @taurus_id: (nullable): as in #HtapSnapshot
 *
 * Removes the last answer to one question, be it about to be written. Returns at once.
 */
void
htap_snapshot_store_forget (HtapSnapshotStore *self,
                            const char *profile,
                            const char *region,
                            const char *project_id,
                            const char *taurus_id)
{
  const HtapSnapshot question = { .profile = (char *) profile,
                                  .region = (char *) region,
                                  .project_id = (char *) (project_id != NULL ? project_id : ""),
                                  .taurus_id = (char *) taurus_id };
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (HTAP_IS_SNAPSHOT_STORE (self));

  name = htap_snapshot_dup_file_name (&question);
  folder = dup_folder (self, profile);
  if (name == NULL || folder == NULL)
    return;

  path = g_build_filename (folder, name, NULL);
  remove_place (self, path, NULL);
}

/**
 * htap_snapshot_store_clear_async:
 *
 * Removes everything that was kept for any profile, be it known or not.
 */
void
htap_snapshot_store_clear_async (HtapSnapshotStore *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HTAP_IS_SNAPSHOT_STORE (self));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_snapshot_store_clear_async);
  remove_place (self, self->folder, task);
}

/**
 * htap_snapshot_store_clear_finish:
 * @error: %HTAP_ERROR_STORAGE, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE if something could not be removed; the rest is
 */
gboolean
htap_snapshot_store_clear_finish (HtapSnapshotStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
