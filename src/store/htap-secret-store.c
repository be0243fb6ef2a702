/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-secret-store.h"

#include "htap-error.h"
#include "htap-secret-store-private.h"

#define CALL_DEADLINE_MS   (10 * 1000)
#define PROMPT_DEADLINE_MS (2 * 60 * 1000)

G_DEFINE_FINAL_TYPE (HtapSecretStore, htap_secret_store, G_TYPE_OBJECT)

enum
{
  PROP_SESSION_ONLY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Takes note of what an answer of the keyring says about where secrets are.
 * @error: (nullable): what was wrong with it */
void
htap_secret_store_learn (HtapSecretStore *self, const GError *error)
{
  gboolean session_only = self->session_only;

  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_KEYRING_UNAVAILABLE))
    session_only = TRUE;
  else if (error == NULL || error->domain == HTAP_ERROR)
    session_only = g_hash_table_size (self->session) > 0;

  if (session_only == self->session_only)
    return;

  self->session_only = session_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION_ONLY]);
}

static void
on_keyring_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapSecretStore *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  HtapCredentials *credentials = htap_keyring_lookup_finish (self->keyring, result, &error);

  htap_secret_store_learn (self, error);
  if (credentials != NULL)
    g_task_return_pointer (task, credentials, (GDestroyNotify) htap_credentials_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_keyring_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapSecretStore *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean unlocked = htap_keyring_unlock_all_finish (self->keyring, result, &error);

  htap_secret_store_learn (self, error);
  if (unlocked)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
htap_secret_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapSecretStore *self = HTAP_SECRET_STORE (object);

  switch (id)
    {
    case PROP_SESSION_ONLY:
      g_value_set_boolean (value, self->session_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_secret_store_finalize (GObject *object)
{
  HtapSecretStore *self = HTAP_SECRET_STORE (object);

  g_object_unref (self->keyring);
  g_hash_table_unref (self->session);
  g_hash_table_unref (self->held);

  G_OBJECT_CLASS (htap_secret_store_parent_class)->finalize (object);
}

static void
htap_secret_store_class_init (HtapSecretStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = htap_secret_store_get_property;
  object_class->finalize = htap_secret_store_finalize;

  /**
   * HtapSecretStore:session-only:
   *
   * Whether secrets are forgotten when the program ends, because there is no keyring that can be
   * used, or was none when one of them was stored. Learned with each look-up and each store.
   */
  properties[PROP_SESSION_ONLY] =
      g_param_spec_boolean ("session-only", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_secret_store_init (HtapSecretStore *self)
{
  self->keyring = htap_keyring_new (CALL_DEADLINE_MS, PROMPT_DEADLINE_MS);
  self->session = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) htap_credentials_unref);
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) htap_credentials_unref);
}

/**
 * htap_secret_store_new:
 *
 * Needs no bus and makes no D-Bus call before one of the other functions does.
 *
 * Returns: (transfer full): a new store
 */
HtapSecretStore *
htap_secret_store_new (void)
{
  return g_object_new (HTAP_TYPE_SECRET_STORE, NULL);
}

gboolean
htap_secret_store_get_session_only (HtapSecretStore *self)
{
  g_return_val_if_fail (HTAP_IS_SECRET_STORE (self), FALSE);

  return self->session_only;
}

/**
 * htap_secret_store_set_may_prompt:
 * @may_prompt: whether looking a secret up may ask a person to unlock the keyring; not so at first
 *
 * Storing, clearing and unlocking may ask always: somebody wanted that now.
 */
void
htap_secret_store_set_may_prompt (HtapSecretStore *self, gboolean may_prompt)
{
  g_return_if_fail (HTAP_IS_SECRET_STORE (self));

  self->may_prompt = may_prompt;
}

/**
 * htap_secret_store_hold:
 * @profile: one that is never saved, as those of the environment and of a demo are not
 * @credentials: its secrets; copied, kept in memory and never given to a keyring
 */
void
htap_secret_store_hold (HtapSecretStore *self, HtapProfile *profile, HtapCredentials *credentials)
{
  g_return_if_fail (HTAP_IS_SECRET_STORE (self));
  g_return_if_fail (HTAP_IS_PROFILE (profile));
  g_return_if_fail (credentials != NULL);

  g_hash_table_insert (self->held, g_strdup (htap_profile_get_uuid (profile)),
                       htap_credentials_copy (credentials));
}

/**
 * htap_secret_store_lookup_async:
 * @profile: whose secrets are wanted
 *
 * Looks all secrets of a profile up. However many look-ups wait for a locked keyring, a person is
 * asked once, and not at all without htap_secret_store_set_may_prompt().
 */
void
htap_secret_store_lookup_async (HtapSecretStore *self,
                                HtapProfile *profile,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HtapCredentials *kept;
  GTask *task;

  g_return_if_fail (HTAP_IS_SECRET_STORE (self));
  g_return_if_fail (HTAP_IS_PROFILE (profile));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_secret_store_lookup_async);

  /* What is kept for the session is newer than what a keyring may still have. */
  kept = g_hash_table_lookup (self->held, htap_profile_get_uuid (profile));
  if (kept == NULL)
    kept = g_hash_table_lookup (self->session, htap_profile_get_uuid (profile));
  if (kept != NULL)
    {
      g_task_return_pointer (task, htap_credentials_copy (kept),
                             (GDestroyNotify) htap_credentials_unref);
      g_object_unref (task);
      return;
    }

  htap_keyring_lookup_async (self->keyring, htap_profile_get_uuid (profile), self->may_prompt,
                             cancellable, on_keyring_looked_up, task);
}

/**
 * htap_secret_store_lookup_finish:
 * @error: %HTAP_ERROR_AUTH with %HTAP_ERROR_REASON_NO_CREDENTIALS if nothing is stored,
 *   %HTAP_ERROR_KEYRING_LOCKED if it is but was not unlocked, %HTAP_ERROR_KEYRING_UNAVAILABLE if
 *   nobody can tell, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the secrets of the profile, at least one
 */
HtapCredentials *
htap_secret_store_lookup_finish (HtapSecretStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * htap_secret_store_unlock_async:
 *
 * Unlocks the keyring, for which a person may be asked.
 */
void
htap_secret_store_unlock_async (HtapSecretStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HTAP_IS_SECRET_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_secret_store_unlock_async);
  htap_keyring_unlock_all_async (self->keyring, cancellable, on_keyring_unlocked, task);
}

/**
 * htap_secret_store_unlock_finish:
 * @error: %HTAP_ERROR_KEYRING_LOCKED if the prompt was dismissed or cannot be shown,
 *   %HTAP_ERROR_KEYRING_UNAVAILABLE, or %G_IO_ERROR_CANCELLED
 */
gboolean
htap_secret_store_unlock_finish (HtapSecretStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
