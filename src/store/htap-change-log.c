/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-log.h"

#include "htap-change-file.h"
#include "htap-change-line.h"
#include "htap-error.h"
#include "htap-write-report.h"

/* The file may grow to so many bytes, or to twice what it had when it was last written anew. */
#define SMALLEST_LIMIT (256 * 1024)

/* A change, and whether it was seen at that time. */
typedef struct
{
  HtapChange *change;
  gboolean seen;
} Kept;

/* What the writer is asked for. */
typedef struct
{
  GArray *added;    /* (nullable): Kept, to append */
  HtapChange *seen; /* (nullable): of the instance whose changes are seen */
  gboolean is_seen; /* likewise; all instances without @seen */
  GArray *all;      /* (nullable): Kept, to write where appending is not possible */
  GTask *task;      /* (nullable): to answer once the file is removed, or read */
  gboolean is_read;
} Job;

/* What was read. */
typedef struct
{
  GPtrArray *changes;
  char *set_aside; /* (nullable) */
} Reading;

struct _HtapChangeLog
{
  GObject parent_instance;
  char *path;
  GThreadPool *writer; /* of one thread */
  HtapWriteReport *report;
  GError *problem;
  gint is_closed; /* atomic: the file cannot be read, so it is not written to */

  gsize limit; /* the writer's alone */
};

enum
{
  SIGNAL_PROBLEM_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapChangeLog, htap_change_log, G_TYPE_OBJECT)

static void
kept_clear (gpointer data)
{
  g_object_unref (((Kept *) data)->change);
}

static GArray *
keep (GPtrArray *changes)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (Kept), changes->len);

  g_array_set_clear_func (kept, kept_clear);
  for (guint i = 0; i < changes->len; i++)
    {
      Kept one = { g_object_ref (changes->pdata[i]), htap_change_get_seen (changes->pdata[i]) };

      g_array_append_val (kept, one);
    }

  return kept;
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->added, g_array_unref);
  g_clear_pointer (&job->all, g_array_unref);
  g_clear_object (&job->seen);
  g_clear_object (&job->task);
  g_free (job);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->changes, g_ptr_array_unref);
  g_free (reading->set_aside);
  g_free (reading);
}

static void
on_report (gpointer listener, GError *problem)
{
  HtapChangeLog *self = listener;

  g_clear_error (&self->problem);
  self->problem = problem;
  g_signal_emit (self, signals[SIGNAL_PROBLEM_CHANGED], 0);
}

static void
add_lines (GString *lines, GArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = &g_array_index (kept, Kept, i);

      htap_change_line_write (lines, one->change, one->seen);
    }
}

static GError *
write_all (HtapChangeLog *self, GArray *all)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  GError *problem = NULL;

  add_lines (lines, all);
  if (htap_change_file_write (self->path, lines->str, lines->len, &problem))
    self->limit = MAX (SMALLEST_LIMIT, 2 * lines->len);

  return problem;
}

/* Returns: (transfer full) (nullable): why it could not be written */
static GError *
append (HtapChangeLog *self, const Job *job)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  GError *problem = NULL;

  if (job->added != NULL)
    add_lines (lines, job->added);
  else if (job->is_seen)
    htap_change_line_write_seen (lines, job->seen);

  /* What failed before is not in the file. */
  if (lines->len == 0 || htap_write_report_is_failing (self->report) ||
      (!htap_change_file_append (self->path, lines->str, lines->len, self->limit, &problem) &&
       problem == NULL))
    return write_all (self, job->all);

  return problem;
}

static void
read_for (HtapChangeLog *self, GTask *task)
{
  Reading *reading = g_new0 (Reading, 1);
  GError *error = NULL;

  reading->changes = htap_change_log_read (self, &reading->set_aside, &error);
  if (reading->changes != NULL)
    {
      g_task_return_pointer (task, reading, reading_free);
      return;
    }

  reading_free (reading);
  g_task_return_error (task, error);
}

/* In the writer's thread. The log waits for its end before it goes. */
static void
do_job (gpointer data, gpointer user_data)
{
  HtapChangeLog *self = user_data;
  Job *job = data;
  GError *error = NULL;

  if (job->is_read)
    read_for (self, job->task);
  else if (job->task == NULL)
    {
      if (!g_atomic_int_get (&self->is_closed))
        htap_write_report_tell (self->report, append (self, job));
    }
  else if (htap_change_file_remove (self->path, &error))
    {
      g_atomic_int_set (&self->is_closed, FALSE);
      g_task_return_boolean (job->task, TRUE);
    }
  else
    g_task_return_error (job->task, error);

  job_free (job);
}

static void
htap_change_log_dispose (GObject *object)
{
  HtapChangeLog *self = HTAP_CHANGE_LOG (object);

  if (self->writer != NULL)
    g_thread_pool_free (g_steal_pointer (&self->writer), FALSE, TRUE);

  G_OBJECT_CLASS (htap_change_log_parent_class)->dispose (object);
}

static void
htap_change_log_finalize (GObject *object)
{
  HtapChangeLog *self = HTAP_CHANGE_LOG (object);

  g_clear_error (&self->problem);
  htap_write_report_free (self->report);
  g_free (self->path);

  G_OBJECT_CLASS (htap_change_log_parent_class)->finalize (object);
}

