/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"
#include "htap-error.h"
#include "htap-sign-in-dialog.h"
#include "htap-window-private.h"

/* Signing in again, and unlocking what there is to sign in with. */

typedef struct
{
  HtapWindow *window;
  HtapSignInDialog *dialog;
  HtapProfile *profile;
} SignInStep;

static void
sign_in_step_free (SignInStep *step)
{
  g_object_unref (step->window);
  g_object_unref (step->dialog);
  g_object_unref (step->profile);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignInStep, sign_in_step_free)

typedef struct
{
  HtapWindow *window;
  HtapProfile *profile;
} DialogData;

static void
dialog_data_free (gpointer data, GClosure *closure)
{
  DialogData *dialog_data = data;

  g_object_unref (dialog_data->profile);
  g_free (dialog_data);
}

static void
finish_sign_in (SignInStep *step, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (error != NULL)
    {
      sentence = htap_error_text_dup_sentence (error, NULL);
      htap_sign_in_dialog_show_error (step->dialog, sentence);
      return;
    }

  htap_sign_in_dialog_finish (step->dialog);
  g_action_group_activate_action (G_ACTION_GROUP (step->window), "refresh-profile",
                                  g_variant_new_string (htap_profile_get_uuid (step->profile)));
}

static void
on_signed_in (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignInStep) step = user_data;
  g_autoptr (GError) error = NULL;

  htap_inventory_sign_in_finish (HTAP_INVENTORY (object), result, &error);
  finish_sign_in (step, error);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignInStep) step = user_data;
  g_autoptr (GError) error = NULL;

  htap_inventory_save_profile_finish (HTAP_INVENTORY (object), result, &error);
  finish_sign_in (step, error);
}

static void
on_dialog_sign_in (HtapSignInDialog *dialog,
                   HtapProfile *profile,
                   HtapCredentials *credentials,
                   gpointer user_data)
{
  DialogData *data = user_data;
  SignInStep *step = g_new0 (SignInStep, 1);

  step->window = g_object_ref (data->window);
  step->dialog = g_object_ref (dialog);
  step->profile = g_object_ref (profile);
  if (profile == data->profile)
    htap_inventory_sign_in_async (data->window->inventory, profile, credentials, NULL, on_signed_in,
                                  step);
  else
    htap_inventory_save_profile_async (data->window->inventory, profile, credentials, NULL,
                                       on_saved, step);
}

/* Returns: (nullable): why the profile has to sign in anew, as far as its sources tell */
static char *
dup_reason (HtapWindow *self, HtapProfile *profile)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      const GError *error = htap_source_get_error (source);

      if (htap_source_get_profile (source) == profile &&
          g_error_matches (error, HTAP_ERROR, HTAP_ERROR_AUTH))
        return htap_error_text_dup_sentence (error, source);
    }

  return NULL;
}

/* The dialog is transient for the window and gone before it. */
static void
on_sign_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (HtapProfile) profile =
      htap_inventory_dup_profile (self->inventory, g_variant_get_string (parameter, NULL));
  g_autofree char *reason = NULL;
  DialogData *data;
  GtkWidget *dialog;

  if (profile == NULL || htap_profile_get_origin (profile) != HTAP_PROFILE_SAVED)
    return;

  reason = dup_reason (self, profile);
  dialog = htap_sign_in_dialog_new (GTK_WINDOW (self), profile,
                                    htap_inventory_get_session_only (self->inventory), reason);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  data = g_new0 (DialogData, 1);
  data->window = self;
  data->profile = g_object_ref (profile);
  g_signal_connect_data (dialog, "sign-in", G_CALLBACK (on_dialog_sign_in), data, dialog_data_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
waits_for_keyring (HtapSource *source)
{
  const GError *error = htap_source_get_error (source);

  return g_error_matches (error, HTAP_ERROR, HTAP_ERROR_KEYRING_LOCKED) ||
         g_error_matches (error, HTAP_ERROR, HTAP_ERROR_KEYRING_UNAVAILABLE);
}

static void
refresh_waiting (HtapWindow *self)
{
  GListModel *all = htap_inventory_get_sources (self->inventory);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (all, i);

      if (waits_for_keyring (source))
        g_ptr_array_add (waiting, g_steal_pointer (&source));
    }

  if (waiting->len > 0)
    htap_inventory_refresh (self->inventory, waiting);
}

static void
set_unlock_enabled (HtapWindow *self, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "unlock-keyring");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Who dismisses the prompt finds everything as it was. */
static void
on_unlocked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HtapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  set_unlock_enabled (self, TRUE);
  if (htap_inventory_unlock_keyring_finish (HTAP_INVENTORY (object), result, &error))
    {
      refresh_waiting (self);
      return;
    }

  sentence = htap_error_text_dup_sentence (error, NULL);
  htap_window_say (self, sentence);
}

/* One prompt at a time. */
static void
on_unlock_keyring (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;

  set_unlock_enabled (self, FALSE);
  htap_inventory_unlock_keyring_async (self->inventory, NULL, on_unlocked, g_object_ref (self));
}

/**
 * htap_window_add_sign_in_actions:
 *
 * Adds `sign-in` with a profile's uuid, and `unlock-keyring`.
 */
void
htap_window_add_sign_in_actions (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "sign-in", .activate = on_sign_in, .parameter_type = "s" },
    { .name = "unlock-keyring", .activate = on_unlock_keyring },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
