/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"

/* What a person does about secrets while the program runs. Neither touches a profile. */

/**
 * htap_inventory_set_may_prompt:
 * @may_prompt: whether reading may ask a person to unlock the keyring; not so at first, for a
 *   window has a better place to ask from
 */
void
htap_inventory_set_may_prompt (HtapInventory *self, gboolean may_prompt)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));

  htap_secret_store_set_may_prompt (self->secrets, may_prompt);
}

static void
on_unlocked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (htap_secret_store_unlock_finish (HTAP_SECRET_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * htap_inventory_unlock_keyring_async:
 *
 * Has a person asked to unlock the keyring.
 */
void
htap_inventory_unlock_keyring_async (HtapInventory *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_inventory_unlock_keyring_async);
  htap_secret_store_unlock_async (self->secrets, cancellable, on_unlocked, task);
}

/**
 * htap_inventory_unlock_keyring_finish:
 *
 * Returns: %FALSE with %HTAP_ERROR_KEYRING_LOCKED if nobody unlocked it, or
 *   %HTAP_ERROR_KEYRING_UNAVAILABLE
 */
gboolean
htap_inventory_unlock_keyring_finish (HtapInventory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_stored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapInventory *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!htap_secret_store_store_finish (HTAP_SECRET_STORE (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  htap_client_forget (self->client, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/**
 * htap_inventory_sign_in_async:
 * @profile: a saved one, which stays as it is
 * @credentials: all its secrets, in the place of those that no longer sign in
 */
void
htap_inventory_sign_in_async (HtapInventory *self,
                              HtapProfile *profile,
                              HtapCredentials *credentials,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HTAP_IS_INVENTORY (self));
  g_return_if_fail (htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED);
  g_return_if_fail (credentials != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_inventory_sign_in_async);
  g_task_set_task_data (task, g_object_ref (profile), g_object_unref);
  htap_secret_store_store_async (self->secrets, profile, credentials, cancellable, on_stored, task);
}

/**
 * htap_inventory_sign_in_finish:
 *
 * Returns: %FALSE with a keyring's error; what was stored before is then still there
 */
gboolean
htap_inventory_sign_in_finish (HtapInventory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_looked_up (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HtapCredentials *credentials =
      htap_secret_store_lookup_finish (HTAP_SECRET_STORE (object), result, &error);

  if (credentials != NULL)
    g_task_return_pointer (task, credentials, (GDestroyNotify) htap_credentials_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_inventory_find_credentials_async:
 * @credentials: (nullable): what somebody typed; %NULL for what is saved for @profile
 */
void
htap_inventory_find_credentials_async (HtapInventory *self,
                                       HtapProfile *profile,
                                       HtapCredentials *credentials,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_inventory_find_credentials_async);
  if (credentials != NULL)
    g_task_return_pointer (task, htap_credentials_ref (credentials),
                           (GDestroyNotify) htap_credentials_unref);
  else
    htap_secret_store_lookup_async (self->secrets, profile, cancellable, on_looked_up,
                                    g_object_ref (task));
}

/**
 * htap_inventory_find_credentials_finish:
 * @error: as htap_secret_store_lookup_finish()
 *
 * Returns: (transfer full) (nullable): the secrets, %NULL with @error
 */
HtapCredentials *
htap_inventory_find_credentials_finish (HtapInventory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
