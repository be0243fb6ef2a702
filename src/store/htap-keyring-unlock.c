/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring.h"

#include "htap-keyring-error.h"
#include "htap-keyring-private.h"

/* The steps of unlocking: connect, find our items wherever they are, find the keyring that new ones
 * go into, unlock them together. */
typedef struct
{
  SecretService *service;
  GList *objects; /* of GDBusProxy */
} Unlocking;

static void
unlocking_free (gpointer data)
{
  Unlocking *unlocking = data;

  g_clear_object (&unlocking->service);
  htap_keyring_free_items (unlocking->objects);
  g_free (unlocking);
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (htap_keyring_unlock_finish (g_task_get_source_object (task), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_collection_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = HTAP_KEYRING (source);
  Unlocking *unlocking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  SecretCollection *collection;

  if (!htap_keyring_find_collection_finish (self, result, &collection, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (collection != NULL)
    unlocking->objects = g_list_prepend (unlocking->objects, collection);
  htap_keyring_unlock_async (self, unlocking->objects, TRUE, g_task_get_cancellable (task),
                             on_unlocked, g_object_ref (task));
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = HTAP_KEYRING (source);
  Unlocking *unlocking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!htap_keyring_search_finish (self, result, &unlocking->objects, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  htap_keyring_find_collection_async (self, unlocking->service, g_task_get_cancellable (task),
                                      on_collection_found, g_object_ref (task));
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = g_task_get_source_object (task);
  Unlocking *unlocking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  unlocking->service = htap_keyring_connect_finish (self, result, &error);
  if (unlocking->service == NULL)
    {
      htap_keyring_error_translate (&error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  htap_keyring_search_async (self, unlocking->service, NULL, g_task_get_cancellable (task),
                             on_searched, g_object_ref (task));
}

/**
 * htap_keyring_unlock_all_async:
 *
 * Unlocks everything of ours, for which a person may be asked.
 */
void
htap_keyring_unlock_all_async (HtapKeyring *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HTAP_IS_KEYRING (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_keyring_unlock_all_async);
  g_task_set_task_data (task, g_new0 (Unlocking, 1), unlocking_free);
  htap_keyring_connect_async (self, cancellable, on_connected, task);
}

/**
 * htap_keyring_unlock_all_finish:
 * @error: %HTAP_ERROR_KEYRING_LOCKED if the prompt was dismissed or cannot be shown,
 *   %HTAP_ERROR_KEYRING_UNAVAILABLE, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether nothing of ours is locked any more
 */
gboolean
htap_keyring_unlock_all_finish (HtapKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
