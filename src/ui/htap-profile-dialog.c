/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-dialog.h"

#include "htap-compat.h"
#include "htap-profile-form.h"
#include "htap-safe-text.h"
#include "htap-text-scale.h"

#include <glib/gi18n-lib.h>

struct _HtapProfileDialog {
  AdwWindow        parent_instance;
  gboolean         busy;
  GtkWidget       *focus; /* (nullable): where it was before the dialog was busy; weak */
  HtapCredentials *submitted; /* (nullable): the token that its owner stores now */
  gboolean         starts_at_ids;

  HtapProfileForm *form;
  GtkWidget       *save_button;
  GtkSpinner      *spinner;
  GtkRevealer     *error_revealer;
  GtkLabel        *error_label;
};

enum {
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapProfileDialog, htap_profile_dialog, ADW_TYPE_WINDOW)

/* Busy before the signal: a second Enter must not save twice. */
static void
on_save_button_clicked (HtapProfileDialog *self)
{
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (HtapCredentials) credentials = NULL;

  if (self->busy)
    return;

  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  if (!htap_profile_form_check (self->form))
    return;

  profile = htap_profile_form_dup_profile (self->form);
  credentials = htap_profile_form_dup_credentials (self->form);
  g_clear_pointer (&self->submitted, htap_credentials_unref);
  self->submitted = credentials != NULL ? htap_credentials_ref (credentials) : NULL;
  htap_profile_dialog_set_busy (self, TRUE);
  htap_profile_form_clear_token (self->form);
  g_signal_emit (self, signals[SAVE], 0, profile, credentials);
}

/* No token stays behind in an entry that somebody still refers to. */
static gboolean
htap_profile_dialog_close_request (GtkWindow *window)
{
  HtapProfileDialog *self = HTAP_PROFILE_DIALOG (window);

  g_clear_pointer (&self->submitted, htap_credentials_unref);
  htap_profile_form_clear_token (self->form);

  return GTK_WINDOW_CLASS (htap_profile_dialog_parent_class)->close_request (window);
}

/* Else the focus were at "Cancel", the first control. */
static void
htap_profile_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_profile_dialog_parent_class)->map (widget);

  if (HTAP_PROFILE_DIALOG (widget)->starts_at_ids)
    htap_profile_form_focus_ids (HTAP_PROFILE_DIALOG (widget)->form);
  else
    gtk_widget_grab_focus (GTK_WIDGET (HTAP_PROFILE_DIALOG (widget)->form));
}

static void
htap_profile_dialog_dispose (GObject *object)
{
  HtapProfileDialog *self = HTAP_PROFILE_DIALOG (object);

  g_clear_weak_pointer (&self->focus);
  g_clear_pointer (&self->submitted, htap_credentials_unref);
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

  g_type_ensure (HTAP_TYPE_PROFILE_FORM);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, form);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, on_save_button_clicked);
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
 * @profile: (nullable): what to edit; not changed. %NULL adds one
 * @taken_names: (nullable): names of the other profiles
 *
 * Returns: a window; it is the caller's to present
 */
GtkWidget *
htap_profile_dialog_new (GtkWindow *parent, HtapProfile *profile, const char *const *taken_names)
{
  HtapProfileDialog *self =
      g_object_new (HTAP_TYPE_PROFILE_DIALOG, "transient-for", parent, "title",
                    profile != NULL ? _ ("Edit Profile") : _ ("Add Profile"), NULL);

  htap_profile_form_load (self->form, profile, taken_names);

  return GTK_WIDGET (self);
}

/**
 * htap_profile_dialog_set_session_only:
 * @session_only: whether there is no keyring to keep the token in
 */
void
htap_profile_dialog_set_session_only (HtapProfileDialog *self, gboolean session_only)
{
  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->form != NULL)
    htap_profile_form_set_session_only (self->form, session_only);
}

/**
 * htap_profile_dialog_start_at_ids:
 *
 * Puts the cursor where the TaurusDB instances' IDs are, rather than at the name.
 */
void
htap_profile_dialog_start_at_ids (HtapProfileDialog *self)
{
  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->form == NULL)
    return;

  self->starts_at_ids = TRUE;
  htap_profile_form_focus_ids (self->form);
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

  if (self->form == NULL)
    return;

  /* The focus first: GTK 4.8 warns of a text that becomes insensitive with it. It goes nowhere, so
   * that another Enter does nothing, and comes back. */
  if (busy && !self->busy)
    {
      g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }

  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
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
 * Gives the form back with everything still in it.
 */
void
htap_profile_dialog_show_error (HtapProfileDialog *self, const char *sentence)
{
  g_autofree char *safe = NULL;

  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->form == NULL)
    return;

  if (self->submitted != NULL)
    htap_profile_form_restore_token (self->form, self->submitted);
  g_clear_pointer (&self->submitted, htap_credentials_unref);
  htap_profile_dialog_set_busy (self, FALSE);
  safe = htap_safe_text_dup (sentence);
  gtk_label_set_text (self->error_label, safe);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
}

/**
 * htap_profile_dialog_finish:
 *
 * The profile is stored: forgets the token and closes.
 */
void
htap_profile_dialog_finish (HtapProfileDialog *self)
{
  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  if (self->form == NULL)
    return;

  htap_profile_form_clear_token (self->form);
  gtk_window_destroy (GTK_WINDOW (self));
}
