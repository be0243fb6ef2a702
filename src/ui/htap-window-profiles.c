/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"
#include "htap-profile-dialog.h"
#include "htap-remove-dialog.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* Adding, editing and removing profiles. A dialog hands credentials in and never reads them back.
 */

typedef struct
{
  HtapWindow *window;
  HtapProfileDialog *dialog;
  HtapProfile *profile;
} SaveStep;

static void
save_step_free (SaveStep *step)
{
  g_object_unref (step->window);
  g_object_unref (step->dialog);
  g_object_unref (step->profile);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveStep, save_step_free)

typedef struct
{
  HtapWindow *window;
  HtapProfile *profile;
} RemoveStep;

static void
remove_step_free (RemoveStep *step)
{
  g_object_unref (step->window);
  g_object_unref (step->profile);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemoveStep, remove_step_free)

/**
 * htap_window_dup_profile_names:
 * @except: (nullable): a profile to leave out
 *
 * Returns: (transfer full): the names that no other profile may have
 */
char **
htap_window_dup_profile_names (HtapWindow *self, HtapProfile *except)
{
  GListModel *profiles = htap_inventory_get_profiles (self->inventory);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (profile != except)
        g_strv_builder_add (names, htap_profile_get_name (profile));
    }

  return g_strv_builder_end (names);
}

static void
refresh_profile (HtapWindow *self, HtapProfile *profile)
{
  g_action_group_activate_action (G_ACTION_GROUP (self), "refresh-profile",
                                  g_variant_new_string (htap_profile_get_uuid (profile)));
}

static void
on_inventory_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaveStep) step = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!htap_inventory_save_profile_finish (HTAP_INVENTORY (object), result, &error))
    {
      sentence = htap_error_text_dup_sentence (error, NULL);
      htap_profile_dialog_show_error (step->dialog, sentence);
      return;
    }

  htap_profile_dialog_finish (step->dialog);
  refresh_profile (step->window, step->profile);
}

static void
on_dialog_save (HtapWindow *self,
                HtapProfile *profile,
                HtapCredentials *credentials,
                HtapProfileDialog *dialog)
{
  SaveStep *step = g_new0 (SaveStep, 1);

  step->window = g_object_ref (self);
  step->dialog = g_object_ref (dialog);
  step->profile = g_object_ref (profile);
  htap_profile_dialog_set_busy (dialog, TRUE);
  htap_inventory_save_profile_async (self->inventory, profile, credentials, NULL,
                                     on_inventory_saved, step);
}

/**
 * htap_window_open_profile_dialog:
 * @profile: (nullable): what to edit; %NULL adds one
 *
 * Returns: (transfer none): the dialog, on the screen
 */
HtapProfileDialog *
htap_window_open_profile_dialog (HtapWindow *self, HtapProfile *profile)
{
  g_auto (GStrv) taken_names = htap_window_dup_profile_names (self, profile);
  GtkWidget *dialog = htap_profile_dialog_new (GTK_WINDOW (self), self->inventory, profile,
                                               (const char *const *) taken_names);

  htap_profile_dialog_set_session_only (HTAP_PROFILE_DIALOG (dialog),
                                        htap_inventory_get_session_only (self->inventory));
  g_signal_connect_object (dialog, "save", G_CALLBACK (on_dialog_save), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return HTAP_PROFILE_DIALOG (dialog);
}

static void
on_add_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->demo)
    g_action_group_activate_action (G_ACTION_GROUP (application), "add-profile", NULL);
  else
    htap_window_open_profile_dialog (self, NULL);
}

static void
on_edit_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (HtapProfile) profile =
      htap_inventory_dup_profile (self->inventory, g_variant_get_string (parameter, NULL));

  if (profile != NULL)
    htap_window_open_profile_dialog (self, profile);
}

static void
on_add_taurus (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (HtapProfile) profile =
      htap_inventory_dup_profile (self->inventory, g_variant_get_string (parameter, NULL));

  if (profile != NULL)
    htap_profile_dialog_start_at_ids (htap_window_open_profile_dialog (self, profile));
}

static void
on_inventory_removed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RemoveStep) step = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (htap_inventory_remove_profile_finish (HTAP_INVENTORY (object), result, &error))
    /* Translators: %s is the name of a profile. */
    sentence = g_strdup_printf (_ ("Removed %s"), htap_profile_get_name (step->profile));
  else
    sentence = htap_error_text_dup_sentence (error, NULL);

  htap_toaster_say (step->window->toaster, sentence);
}

static void
on_remove_confirmed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  RemoveStep *step = user_data;

  if (htap_remove_dialog_confirm_finish (result, NULL))
    htap_inventory_remove_profile_async (step->window->inventory, step->profile, NULL,
                                         on_inventory_removed, step);
  else
    remove_step_free (step);
}

static void
on_remove_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (HtapProfile) profile =
      htap_inventory_dup_profile (self->inventory, g_variant_get_string (parameter, NULL));
  RemoveStep *step;

  if (profile == NULL)
    return;

  step = g_new0 (RemoveStep, 1);
  step->window = g_object_ref (self);
  step->profile = g_object_ref (profile);
  htap_remove_dialog_confirm_async (GTK_WINDOW (self), profile, NULL, on_remove_confirmed, step);
}

/**
 * htap_window_add_profile_actions:
 *
 * Adds `add-profile`, and `edit-profile`, `add-taurus` and `remove-profile` with a profile's uuid.
 */
void
htap_window_add_profile_actions (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "add-profile", .activate = on_add_profile },
    { .name = "edit-profile", .activate = on_edit_profile, .parameter_type = "s" },
    { .name = "add-taurus", .activate = on_add_taurus, .parameter_type = "s" },
    { .name = "remove-profile", .activate = on_remove_profile, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
