/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot-store.h"

#include "htap-profile-file.h"
#include "htap-snapshot-folder.h"
#include "htap-snapshot-writer.h"

struct _HtapSnapshotStore
{
  GObject parent_instance;
  char *folder;
  HtapSnapshotWriter *writer;
  GError *problem;
};

enum
{
  SIGNAL_PROBLEM_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapSnapshotStore, htap_snapshot_store, G_TYPE_OBJECT)

static void
on_writer_report (gpointer listener, GError *problem)
{
  HtapSnapshotStore *self = listener;

  g_clear_error (&self->problem);
  self->problem = problem;
  g_signal_emit (self, signals[SIGNAL_PROBLEM_CHANGED], 0);
}

static void
htap_snapshot_store_dispose (GObject *object)
{
  HtapSnapshotStore *self = HTAP_SNAPSHOT_STORE (object);

  g_clear_pointer (&self->writer, htap_snapshot_writer_free);

  G_OBJECT_CLASS (htap_snapshot_store_parent_class)->dispose (object);
}

static void
htap_snapshot_store_finalize (GObject *object)
{
  HtapSnapshotStore *self = HTAP_SNAPSHOT_STORE (object);

  g_clear_error (&self->problem);
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
  self->writer = htap_snapshot_writer_new (G_OBJECT (self), on_writer_report);
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

  if (name == NULL || folder == NULL)
    {
      htap_snapshot_free (snapshot);
      return;
    }

  path = g_build_filename (folder, name, NULL);
  htap_snapshot_writer_write (self->writer, path, snapshot);
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
    htap_snapshot_writer_remove (self->writer, folder);
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
  htap_snapshot_writer_remove (self->writer, path);
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
  htap_snapshot_writer_clear (self->writer, self->folder, task);
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
