/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-secret-store-private.h"

/* Keeping the secrets of a profile, and forgetting them. */

/* What is kept for the session if there is no keyring. */
typedef struct
{
  char *uuid;
  HtapCredentials *credentials;
} Storing;

static void
storing_free (gpointer data)
{
  Storing *storing = data;

  g_free (storing->uuid);
  htap_credentials_unref (storing->credentials);
  g_free (storing);
}

static void
on_keyring_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapSecretStore *self = g_task_get_source_object (task);
  Storing *storing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  gboolean stored = htap_keyring_store_finish (self->keyring, result, &error);
  gboolean kept = g_error_matches (error, HTAP_ERROR, HTAP_ERROR_KEYRING_UNAVAILABLE);

  if (stored)
    g_hash_table_remove (self->session, storing->uuid);
  else if (kept)
    g_hash_table_insert (self->session, g_strdup (storing->uuid),
                         htap_credentials_ref (storing->credentials));
  htap_secret_store_learn (self, error);

  if (stored || kept)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_keyring_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapSecretStore *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (htap_keyring_clear_finish (self->keyring, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_secret_store_store_async:
 * @profile: whose secrets they are
 * @credentials: all secrets of the profile; copied. What is stored for the profile and not in them
 *   is deleted.
 *
 * Stores secrets in the keyring, or in memory if there is none. A locked keyring may ask a person
 * to unlock it.
 */
void
htap_secret_store_store_async (HtapSecretStore *self,
                               HtapProfile *profile,
                               HtapCredentials *credentials,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autofree char *label = NULL;
  Storing *storing;
  GTask *task;

  g_return_if_fail (HTAP_IS_SECRET_STORE (self));
  g_return_if_fail (HTAP_IS_PROFILE (profile));
  g_return_if_fail (credentials != NULL);

  storing = g_new0 (Storing, 1);
  storing->uuid = g_strdup (htap_profile_get_uuid (profile));
  storing->credentials = htap_credentials_copy (credentials);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_secret_store_store_async);
  g_task_set_task_data (task, storing, storing_free);

  label = g_strconcat ("HTAP Inventory: ", htap_profile_get_name (profile), NULL);
  htap_keyring_store_async (self->keyring, storing->uuid, label, storing->credentials, cancellable,
                            on_keyring_stored, task);
}

/**
 * htap_secret_store_store_finish:
 * @error: %HTAP_ERROR_KEYRING_LOCKED if the keyring was not unlocked: what was stored before is
 *   still there; or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the secrets are kept; #HtapSecretStore:session-only tells where
 */
gboolean
htap_secret_store_store_finish (HtapSecretStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * htap_secret_store_clear_async:
 * @uuid: of a profile
 *
 * Forgets all secrets of a profile. A locked keyring may ask a person to unlock it.
 */
void
htap_secret_store_clear_async (HtapSecretStore *self,
                               const char *uuid,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HTAP_IS_SECRET_STORE (self));
  g_return_if_fail (uuid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_secret_store_clear_async);

  g_hash_table_remove (self->session, uuid);
  htap_keyring_clear_async (self->keyring, uuid, cancellable, on_keyring_cleared, task);
}

/**
 * htap_secret_store_clear_finish:
 * @error: %HTAP_ERROR_KEYRING_LOCKED or %HTAP_ERROR_KEYRING_UNAVAILABLE if the keyring may still
 *   have some, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether nothing is left; so it is where there is no Secret Service
 */
gboolean
htap_secret_store_clear_finish (HtapSecretStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
