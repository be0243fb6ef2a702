/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sharing.h"

#include "htap-line.h"

struct _HtapSharing
{
  GObject parent_instance;
  GHashTable *operations; /* key → Operation, of those that somebody waits for */
  HtapSharingBegin begin;
  gpointer user_data;
};

typedef struct
{
  HtapSharing *sharing;
  char *key;
  GCancellable *cancellable;
  HtapLine *waiting;
} Operation;

G_DEFINE_FINAL_TYPE (HtapSharing, htap_sharing, G_TYPE_OBJECT)

static void
operation_free (gpointer data)
{
  Operation *operation = data;

  htap_line_free (operation->waiting);
  g_object_unref (operation->cancellable);
  g_free (operation->key);
  g_free (operation);
}

/* Its result comes too late for whoever asks next, who begins anew. */
static void
on_waiter_left (gpointer user_data)
{
  Operation *operation = user_data;
  g_autoptr (GCancellable) cancellable = NULL;

  if (!htap_line_is_empty (operation->waiting))
    return;

  cancellable = g_object_ref (operation->cancellable);
  g_hash_table_remove (operation->sharing->operations, operation->key);
  g_cancellable_cancel (cancellable);
}

static Operation *
add_operation (HtapSharing *self, const char *key)
{
  Operation *operation = g_new0 (Operation, 1);

  operation->sharing = self;
  operation->key = g_strdup (key);
  operation->cancellable = g_cancellable_new ();
  operation->waiting = htap_line_new (on_waiter_left, operation);
  g_hash_table_insert (self->operations, operation->key, operation);

  return operation;
}

static gboolean
is_operation (gpointer key, gpointer operation, gpointer cancellable)
{
  return ((Operation *) operation)->cancellable == cancellable;
}

static void
htap_sharing_finalize (GObject *object)
{
  HtapSharing *self = HTAP_SHARING (object);

  g_hash_table_unref (self->operations);

  G_OBJECT_CLASS (htap_sharing_parent_class)->finalize (object);
}

static void
htap_sharing_class_init (HtapSharingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_sharing_finalize;
}

static void
htap_sharing_init (HtapSharing *self)
{
  self->operations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, operation_free);
}

/**
 * htap_sharing_new:
 * @begin: begins an operation
 * @user_data: lives as long as somebody may wait
 *
 * Returns: (transfer full): a place where nobody waits
 */
HtapSharing *
htap_sharing_new (HtapSharingBegin begin, gpointer user_data)
{
  HtapSharing *self = g_object_new (HTAP_TYPE_SHARING, NULL);

  self->begin = begin;
  self->user_data = user_data;

  return self;
}

/**
 * htap_sharing_wait_async:
 * @key: what is to be done; begun unless it is under way
 * @cancellable: (nullable): ends the waiting
 */
void
htap_sharing_wait_async (HtapSharing *self,
                         const char *key,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Operation *operation = g_hash_table_lookup (self->operations, key);
  g_autoptr (GCancellable) begun = NULL;

  g_task_set_source_tag (task, htap_sharing_wait_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (operation == NULL)
    {
      operation = add_operation (self, key);
      begun = g_object_ref (operation->cancellable);
    }

  htap_line_join (operation->waiting, task);
  if (begun != NULL)
    self->begin (self, key, begun, self->user_data);
}

/**
 * htap_sharing_wait_finish:
 * @error: that of the operation, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the operation succeeded
 */
gboolean
htap_sharing_wait_finish (HtapSharing *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * htap_sharing_settle:
 * @operation: as given to #HtapSharingBegin
 * @error: (nullable): how it failed
 *
 * Answers everyone who waits.
 */
void
htap_sharing_settle (HtapSharing *self, GCancellable *operation, const GError *error)
{
  Operation *settled = g_hash_table_find (self->operations, is_operation, operation);
  GTask *next;

  if (settled == NULL)
    return;

  /* Whoever asks from now on begins anew. */
  g_hash_table_steal (self->operations, settled->key);
  while ((next = htap_line_pop (settled->waiting)) != NULL)
    {
      g_autoptr (GTask) task = next;

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }

  operation_free (settled);
}