static void
htap_change_log_class_init (HtapChangeLogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_change_log_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_change_log_finalize;

  signals[SIGNAL_PROBLEM_CHANGED] =
      g_signal_new ("problem-changed", HTAP_TYPE_CHANGE_LOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
}

static void
htap_change_log_init (HtapChangeLog *self)
{
  self->limit = SMALLEST_LIMIT;
  self->report = htap_write_report_new (G_OBJECT (self), on_report);
  /* No thread before there is work: a shared pool cannot fail to start either. */
  self->writer = g_thread_pool_new (do_job, self, 1, FALSE, NULL);
}

/**
 * htap_change_log_new:
 * @path: (nullable): its file; %NULL for `htap-inventory/changes.jsonl` in the user's state. It
 * need not be there.
 *
 * Returns: (transfer full): a new log, which has touched nothing
 */
HtapChangeLog *
htap_change_log_new (const char *path)
{
  HtapChangeLog *self = g_object_new (HTAP_TYPE_CHANGE_LOG, NULL);

  self->path = path != NULL ? g_strdup (path)
                            : g_build_filename (g_get_user_state_dir (), "htap-inventory",
                                                "changes.jsonl", NULL);

  return self;
}

/**
 * htap_change_log_get_problem:
 *
 * Returns: (transfer none) (nullable): why the last write failed; the file is as it was
 */
const GError *
htap_change_log_get_problem (HtapChangeLog *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE_LOG (self), NULL);

  return self->problem;
}

/**
 * htap_change_log_get_size:
 *
 * Returns: how many bytes htap_change_log_read() would read
 */
gsize
htap_change_log_get_size (HtapChangeLog *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE_LOG (self), 0);

  return htap_change_file_get_size (self->path);
}

/**
 * htap_change_log_read:
 * @set_aside: (out) (transfer full) (nullable): as of htap_change_file_read()
 * @error: %HTAP_ERROR_STORAGE; nothing is written from now on, before it is cleared
 *
 * Reads what is on the disk; what waits to be written is not there yet. May be called in any
 * thread.
 *
 * Returns: (transfer full) (nullable) (element-type HtapChange): the oldest first; %NULL with
 * @error
 */
GPtrArray *
htap_change_log_read (HtapChangeLog *self, char **set_aside, GError **error)
{
  GPtrArray *changes = htap_change_file_read (self->path, set_aside, error);

  g_atomic_int_set (&self->is_closed, changes == NULL);

  return changes;
}

/**
 * htap_change_log_read_async:
 *
 * htap_change_log_read() in the writer's thread, once everything is written that waits.
 */
void
htap_change_log_read_async (HtapChangeLog *self, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;

  g_return_if_fail (HTAP_IS_CHANGE_LOG (self));

  job = g_new0 (Job, 1);
  job->is_read = TRUE;
  job->task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (job->task, htap_change_log_read_async);
  g_thread_pool_push (self->writer, job, NULL);
}

/**
 * htap_change_log_read_finish:
 * @set_aside: (out) (transfer full) (nullable): as of htap_change_log_read()
 * @error: likewise
 *
 * Returns: (transfer full) (nullable) (element-type HtapChange): likewise
 */
GPtrArray *
htap_change_log_read_finish (HtapChangeLog *self,
                             GAsyncResult *result,
                             char **set_aside,
                             GError **error)
{
  Reading *reading;
  GPtrArray *changes;

  *set_aside = NULL;
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  reading = g_task_propagate_pointer (G_TASK (result), error);
  if (reading == NULL)
    return NULL;

  changes = g_steal_pointer (&reading->changes);
  *set_aside = g_steal_pointer (&reading->set_aside);
  reading_free (reading);

  return changes;
}

/* @added: (nullable) */
static Job *
new_job (GPtrArray *added, GPtrArray *all)
{
  Job *job = g_new0 (Job, 1);

  job->added = added != NULL ? keep (added) : NULL;
  job->all = keep (all);

  return job;
}

/**
 * htap_change_log_append:
 * @changes: (element-type HtapChange): those that are new
 * @all: (element-type HtapChange): everything that is to be kept, @changes too, the oldest first
 *
 * Returns at once; a failure becomes the problem.
 */
void
htap_change_log_append (HtapChangeLog *self, GPtrArray *changes, GPtrArray *all)
{
  g_return_if_fail (HTAP_IS_CHANGE_LOG (self));

  g_thread_pool_push (self->writer, new_job (changes, all), NULL);
}

/**
 * htap_change_log_append_seen:
 * @of: (nullable): one of the instance whose changes somebody has seen; %NULL: those of all
 * @all: (element-type HtapChange): everything that is to be kept, the oldest first
 *
 * Returns at once; a failure becomes the problem.
 */
void
htap_change_log_append_seen (HtapChangeLog *self, HtapChange *of, GPtrArray *all)
{
  Job *job;

  g_return_if_fail (HTAP_IS_CHANGE_LOG (self));

  job = new_job (NULL, all);
  job->is_seen = TRUE;
  job->seen = of != NULL ? g_object_ref (of) : NULL;
  g_thread_pool_push (self->writer, job, NULL);
}

/**
 * htap_change_log_rewrite:
 * @all: (element-type HtapChange): everything that is to be kept, and nothing else, the oldest
 * first
 *
 * Returns at once; a failure becomes the problem.
 */
void
htap_change_log_rewrite (HtapChangeLog *self, GPtrArray *all)
{
  g_return_if_fail (HTAP_IS_CHANGE_LOG (self));

  g_thread_pool_push (self->writer, new_job (NULL, all), NULL);
}

/**
 * htap_change_log_clear_async:
 *
 * Removes the file, and those that were set aside.
 */
void
htap_change_log_clear_async (HtapChangeLog *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job;

  g_return_if_fail (HTAP_IS_CHANGE_LOG (self));

  job = g_new0 (Job, 1);
  job->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, htap_change_log_clear_async);
  g_thread_pool_push (self->writer, job, NULL);
}

/**
 * htap_change_log_clear_finish:
 * @error: %HTAP_ERROR_STORAGE, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE if something could not be removed; the rest is
 */
gboolean
htap_change_log_clear_finish (HtapChangeLog *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
