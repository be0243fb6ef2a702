/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-dialog-private.h"

#include "htap-compat.h"
#include "htap-text-scale.h"

#include <glib/gi18n-lib.h>

enum {
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapProfileDialog, htap_profile_dialog, ADW_TYPE_WINDOW)

/* No secret stays behind in a dialog that somebody still refers to. */
static gboolean
htap_profile_dialog_close_request (GtkWindow *window)
{
  HtapProfileDialog *self = HTAP_PROFILE_DIALOG (window);

  htap_project_page_stop (self->project_page);
  htap_test_page_stop (self->test_page);
  htap_sign_in_page_forget (self->sign_in_page);

  return GTK_WINDOW_CLASS (htap_profile_dialog_parent_class)->close_request (window);
}

/* Else the focus were at "Cancel", the first control. */
static void
htap_profile_dialog_map (GtkWidget *widget)
{
  HtapProfileDialog *self = HTAP_PROFILE_DIALOG (widget);

  GTK_WIDGET_CLASS (htap_profile_dialog_parent_class)->map (widget);

  if (self->starts_at_ids)
    htap_project_page_focus_ids (self->project_page);
  else
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
}

static void
htap_profile_dialog_dispose (GObject *object)
{
  HtapProfileDialog *self = HTAP_PROFILE_DIALOG (object);

  g_clear_weak_pointer (&self->focus);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (self->chooser);
  g_clear_object (&self->chooser);
  g_clear_object (&self->inventory);
  gtk_widget_dispose_template (GTK_WIDGET (self), HTAP_TYPE_PROFILE_DIALOG);

  G_OBJECT_CLASS (htap_profile_dialog_parent_class)->dispose (object);
}

static void
htap_profile_dialog_class_init (HtapProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_profile_dialog_dispose;
  widget_class->map = htap_profile_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = htap_profile_dialog_close_request;

  signals[SAVE] = g_signal_new ("save", HTAP_TYPE_PROFILE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, HTAP_TYPE_PROFILE, HTAP_TYPE_CREDENTIALS);

  g_type_ensure (HTAP_TYPE_DIALOG_ERROR);
  g_type_ensure (HTAP_TYPE_PROJECT_PAGE);
  g_type_ensure (HTAP_TYPE_SIGN_IN_PAGE);
  g_type_ensure (HTAP_TYPE_TEST_PAGE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, test_bar);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, error);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, sign_in_page);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, project_page);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, test_page);
  htap_profile_dialog_bind_steps (widget_class);
  htap_profile_dialog_bind_imports (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
htap_profile_dialog_init (HtapProfileDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  htap_text_scale_fit (GTK_WINDOW (self));
  htap_compat_name_buttons (GTK_WIDGET (self));
}

/**
 * htap_profile_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @inventory: tests what is to be saved; the dialog changes nothing in it
 * @profile: (nullable): what to edit; not changed. %NULL adds one
 * @taken_names: (nullable): names of the other profiles
 *
 * Returns: a window; it is the caller's to present
 */
GtkWidget *
htap_profile_dialog_new (GtkWindow *parent,
                         HtapInventory *inventory,
                         HtapProfile *profile,
                         const char *const *taken_names)
{
  HtapProfileDialog *self =
      g_object_new (HTAP_TYPE_PROFILE_DIALOG, "transient-for", parent, "title",
                    profile != NULL ? _ ("Edit Profile") : _ ("Add Profile"), NULL);

  self->inventory = g_object_ref (inventory);
  htap_sign_in_page_load (self->sign_in_page, profile);
  htap_project_page_load (self->project_page, profile, profile != NULL, taken_names);
  htap_profile_dialog_offer_imports (self);
  htap_profile_dialog_show_step (self, self->sign_in_page);

  return GTK_WIDGET (self);
}

/**
 * htap_profile_dialog_emit_save:
 * @credentials: (nullable): the secrets that were entered
 *
 * Busy before the signal: a second Enter must not save twice.
 */
void
htap_profile_dialog_emit_save (HtapProfileDialog *self,
                               HtapProfile *profile,
                               HtapCredentials *credentials)
{
  htap_profile_dialog_set_busy (self, TRUE);
  g_signal_emit (self, signals[SAVE], 0, profile, credentials);
}

/**
 * htap_profile_dialog_set_session_only:
 * @session_only: whether there is no keyring to keep secrets in
 */
void
htap_profile_dialog_set_session_only (HtapProfileDialog *self, gboolean session_only)
{
  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->stack != NULL)
    htap_sign_in_page_set_session_only (self->sign_in_page, session_only);
}

/**
 * htap_profile_dialog_begin_with:
 * @profile: a new one that is like another; not changed
 *
 * Fills in everything but the secrets, which no form gets back, and says so.
 */
void
htap_profile_dialog_begin_with (HtapProfileDialog *self, HtapProfile *profile)
{
  g_autoptr (HtapCredentials) nothing = htap_credentials_new ();

  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  htap_sign_in_page_fill (self->sign_in_page, profile, nothing);
  htap_project_page_begin_with (self->project_page, profile, NULL);
  htap_sign_in_page_say (
      self->sign_in_page,
      _ ("A secret that is saved never comes back into a form, so it is not copied. Enter it."));
}

/**
 * htap_profile_dialog_start_at_ids:
 *
 * Begins with the second step, where the TaurusDB instances' IDs are.
 */
void
htap_profile_dialog_start_at_ids (HtapProfileDialog *self)
{
  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->stack == NULL)
    return;

  self->starts_at_ids = TRUE;
  htap_profile_dialog_go_to_projects (self);
  htap_project_page_focus_ids (self->project_page);
}

/**
 * htap_profile_dialog_set_busy:
 * @busy: whether the profile is being stored
 *
 * Like every function below, it does nothing to a dialog that was closed.
 */
void
htap_profile_dialog_set_busy (HtapProfileDialog *self, gboolean busy)
{
  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->stack == NULL)
    return;

  /* The focus first: GTK 4.8 warns of a text that becomes insensitive with it. It goes nowhere, so
   * that another Enter does nothing, and comes back. */
  if (busy && !self->busy)
    {
      g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }

  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);

  if (!busy && self->focus != NULL)
    {
      gtk_window_set_focus (GTK_WINDOW (self), self->focus);
      g_clear_weak_pointer (&self->focus);
    }
}

/**
 * htap_profile_dialog_show_error:
 * @sentence: why the profile could not be stored; plain text
 *
 * Gives the form back with everything still in it, secrets that were entered included.
 */
void
htap_profile_dialog_show_error (HtapProfileDialog *self, const char *sentence)
{
  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->stack == NULL)
    return;

  htap_profile_dialog_set_busy (self, FALSE);
  htap_dialog_error_say (self->error, sentence);
}

/**
 * htap_profile_dialog_finish:
 *
 * The profile is stored: forgets the secrets and closes.
 */
void
htap_profile_dialog_finish (HtapProfileDialog *self)
{
  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->stack == NULL)
    return;

  htap_sign_in_page_forget (self->sign_in_page);
  gtk_window_destroy (GTK_WINDOW (self));
}
