/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring.h"

#include "htap-keyring-call.h"
#include "htap-keyring-error.h"
#include "htap-keyring-private.h"

/* The steps of storing: connect, find the default collection, unlock it, store one secret after
 * the other in the place of the former one, and only then delete those that are no more. */
typedef struct
{
  char *uuid;
  char *label;
  HtapCredentials *credentials;
  SecretService *service;
  HtapKeyringDeadline deadline; /* a person may be asked for a password if a keyring is created */
  HtapSecretKind next;          /* the kind that is stored */
} Storing;

static void
storing_free (gpointer data)
{
  Storing *storing = data;

  g_free (storing->uuid);
  g_free (storing->label);
  htap_credentials_unref (storing->credentials);
  g_clear_object (&storing->service);
  g_free (storing);
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
  Storing *storing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) leftovers = NULL;
  GList *items;

  if (!htap_keyring_search_finish (self, result, &items, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (GList *l = items; l != NULL; l = l->next)
    {
      HtapSecretKind kind;

      if (htap_keyring_get_item_kind (l->data, &kind) &&
          htap_credentials_get (storing->credentials, kind) == NULL)
        leftovers = g_list_prepend (leftovers, l->data);
    }

  htap_keyring_delete_async (self, leftovers, g_task_get_cancellable (task), on_deleted,
                             g_object_ref (task));
  htap_keyring_free_items (items);
}

static void on_stored (GObject *source, GAsyncResult *result, gpointer user_data);

static void
store_next (GTask *task)
{
  HtapKeyring *self = g_task_get_source_object (task);
  Storing *storing = g_task_get_task_data (task);
  const SecretSchema *schema = htap_keyring_get_schema ();
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GHashTable) attributes = NULL;
  g_autoptr (SecretValue) value = NULL;
  HtapKeyringCall *call;

  while (storing->next < HTAP_N_SECRETS &&
         htap_credentials_get (storing->credentials, storing->next) == NULL)
    storing->next++;

  if (storing->next == HTAP_N_SECRETS)
    {
      htap_keyring_search_async (self, storing->service, storing->uuid, cancellable, on_searched,
                                 task);
      return;
    }

  attributes = secret_attributes_build (schema, "profile", storing->uuid, "kind",
                                        htap_secret_kind_get_id (storing->next), NULL);
  value = secret_value_new (htap_credentials_get (storing->credentials, storing->next), -1,
                            "text/plain");
  call = htap_keyring_call_new (htap_keyring_get_deadline (self, storing->deadline), cancellable,
                                on_stored, task);
  secret_service_store (storing->service, schema, attributes, SECRET_COLLECTION_DEFAULT,
                        storing->label, value, NULL, htap_keyring_call_on_answer, call);
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Storing *storing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) answer = htap_keyring_call_finish (result, &error);

  if (answer == NULL || !secret_service_store_finish (storing->service, answer, &error))
    {
      htap_keyring_error_translate (&error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  storing->next++;
  store_next (g_steal_pointer (&task));
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (htap_keyring_unlock_finish (g_task_get_source_object (task), result, &error))
    store_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_collection_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = HTAP_KEYRING (source);
  Storing *storing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretCollection) collection = NULL;
  g_autoptr (GList) locked = NULL;

  if (!htap_keyring_find_collection_finish (self, result, &collection, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Without a default collection libsecret has the service create one. */
  if (collection == NULL)
    storing->deadline = HTAP_KEYRING_DEADLINE_PROMPT;
  else
    locked = g_list_prepend (NULL, collection);

  htap_keyring_unlock_async (self, locked, TRUE, g_task_get_cancellable (task), on_unlocked,
                             g_object_ref (task));
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = g_task_get_source_object (task);
  Storing *storing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  storing->service = htap_keyring_connect_finish (self, result, &error);
  if (storing->service == NULL)
    {
      htap_keyring_error_translate (&error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  htap_keyring_find_collection_async (self, storing->service, g_task_get_cancellable (task),
                                      on_collection_found, g_object_ref (task));
}

/**
 * htap_keyring_store_async:
 * @uuid: of a profile
 * @label: what people see in their password manager
 * @credentials: all secrets of the profile
 *
 * Stores each secret in the place of the former one. Those that @credentials does not have are
 * deleted after the others were stored, so a failure never leaves less than there was.
 */
void
htap_keyring_store_async (HtapKeyring *self,
                          const char *uuid,
                          const char *label,
                          HtapCredentials *credentials,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  Storing *storing;

  g_return_if_fail (HTAP_IS_KEYRING (self));
  g_return_if_fail (uuid != NULL && label != NULL && credentials != NULL);

  storing = g_new0 (Storing, 1);
  storing->uuid = g_strdup (uuid);
  storing->label = g_strdup (label);
  storing->credentials = htap_credentials_ref (credentials);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_keyring_store_async);
  g_task_set_task_data (task, storing, storing_free);
  htap_keyring_connect_async (self, cancellable, on_connected, task);
}

/**
 * htap_keyring_store_finish:
 * @error: %HTAP_ERROR_KEYRING_LOCKED, %HTAP_ERROR_KEYRING_UNAVAILABLE, %G_IO_ERROR_CANCELLED
 */
gboolean
htap_keyring_store_finish (HtapKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
