/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-unlock-queue.h"

#include "htap-keyring-call.h"
#include "htap-keyring-error.h"

#include <libsecret/secret.h>

struct _HtapUnlockQueue
{
  GObject parent_instance;
  guint deadline_ms;
  GTask *served;  /* the turn that libsecret works on; its task data is a list of GDBusProxy */
  GQueue waiting; /* of GTask */
};

G_DEFINE_FINAL_TYPE (HtapUnlockQueue, htap_unlock_queue, G_TYPE_OBJECT)

static gpointer
ref_object (gconstpointer object, gpointer user_data)
{
  return g_object_ref ((gpointer) object);
}

static void
free_objects (gpointer objects)
{
  g_list_free_full (objects, g_object_unref);
}

static SecretService *
get_service (GList *objects)
{
  return SECRET_IS_ITEM (objects->data) ? secret_item_get_service (objects->data)
                                        : secret_collection_get_service (objects->data);
}

static void on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data);

static void
serve_next (HtapUnlockQueue *self)
{
  GList *objects;
  HtapKeyringCall *call;

  /* Who gave up in the meantime needs no prompt; nobody waits for what is returned here. */
  while ((self->served = g_queue_pop_head (&self->waiting)) != NULL)
    {
      if (!g_task_return_error_if_cancelled (self->served))
        break;
      g_clear_object (&self->served);
    }
  if (self->served == NULL)
    return;

  /* Who waits may give up; the prompt stays, and whoever comes next waits for the same prompt. */
  objects = g_task_get_task_data (self->served);
  call = htap_keyring_call_new (self->deadline_ms, NULL, on_unlocked, g_object_ref (self));
  secret_service_unlock (get_service (objects), objects, NULL, htap_keyring_call_on_answer, call);
}

static gboolean
finish_unlock (GList *objects, GAsyncResult *result, GError **error)
{
  g_autoptr (GAsyncResult) answer = htap_keyring_call_finish (result, error);
  g_autoptr (GError) failure = NULL;
  gint n_unlocked;

  if (answer == NULL)
    return FALSE;

  n_unlocked = secret_service_unlock_finish (get_service (objects), answer, NULL, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (n_unlocked < (gint) g_list_length (objects))
    {
      /* The prompt was dismissed, or there is nothing that could show one. */
      htap_keyring_error_set_locked (error);
      return FALSE;
    }

  return TRUE;
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HtapUnlockQueue) self = user_data;
  g_autoptr (GTask) turn = g_steal_pointer (&self->served);
  g_autoptr (GError) error = NULL;
  GQueue refused = G_QUEUE_INIT;
  GTask *other;

  if (finish_unlock (g_task_get_task_data (turn), result, &error))
    {
      serve_next (self);
      g_task_return_boolean (turn, TRUE);
      return;
    }

  /* No answer to a prompt leaves it locked. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    {
      g_clear_error (&error);
      htap_keyring_error_set_locked (&error);
    }

  /* Those who waited for this prompt asked the same question. */
  refused = self->waiting;
  g_queue_init (&self->waiting);
  g_task_return_error (turn, g_error_copy (error));
  while ((other = g_queue_pop_head (&refused)) != NULL)
    {
      g_task_return_error (other, g_error_copy (error));
      g_object_unref (other);
    }
}

static void
htap_unlock_queue_class_init (HtapUnlockQueueClass *klass)
{
}

static void
htap_unlock_queue_init (HtapUnlockQueue *self)
{
  g_queue_init (&self->waiting);
}

/**
 * htap_unlock_queue_new:
 * @deadline_ms: milliseconds a person has to answer a prompt
 *
 * Returns: (transfer full): an empty queue
 */
HtapUnlockQueue *
htap_unlock_queue_new (guint deadline_ms)
{
  HtapUnlockQueue *self = g_object_new (HTAP_TYPE_UNLOCK_QUEUE, NULL);

  self->deadline_ms = deadline_ms;

  return self;
}

/**
 * htap_unlock_queue_unlock_async:
 * @objects: (element-type GDBusProxy): items or collections of one Secret Service, at least one;
 *   those that are not locked (any more) cost no prompt
 */
void
htap_unlock_queue_unlock_async (HtapUnlockQueue *self,
                                GList *objects,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HtapKeyringCall *call;
  GTask *turn;

  g_return_if_fail (HTAP_IS_UNLOCK_QUEUE (self));
  g_return_if_fail (objects != NULL);

  call = htap_keyring_call_new (self->deadline_ms, cancellable, callback, user_data);
  turn = g_task_new (self, htap_keyring_call_get_cancellable (call), htap_keyring_call_on_answer,
                     call);
  g_task_set_source_tag (turn, htap_unlock_queue_unlock_async);
  g_task_set_task_data (turn, g_list_copy_deep (objects, ref_object, NULL), free_objects);

  g_queue_push_tail (&self->waiting, turn);
  if (self->served == NULL)
    serve_next (self);
}

/**
 * htap_unlock_queue_unlock_finish:
 * @error: %HTAP_ERROR_KEYRING_LOCKED if the prompt was dismissed, not answered in time, or cannot
 *   be shown; or an error of libsecret
 */
gboolean
htap_unlock_queue_unlock_finish (HtapUnlockQueue *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (HTAP_IS_UNLOCK_QUEUE (self), FALSE);

  answer = htap_keyring_call_finish (result, &failure);
  if (answer != NULL)
    return g_task_propagate_boolean (G_TASK (answer), error);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    htap_keyring_error_set_locked (error);
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
