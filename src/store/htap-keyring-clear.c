/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring.h"

#include "htap-keyring-call.h"
#include "htap-keyring-error.h"
#include "htap-keyring-private.h"

typedef struct
{
  GList *items;
  GList *next; /* the item of `items` that is deleted */
} Deletion;

static gpointer
ref_item (gconstpointer item, gpointer user_data)
{
  return g_object_ref ((gpointer) item);
}

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  htap_keyring_free_items (deletion->items);
  g_free (deletion);
}

static void on_item_deleted (GObject *source, GAsyncResult *result, gpointer user_data);

static void
delete_next (GTask *task)
{
  HtapKeyring *self = g_task_get_source_object (task);
  Deletion *deletion = g_task_get_task_data (task);
  HtapKeyringCall *call;

  if (deletion->next == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  call = htap_keyring_call_new (htap_keyring_get_deadline (self, HTAP_KEYRING_DEADLINE_CALL),
                                g_task_get_cancellable (task), on_item_deleted, task);
  secret_item_delete (deletion->next->data, NULL, htap_keyring_call_on_answer, call);
}

static void
on_item_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Deletion *deletion = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) answer = htap_keyring_call_finish (result, &error);

  if (answer != NULL && secret_item_delete_finish (deletion->next->data, answer, &error))
    {
      deletion->next = deletion->next->next;
      delete_next (g_steal_pointer (&task));
      return;
    }

  /* It returns FALSE without an error if it asked and the prompt was dismissed. */
  if (error == NULL)
    htap_keyring_error_set_locked (&error);
  htap_keyring_error_translate (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (htap_keyring_unlock_finish (g_task_get_source_object (task), result, &error))
    delete_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (htap_keyring_delete_finish (HTAP_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = HTAP_KEYRING (source);
  g_autoptr (GError) error = NULL;
  GList *items;

  if (!htap_keyring_search_finish (self, result, &items, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  htap_keyring_delete_async (self, items, g_task_get_cancellable (task), on_deleted,
                             g_object_ref (task));
  htap_keyring_free_items (items);
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service = htap_keyring_connect_finish (self, result, &error);

  if (service != NULL)
    {
      htap_keyring_search_async (self, service, g_task_get_task_data (task),
                                 g_task_get_cancellable (task), on_searched, g_object_ref (task));
    }
  else if (htap_keyring_error_is_no_service (error))
    {
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      htap_keyring_error_translate (&error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * htap_keyring_delete_async:
 * @items: (element-type SecretItem): what to delete; if it is locked, a person may be asked to
 *   unlock it first
 */
void
htap_keyring_delete_async (HtapKeyring *self,
                           GList *items,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->items = g_list_copy_deep (items, ref_item, NULL);
  deletion->next = deletion->items;
  g_task_set_source_tag (task, htap_keyring_delete_async);
  g_task_set_task_data (task, deletion, deletion_free);

  htap_keyring_unlock_async (self, deletion->items, TRUE, cancellable, on_unlocked, task);
}

gboolean
htap_keyring_delete_finish (HtapKeyring *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * htap_keyring_clear_async:
 * @uuid: of a profile
 *
 * Deletes all secrets of a profile. If they are locked, a person may be asked to unlock them.
 */
void
htap_keyring_clear_async (HtapKeyring *self,
                          const char *uuid,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HTAP_IS_KEYRING (self));
  g_return_if_fail (uuid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_keyring_clear_async);
  g_task_set_task_data (task, g_strdup (uuid), g_free);
  htap_keyring_connect_async (self, cancellable, on_connected, task);
}

/**
 * htap_keyring_clear_finish:
 * @error: %HTAP_ERROR_KEYRING_LOCKED, %HTAP_ERROR_KEYRING_UNAVAILABLE, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether nothing of the profile is left in the keyring; so it is if there is none
 */
gboolean
htap_keyring_clear_finish (HtapKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
