/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-dialog.h"

#include "htap-compat.h"
#include "htap-field-note.h"
#include "htap-safe-text.h"
#include "htap-text-scale.h"

#include <glib/gi18n-lib.h>

struct _HtapSignInDialog
{
  AdwWindow parent_instance;
  HtapCredentials *submitted; /* (nullable): what its owner stores now */

  GtkWidget *form;
  AdwPreferencesGroup *group;
  GtkEditable *token_row;
  HtapFieldNote *token_note;
  HtapFieldNote *keyring_note;
  GtkWidget *sign_in_button;
  GtkSpinner *spinner;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
};

enum
{
  SIGN_IN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapSignInDialog, htap_sign_in_dialog, ADW_TYPE_WINDOW)

static HtapFormVerdict
check_token (const char *text, gpointer data, const char **message)
{
  return htap_form_check_token (text, TRUE, message);
}

/* The focus first: GTK 4.8 warns of a text that becomes insensitive with it. */
static void
set_busy (HtapSignInDialog *self, gboolean busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (self->sign_in_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  if (!busy)
    gtk_widget_grab_focus (GTK_WIDGET (self->token_row));
}

/* Whatever is in an entry can be read over the accessibility bus, so a token leaves it at once. */
static void
forget (HtapSignInDialog *self)
{
  g_clear_pointer (&self->submitted, htap_credentials_unref);
  if (self->token_row != NULL)
    gtk_editable_set_text (self->token_row, "");
}

static void
on_sign_in_button_clicked (HtapSignInDialog *self)
{
  char *token;

  if (self->submitted != NULL)
    return;

  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  if (htap_field_note_check (self->token_note) == HTAP_FORM_ERROR)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->token_row));
      return;
    }

  token = htap_secret_clean (gtk_editable_get_text (self->token_row));
  self->submitted = htap_credentials_new_token (token);
  htap_secret_free (token);
  set_busy (self, TRUE);
  gtk_editable_set_text (self->token_row, "");
  g_signal_emit (self, signals[SIGN_IN], 0, self->submitted);
}

static gboolean
htap_sign_in_dialog_close_request (GtkWindow *window)
{
  forget (HTAP_SIGN_IN_DIALOG (window));

  return GTK_WINDOW_CLASS (htap_sign_in_dialog_parent_class)->close_request (window);
}

/* Else the focus were at "Cancel", the first control. */
static void
htap_sign_in_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_sign_in_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (HTAP_SIGN_IN_DIALOG (widget)->token_row));
}

static void
htap_sign_in_dialog_dispose (GObject *object)
{
  HtapSignInDialog *self = HTAP_SIGN_IN_DIALOG (object);

  g_clear_pointer (&self->submitted, htap_credentials_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HTAP_TYPE_SIGN_IN_DIALOG);

  G_OBJECT_CLASS (htap_sign_in_dialog_parent_class)->dispose (object);
}

static void
htap_sign_in_dialog_class_init (HtapSignInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_sign_in_dialog_dispose;
  widget_class->map = htap_sign_in_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = htap_sign_in_dialog_close_request;

  signals[SIGN_IN] = g_signal_new ("sign-in", HTAP_TYPE_SIGN_IN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, HTAP_TYPE_CREDENTIALS);

  g_type_ensure (HTAP_TYPE_FIELD_NOTE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-sign-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, form);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, group);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, token_row);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, token_note);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, keyring_note);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_in_button_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
htap_sign_in_dialog_init (HtapSignInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  htap_text_scale_fit (GTK_WINDOW (self));
  htap_compat_name_buttons (GTK_WIDGET (self));

  htap_field_note_watch (self->token_note, GTK_WIDGET (self->token_row), check_token, self);
  htap_compat_name_password_row (ADW_PASSWORD_ENTRY_ROW (self->token_row));
}

/**
 * htap_sign_in_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @profile: whose token it is
 * @session_only: whether there is no keyring to keep the token in
 *
 * Returns: a window; it is the caller's to present
 */
GtkWidget *
htap_sign_in_dialog_new (GtkWindow *parent, HtapProfile *profile, gboolean session_only)
{
  HtapSignInDialog *self = g_object_new (HTAP_TYPE_SIGN_IN_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = htap_safe_text_dup (htap_profile_get_name (profile));
  /* Translators: %s is the name of a profile. */
  g_autofree char *description = g_strdup_printf (
      _ ("Get a new token for the project of the profile “%s” and paste it here. The profile stays "
         "as it is."),
      name);
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_preferences_group_set_description (self->group, markup);
  htap_field_note_say (
      self->keyring_note, session_only ? HTAP_FORM_WARNING : HTAP_FORM_FINE,
      session_only ? _ ("No keyring service is running. The token is forgotten when you quit.")
                   : _ ("The token is kept in the keyring."));

  return GTK_WIDGET (self);
}

/**
 * htap_sign_in_dialog_show_error:
 * @sentence: why the token could not be stored; plain text
 *
 * Gives the token back to be stored again. Like the function below, it does nothing to a dialog
 * that was closed.
 */
void
htap_sign_in_dialog_show_error (HtapSignInDialog *self, const char *sentence)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_DIALOG (self));

  if (self->token_row == NULL || self->submitted == NULL)
    return;

  gtk_editable_set_text (self->token_row,
                         htap_credentials_get (self->submitted, HTAP_SECRET_TOKEN));
  g_clear_pointer (&self->submitted, htap_credentials_unref);
  set_busy (self, FALSE);
  gtk_label_set_text (self->error_label, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
}

/**
 * htap_sign_in_dialog_finish:
 *
 * The token is stored: forgets it and closes.
 */
void
htap_sign_in_dialog_finish (HtapSignInDialog *self)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_DIALOG (self));

  if (self->token_row == NULL)
    return;

  forget (self);
  gtk_window_destroy (GTK_WINDOW (self));
}
