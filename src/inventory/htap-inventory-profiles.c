/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-environment.h"
#include "htap-inventory-private.h"
#include "htap-profile-file.h"
#include "htap-profile-list.h"

/* Saving goes: secret into the keyring, then the profile into its file, then into the list. What
 * fails leaves everything behind it as it was. */

static void
add_environment_profile (HtapInventory *self)
{
  g_autoptr (HtapCredentials) credentials = NULL;
  g_autoptr (HtapProfile) profile =
      htap_environment_read ((const char *const *) self->environment, &credentials);

  if (profile == NULL)
    return;

  htap_secret_store_hold (self->secrets, profile, credentials);
  htap_inventory_take_profile (self, profile);
}

/* Returns: (transfer full): the profiles of now */
static GPtrArray *
dup_profiles (HtapInventory *self)
{
  GListModel *profiles = G_LIST_MODEL (self->profiles);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    g_ptr_array_add (copy, g_list_model_get_item (profiles, i));

  return copy;
}

/* A file that cannot be used costs the running program nothing: what is known stays. */
static void
on_store_changed (HtapInventory *self)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) saved = htap_profile_store_reload (self->profile_store, &problem);
  g_autoptr (GPtrArray) before = dup_profiles (self);

  if (saved != NULL && htap_profile_list_update (self->profiles, saved))
    {
      htap_inventory_follow_profiles (self);
      htap_inventory_forget_removed (self, before);
      htap_inventory_refresh_new (self);
    }
  htap_inventory_set_profiles_error (self, problem);
}

/**
 * htap_inventory_set_environment:
 * @environment: (nullable): `NAME=value` strings, in the place of the process's own
 *
 * To be called before htap_inventory_load().
 */
void
htap_inventory_set_environment (HtapInventory *self, char **environment)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));

  g_strfreev (self->environment);
  self->environment = g_strdupv (environment);
}

/**
 * htap_inventory_hide_secrets:
 *
 * Takes the secrets that htap_inventory_load() would read out of the environment of this process,
 * which every program that it starts gets. The first thing in main(), but for a copy to give to
 * htap_inventory_set_environment().
 */
void
htap_inventory_hide_secrets (void)
{
  htap_environment_hide_secrets ();
}

/**
 * htap_inventory_load:
 * @error: %HTAP_ERROR_CONFIG or %HTAP_ERROR_STORAGE, see htap_profile_store_load()
 *
 * Reads the profiles file and the environment. No secret is looked up before it is needed.
 *
 * Returns: %FALSE if not all of the file could be used; what could be, and the environment's
 *   profile, is there all the same
 */
gboolean
htap_inventory_load (HtapInventory *self, GError **error)
{
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);

  saved = htap_profile_store_load (self->profile_store, &problem);
  if (saved != NULL)
    htap_profile_list_update (self->profiles, saved);
  add_environment_profile (self);
  htap_inventory_follow_profiles (self);
  htap_inventory_set_profiles_error (self, problem);

  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/**
 * htap_inventory_watch_profiles:
 *
 * From now on follows what others write into the profiles file: profiles come, change and go, those
 * that did not change keep their rows, and what is new is read if anything was asked for by then. For
 * a program that stays; called before htap_inventory_load(), so that nothing is missed in between.
 */
void
htap_inventory_watch_profiles (HtapInventory *self)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));

  g_signal_connect_object (self->profile_store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  htap_profile_store_watch (self->profile_store);
}

/**
 * htap_inventory_get_profiles_error:
 *
 * Returns: (transfer none) (nullable): what is wrong with the profiles file since it was last read;
 *   `profiles-error-changed` tells when that changes
 */
const GError *
htap_inventory_get_profiles_error (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return self->profiles_error;
}

/**
 * htap_inventory_add_transient_profile:
 * @profile: one that is never saved; takes the place of one with the same uuid
 * @credentials: (nullable): its secrets, kept in memory; %NULL keeps those it has
 */
void
htap_inventory_add_transient_profile (HtapInventory *self,
                                      HtapProfile *profile,
                                      HtapCredentials *credentials)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));
  g_return_if_fail (htap_profile_get_origin (profile) != HTAP_PROFILE_SAVED);

  if (credentials != NULL)
    htap_secret_store_hold (self->secrets, profile, credentials);
  htap_inventory_take_profile (self, profile);
  htap_inventory_follow_profiles (self);
}

