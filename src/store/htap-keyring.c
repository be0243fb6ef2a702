/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring.h"

#include "htap-keyring-call.h"
#include "htap-keyring-error.h"
#include "htap-keyring-private.h"
#include "htap-unlock-queue.h"

struct _HtapKeyring
{
  GObject parent_instance;
  guint call_deadline_ms;
  guint prompt_deadline_ms;
  HtapUnlockQueue *unlock_queue;
};

G_DEFINE_FINAL_TYPE (HtapKeyring, htap_keyring, G_TYPE_OBJECT)

static gboolean
is_locked (gpointer object)
{
  return SECRET_IS_ITEM (object) ? secret_item_get_locked (object)
                                 : secret_collection_get_locked (object);
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) answer = htap_keyring_call_finish (result, &error);
  GList *items = NULL;

  if (answer != NULL)
    items = secret_service_search_finish (g_task_get_task_data (task), answer, &error);

  if (error == NULL)
    {
      g_task_return_pointer (task, items, htap_keyring_free_items);
      return;
    }

  htap_keyring_error_translate (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
htap_keyring_finalize (GObject *object)
{
  HtapKeyring *self = HTAP_KEYRING (object);

  g_object_unref (self->unlock_queue);

  G_OBJECT_CLASS (htap_keyring_parent_class)->finalize (object);
}

static void
htap_keyring_class_init (HtapKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_keyring_finalize;
}

static void
htap_keyring_init (HtapKeyring *self)
{
}

/**
 * htap_keyring_new:
 * @call_deadline_ms: milliseconds for each answer of the Secret Service
 * @prompt_deadline_ms: the same, where a person may be asked something first
 *
 * Makes no D-Bus call.
 *
 * Returns: (transfer full): a new keyring
 */
HtapKeyring *
htap_keyring_new (guint call_deadline_ms, guint prompt_deadline_ms)
{
  HtapKeyring *self = g_object_new (HTAP_TYPE_KEYRING, NULL);

  self->call_deadline_ms = call_deadline_ms;
  self->prompt_deadline_ms = prompt_deadline_ms;
  self->unlock_queue = htap_unlock_queue_new (prompt_deadline_ms);

  return self;
}

/**
 * htap_keyring_get_schema:
 *
 * Returns: (transfer none): how our items are recognised
 */
const SecretSchema *
htap_keyring_get_schema (void)
{
  static const SecretSchema schema = {
    HTAP_APPLICATION_ID,
    SECRET_SCHEMA_NONE,
    {
        { "profile", SECRET_SCHEMA_ATTRIBUTE_STRING },
        { "kind", SECRET_SCHEMA_ATTRIBUTE_STRING },
        { NULL, 0 },
    },
  };

  return &schema;
}

guint
htap_keyring_get_deadline (HtapKeyring *self, HtapKeyringDeadline deadline)
{
  return deadline == HTAP_KEYRING_DEADLINE_PROMPT ? self->prompt_deadline_ms
                                                  : self->call_deadline_ms;
}

/**
 * htap_keyring_get_item_kind:
 * @kind: (out): which secret it holds
 *
 * Returns: whether it is one that we know
 */
gboolean
htap_keyring_get_item_kind (SecretItem *item, HtapSecretKind *kind)
{
  g_autoptr (GHashTable) attributes = secret_item_get_attributes (item);
  const char *id = g_hash_table_lookup (attributes, "kind");

  for (guint i = 0; i < HTAP_N_SECRETS; i++)
    if (g_strcmp0 (id, htap_secret_kind_get_id (i)) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * htap_keyring_free_items:
 * @items: (element-type GObject) (nullable): a list that owns its elements
 */
void
htap_keyring_free_items (gpointer items)
{
  g_list_free_full (items, g_object_unref);
}

/**
 * htap_keyring_connect_async:
 *
 * Finds the Secret Service and agrees with it on how secrets are encrypted on the bus. libsecret
 * keeps the connection, so only the first time takes long.
 */
void
htap_keyring_connect_async (HtapKeyring *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  HtapKeyringCall *call =
      htap_keyring_call_new (self->call_deadline_ms, cancellable, callback, user_data);

  secret_service_get (SECRET_SERVICE_OPEN_SESSION, NULL, htap_keyring_call_on_answer, call);
}

/**
 * htap_keyring_connect_finish:
 * @error: not translated yet: htap_keyring_error_is_no_service() wants to see it
 *
 * Returns: (transfer full) (nullable): the service
 */
SecretService *
htap_keyring_connect_finish (HtapKeyring *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GAsyncResult) answer = htap_keyring_call_finish (result, error);

  return answer != NULL ? secret_service_get_finish (answer, error) : NULL;
}

/**
 * htap_keyring_search_async:
 * @uuid: (nullable): of a profile; %NULL for all that are ours
 *
 * Finds the items of a profile, locked ones included. It never unlocks anything: a search that
 * does cannot tell a locked item from one that is not there.
 */
void
htap_keyring_search_async (HtapKeyring *self,
                           SecretService *service,
                           const char *uuid,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GHashTable) attributes =
      uuid != NULL ? secret_attributes_build (htap_keyring_get_schema (), "profile", uuid, NULL)
                   : secret_attributes_build (htap_keyring_get_schema (), NULL);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  HtapKeyringCall *call;

  g_task_set_source_tag (task, htap_keyring_search_async);
  g_task_set_task_data (task, g_object_ref (service), g_object_unref);

  call = htap_keyring_call_new (self->call_deadline_ms, cancellable, on_searched, task);
  secret_service_search (service, htap_keyring_get_schema (), attributes, SECRET_SEARCH_ALL, NULL,
                         htap_keyring_call_on_answer, call);
}

/**
 * htap_keyring_search_finish:
 * @items: (out) (transfer full) (element-type SecretItem): what was found; may be empty
 */
gboolean
htap_keyring_search_finish (HtapKeyring *self, GAsyncResult *result, GList **items, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *items = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * htap_keyring_unlock_async:
 * @objects: (element-type GDBusProxy): items or collections
 * @may_prompt: whether a person may be asked to unlock what is locked; else that is
 *   %HTAP_ERROR_KEYRING_LOCKED at once
 */
void
htap_keyring_unlock_async (HtapKeyring *self,
                           GList *objects,
                           gboolean may_prompt,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GList) locked = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  for (GList *l = objects; l != NULL; l = l->next)
    if (is_locked (l->data))
      locked = g_list_prepend (locked, l->data);

  if (locked != NULL && may_prompt)
    {
      htap_unlock_queue_unlock_async (self->unlock_queue, locked, cancellable, callback, user_data);
      return;
    }

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_keyring_unlock_async);
  if (locked == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  htap_keyring_error_set_locked (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

gboolean
htap_keyring_unlock_finish (HtapKeyring *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_async_result_is_tagged (result, htap_keyring_unlock_async))
    return g_task_propagate_boolean (G_TASK (result), error);
  if (htap_unlock_queue_unlock_finish (self->unlock_queue, result, &failure))
    return TRUE;

  htap_keyring_error_translate (&failure);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
