/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring-call.h"
#include "htap-keyring-error.h"
#include "htap-keyring-private.h"

static void
on_collection (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) answer = htap_keyring_call_finish (result, &error);
  SecretCollection *collection = NULL;

  if (answer != NULL)
    collection = secret_collection_for_alias_finish (answer, &error);

  if (error == NULL)
    {
      g_task_return_pointer (task, collection, g_object_unref);
      return;
    }

  htap_keyring_error_translate (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_keyring_find_collection_async:
 *
 * Finds the keyring that new secrets go into.
 */
void
htap_keyring_find_collection_async (HtapKeyring *self,
                                    SecretService *service,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  HtapKeyringCall *call;

  g_task_set_source_tag (task, htap_keyring_find_collection_async);
  call = htap_keyring_call_new (htap_keyring_get_deadline (self, HTAP_KEYRING_DEADLINE_CALL),
                                cancellable, on_collection, task);
  secret_collection_for_alias (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, NULL,
                               htap_keyring_call_on_answer, call);
}

/**
 * htap_keyring_find_collection_finish:
 * @collection: (out) (transfer full) (nullable): %NULL where the service has none yet
 */
gboolean
htap_keyring_find_collection_finish (HtapKeyring *self,
                                     GAsyncResult *result,
                                     SecretCollection **collection,
                                     GError **error)
{
  g_autoptr (GError) failure = NULL;

  *collection = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