/**
 * htap_inventory_add_demo_profile:
 * @text: a demo cloud's profile, written as in the profiles file
 * @token: its token
 */
void
htap_inventory_add_demo_profile (HtapInventory *self, const char *text, const char *token)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token (token);
  g_autoptr (GPtrArray) profiles = NULL;

  g_return_if_fail (HTAP_IS_INVENTORY (self));

  g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL);
  profiles = htap_profile_file_get_profiles (file, NULL);
  for (guint i = 0; i < profiles->len; i++)
    {
      /* The command line's name for it, which no saved profile may have. */
      htap_profile_set_name (profiles->pdata[i], "demo");
      htap_profile_set_origin (profiles->pdata[i], HTAP_PROFILE_DEMO);
      htap_inventory_add_transient_profile (self, profiles->pdata[i], credentials);
    }
}

/* @profile is edited, or new: it is there from now on. Returns: %FALSE if it could not be saved. */
gboolean
htap_inventory_keep_profile (HtapInventory *self, HtapProfile *profile, GError **error)
{
  if (htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED &&
      !htap_profile_store_save (self->profile_store, profile, error))
    return FALSE;

  htap_inventory_take_profile (self, profile);
  htap_inventory_follow_profiles (self);

  return TRUE;
}

static void
finish_saving (GTask *task)
{
  GError *error = NULL;

  if (htap_inventory_keep_profile (g_task_get_source_object (task), g_task_get_task_data (task),
                                   &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_secret_stored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!htap_secret_store_store_finish (HTAP_SECRET_STORE (object), result, &error))
    g_task_return_error (task, error);
  else
    finish_saving (task);
}

/**
 * htap_inventory_save_profile_async:
 * @profile: a new one, or an edited copy of a saved one; not changed by anybody from now on
 * @credentials: (nullable): its secrets; %NULL keeps those in the keyring
 */
void
htap_inventory_save_profile_async (HtapInventory *self,
                                   HtapProfile *profile,
                                   HtapCredentials *credentials,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HTAP_IS_INVENTORY (self));
  g_return_if_fail (htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_inventory_save_profile_async);
  g_task_set_task_data (task, g_object_ref (profile), g_object_unref);

  if (credentials == NULL)
    finish_saving (task);
  else
    htap_secret_store_store_async (self->secrets, profile, credentials, cancellable,
                                   on_secret_stored, g_steal_pointer (&task));
}

/**
 * htap_inventory_save_profile_finish:
 *
 * Returns: %FALSE with a keyring's error, %HTAP_ERROR_STORAGE or %HTAP_ERROR_CONFIG; the list is
 *   then as it was
 */
gboolean
htap_inventory_save_profile_finish (HtapInventory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_secret_cleared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HtapInventory *self = g_task_get_source_object (task);
  const char *uuid = htap_profile_get_uuid (g_task_get_task_data (task));
  guint position = htap_inventory_find_profile (self, uuid);
  GError *error = NULL;

  if (!htap_secret_store_clear_finish (HTAP_SECRET_STORE (object), result, &error) ||
      !htap_profile_store_remove (self->profile_store, uuid, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->profiles)))
    g_list_store_remove (self->profiles, position);
  htap_inventory_follow_profiles (self);
  htap_snapshot_store_remove (self->snapshots, uuid);
  htap_inventory_forget_changes (self, uuid);
  g_task_return_boolean (task, TRUE);
}

/**
 * htap_inventory_remove_profile_async:
 * @profile: a saved one; its secrets go first, then the profile, then what was kept of its answers
 */
void
htap_inventory_remove_profile_async (HtapInventory *self,
                                     HtapProfile *profile,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HTAP_IS_INVENTORY (self));
  g_return_if_fail (htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_inventory_remove_profile_async);
  g_task_set_task_data (task, g_object_ref (profile), g_object_unref);
  htap_secret_store_clear_async (self->secrets, htap_profile_get_uuid (profile), cancellable,
                                 on_secret_cleared, task);
}

/**
 * htap_inventory_remove_profile_finish:
 *
 * Returns: %FALSE with a keyring's error or %HTAP_ERROR_STORAGE; the profile is then still there
 */
gboolean
htap_inventory_remove_profile_finish (HtapInventory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
