/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring.h"

#include "htap-error.h"
#include "htap-keyring-call.h"
#include "htap-keyring-error.h"
#include "htap-keyring-private.h"

/* The steps of a look-up: connect, search, unlock what is locked, load one item after the other. A
 * service that hides what is locked finds nothing: before that counts, the keyring is unlocked, and
 * searched again. */
typedef struct
{
  char *uuid;
  gboolean may_prompt;
  gboolean opened; /* the keyring is not locked, so nothing is hidden */
  SecretService *service;
  GList *items;
  GList *next; /* the item of `items` that is loaded */
  HtapCredentials *credentials;
} Lookup;

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  g_free (lookup->uuid);
  g_clear_object (&lookup->service);
  htap_keyring_free_items (lookup->items);
  htap_credentials_unref (lookup->credentials);
  g_free (lookup);
}

/* Other programs may have made copies: what can be read without a prompt counts, then what is
 * newest. */
static gboolean
is_better (SecretItem *item, SecretItem *other)
{
  if (secret_item_get_locked (item) != secret_item_get_locked (other))
    return !secret_item_get_locked (item);

  return secret_item_get_modified (item) > secret_item_get_modified (other);
}

/* Returns (transfer full): one item for each kind of secret. */
static GList *
choose_items (GList *items)
{
  SecretItem *best[HTAP_N_SECRETS] = { NULL };
  GList *chosen = NULL;

  for (GList *l = items; l != NULL; l = l->next)
    {
      HtapSecretKind kind;

      if (htap_keyring_get_item_kind (l->data, &kind) &&
          (best[kind] == NULL || is_better (l->data, best[kind])))
        best[kind] = l->data;
    }

  for (guint i = 0; i < HTAP_N_SECRETS; i++)
    if (best[i] != NULL)
      chosen = g_list_prepend (chosen, g_object_ref (best[i]));

  return chosen;
}

static void
take_secret (HtapCredentials *credentials, SecretItem *item)
{
  g_autoptr (SecretValue) value = secret_item_get_secret (item);
  HtapSecretKind kind;

  /* The text is NULL if somebody put something else into the item. */
  if (value != NULL && htap_keyring_get_item_kind (item, &kind))
    htap_credentials_set (credentials, kind, secret_value_get_text (value));
}

static void on_loaded (GObject *source, GAsyncResult *result, gpointer user_data);

static void
load_next (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  HtapKeyring *self = g_task_get_source_object (task);
  HtapKeyringCall *call;

  if (lookup->next != NULL)
    {
      call = htap_keyring_call_new (htap_keyring_get_deadline (self, HTAP_KEYRING_DEADLINE_CALL),
                                    g_task_get_cancellable (task), on_loaded, task);
      secret_item_load_secret (lookup->next->data, NULL, htap_keyring_call_on_answer, call);
      return;
    }

  if (htap_credentials_is_empty (lookup->credentials))
    {
      HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NO_CREDENTIALS };
      g_autoptr (GError) error = NULL;

      htap_error_set (&error, HTAP_ERROR_AUTH, &details, "No secret is stored for the profile");
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    {
      g_task_return_pointer (task, htap_credentials_ref (lookup->credentials),
                             (GDestroyNotify) htap_credentials_unref);
    }

  g_object_unref (task);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) answer = htap_keyring_call_finish (result, &error);

  if (answer == NULL || !secret_item_load_secret_finish (lookup->next->data, answer, &error))
    {
      htap_keyring_error_translate (&error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_secret (lookup->credentials, lookup->next->data);
  lookup->next = lookup->next->next;
  load_next (g_steal_pointer (&task));
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!htap_keyring_unlock_finish (g_task_get_source_object (task), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  lookup->next = lookup->items;
  load_next (g_steal_pointer (&task));
}

static void on_searched (GObject *source, GAsyncResult *result, gpointer user_data);

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = g_task_get_source_object (task);
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!htap_keyring_unlock_finish (self, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  lookup->opened = TRUE;
  htap_keyring_search_async (self, lookup->service, lookup->uuid, g_task_get_cancellable (task),
                             on_searched, g_object_ref (task));
}

static void
on_collection_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = HTAP_KEYRING (source);
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretCollection) collection = NULL;
  GList objects = { NULL };

  if (!htap_keyring_find_collection_finish (self, result, &collection, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (collection == NULL || !secret_collection_get_locked (collection))
    {
      load_next (g_steal_pointer (&task));
    }
  else
    {
      objects.data = collection;
      htap_keyring_unlock_async (self, &objects, lookup->may_prompt, g_task_get_cancellable (task),
                                 on_opened, g_object_ref (task));
    }
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = g_task_get_source_object (task);
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GList *items;

  if (!htap_keyring_search_finish (self, result, &items, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  lookup->items = choose_items (items);
  htap_keyring_free_items (items);
  if (lookup->items == NULL && !lookup->opened)
    htap_keyring_find_collection_async (self, lookup->service, g_task_get_cancellable (task),
                                        on_collection_found, g_object_ref (task));
  else
    htap_keyring_unlock_async (self, lookup->items, lookup->may_prompt,
                               g_task_get_cancellable (task), on_unlocked, g_object_ref (task));
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapKeyring *self = g_task_get_source_object (task);
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  lookup->service = htap_keyring_connect_finish (self, result, &error);
  if (lookup->service == NULL)
    {
      htap_keyring_error_translate (&error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  htap_keyring_search_async (self, lookup->service, lookup->uuid, g_task_get_cancellable (task),
                             on_searched, g_object_ref (task));
}

/**
 * htap_keyring_lookup_async:
 * @uuid: of a profile
 * @may_prompt: whether a person may be asked to unlock the keyring; else a locked one is an error
 *
 * Looks the secrets of a profile up.
 */
void
htap_keyring_lookup_async (HtapKeyring *self,
                           const char *uuid,
                           gboolean may_prompt,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Lookup *lookup;

  g_return_if_fail (HTAP_IS_KEYRING (self));
  g_return_if_fail (uuid != NULL);

  lookup = g_new0 (Lookup, 1);
  lookup->uuid = g_strdup (uuid);
  lookup->may_prompt = may_prompt;
  lookup->credentials = htap_credentials_new ();

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_keyring_lookup_async);
  g_task_set_task_data (task, lookup, lookup_free);
  htap_keyring_connect_async (self, cancellable, on_connected, task);
}

/**
 * htap_keyring_lookup_finish:
 * @error: %HTAP_ERROR_AUTH with %HTAP_ERROR_REASON_NO_CREDENTIALS if nothing is stored,
 *   %HTAP_ERROR_KEYRING_LOCKED, %HTAP_ERROR_KEYRING_UNAVAILABLE, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): all secrets stored for the profile
 */
HtapCredentials *
htap_keyring_lookup_finish (HtapKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
