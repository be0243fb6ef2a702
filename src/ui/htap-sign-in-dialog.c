/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-dialog.h"

#include "htap-compat.h"
#include "htap-dialog-error.h"
#include "htap-name-text.h"
#include "htap-sign-in-group.h"
#include "htap-text-scale.h"

#include <glib/gi18n-lib.h>

struct _HtapSignInDialog
{
  AdwWindow parent_instance;
  HtapProfile *profile;
  gboolean busy;

  GtkWidget *form;
  HtapSignInGroup *group; /* NULL once the dialog is closed */
  GtkWidget *sign_in_button;
  GtkSpinner *spinner;
  HtapDialogError *error;
};

enum
{
  SIGN_IN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapSignInDialog, htap_sign_in_dialog, ADW_TYPE_WINDOW)

/* The focus first: GTK 4.8 warns of a text that becomes insensitive with it. */
static void
set_busy (HtapSignInDialog *self, gboolean busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->busy = busy;
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (self->sign_in_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  if (!busy)
    htap_sign_in_group_focus_secret (self->group);
}

static gboolean
is_same (HtapProfile *a, HtapProfile *b)
{
  return g_strcmp0 (htap_profile_get_account (a), htap_profile_get_account (b)) == 0 &&
         g_strcmp0 (htap_profile_get_user (a), htap_profile_get_user (b)) == 0 &&
         g_strcmp0 (htap_profile_get_access_key_id (a), htap_profile_get_access_key_id (b)) == 0;
}

static void
on_sign_in_button_clicked (HtapSignInDialog *self)
{
  g_autoptr (HtapProfile) edited = NULL;
  g_autoptr (HtapCredentials) credentials = NULL;
  GtkWidget *wrong;

  if (self->busy)
    return;

  htap_dialog_error_clear (self->error);
  wrong = htap_sign_in_group_check (self->group);
  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return;
    }

  htap_sign_in_group_take_secrets (self->group);
  edited = htap_profile_copy (self->profile);
  htap_sign_in_group_apply (self->group, edited);
  credentials = htap_sign_in_group_dup_credentials (self->group);
  set_busy (self, TRUE);
  g_signal_emit (self, signals[SIGN_IN], 0,
                 is_same (edited, self->profile) ? self->profile : edited, credentials);
}

static gboolean
htap_sign_in_dialog_close_request (GtkWindow *window)
{
  htap_sign_in_group_forget (HTAP_SIGN_IN_DIALOG (window)->group);

  return GTK_WINDOW_CLASS (htap_sign_in_dialog_parent_class)->close_request (window);
}

/* Else the focus were at "Cancel", the first control. */
static void
htap_sign_in_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_sign_in_dialog_parent_class)->map (widget);

  htap_sign_in_group_focus_secret (HTAP_SIGN_IN_DIALOG (widget)->group);
}

static void
htap_sign_in_dialog_dispose (GObject *object)
{
  HtapSignInDialog *self = HTAP_SIGN_IN_DIALOG (object);

  g_clear_object (&self->profile);
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

  signals[SIGN_IN] =
      g_signal_new ("sign-in", HTAP_TYPE_SIGN_IN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, HTAP_TYPE_PROFILE, HTAP_TYPE_CREDENTIALS);

  g_type_ensure (HTAP_TYPE_DIALOG_ERROR);
  g_type_ensure (HTAP_TYPE_SIGN_IN_GROUP);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-sign-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, form);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, group);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_in_button_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
htap_sign_in_dialog_init (HtapSignInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  htap_text_scale_fit (GTK_WINDOW (self));
  htap_compat_name_buttons (GTK_WIDGET (self));
}

static char *
dup_description (HtapProfile *profile)
{
  g_autofree char *name = htap_name_text_dup (htap_profile_get_name (profile));

  switch (htap_profile_get_sign_in (profile))
    {
    case HTAP_SIGN_IN_PASSWORD:
      /* Translators: %s is the name of a profile. */
      return g_strdup_printf (
          _ ("Enter the password of the profile “%s”. Its projects stay as they "
             "are."),
          name);
    case HTAP_SIGN_IN_ACCESS_KEY:
      /* Translators: %s is the name of a profile. */
      return g_strdup_printf (_ ("Enter the access key of the profile “%s”. Its projects stay as "
                                 "they are."),
                              name);
    case HTAP_SIGN_IN_TOKEN:
    default:
      /* Translators: %s is the name of a profile. */
      return g_strdup_printf (_ ("Get a new token for the project of the profile “%s” and paste it "
                                 "here. The profile stays as it is."),
                              name);
    }
}

/**
 * htap_sign_in_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @profile: whose secrets they are; not changed
 * @session_only: whether there is no keyring to keep them in
 * @reason: (nullable): a sentence that says why they are asked for; plain text
 *
 * Returns: a window; it is the caller's to present
 */
GtkWidget *
htap_sign_in_dialog_new (GtkWindow *parent,
                         HtapProfile *profile,
                         gboolean session_only,
                         const char *reason)
{
  HtapSignInDialog *self = g_object_new (HTAP_TYPE_SIGN_IN_DIALOG, "transient-for", parent, NULL);
  g_autofree char *description = dup_description (profile);
  g_autofree char *markup = g_markup_escape_text (description, -1);

  self->profile = g_object_ref (profile);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), markup);
  htap_sign_in_group_load (self->group, profile, FALSE);
  htap_sign_in_group_set_session_only (self->group, session_only);
  if (reason != NULL)
    htap_dialog_error_say (self->error, reason);

  return GTK_WIDGET (self);
}

/**
 * htap_sign_in_dialog_show_error:
 * @sentence: why the secrets could not be stored; plain text
 *
 * Gives the dialog back, to be stored again. Like the function below, it does nothing to a dialog
 * that was closed.
 */
void
htap_sign_in_dialog_show_error (HtapSignInDialog *self, const char *sentence)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_DIALOG (self));

  if (self->group == NULL || !self->busy)
    return;

  set_busy (self, FALSE);
  htap_dialog_error_say (self->error, sentence);
}

/**
 * htap_sign_in_dialog_finish:
 *
 * The secrets are stored: forgets them and closes.
 */
void
htap_sign_in_dialog_finish (HtapSignInDialog *self)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_DIALOG (self));

  if (self->group == NULL)
    return;

  htap_sign_in_group_forget (self->group);
  gtk_window_destroy (GTK_WINDOW (self));
}
