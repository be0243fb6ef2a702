/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-page.h"

#include "htap-compat.h"
#include "htap-field-note.h"
#include "htap-file-row.h"
#include "htap-import-box.h"
#include "htap-method-picker.h"
#include "htap-sign-in-group.h"

#include <glib/gi18n-lib.h>

struct _HtapSignInPage
{
  AdwPreferencesPage parent_instance;

  HtapMethodPicker *picker;
  HtapSignInGroup *group;
  AdwExpanderRow *advanced_row;
  GtkEditable *iam_endpoint_row;
  HtapFieldNote *iam_endpoint_note;
  GtkEditable *ca_file_row;
  HtapFieldNote *ca_file_note;
  HtapImportBox *imports;
};

enum
{
  IMPORT_CHOSEN,
  OPEN_FILE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapSignInPage, htap_sign_in_page, ADW_TYPE_PREFERENCES_PAGE)

static HtapFormVerdict
check_iam_endpoint (const char *text, gpointer data, const char **message)
{
  return htap_form_check_endpoint (text, FALSE, message);
}

static HtapFormVerdict
check_ca_file (const char *text, gpointer data, const char **message)
{
  return htap_form_check_ca_file (text, message);
}

static const char *
get_description (HtapSignIn sign_in)
{
  switch (sign_in)
    {
    case HTAP_SIGN_IN_ACCESS_KEY:
      return _ (
          "An IAM user creates an access key in the console under My Credentials. It does not expire.");
    case HTAP_SIGN_IN_PASSWORD:
      return _ (
          "The password of an IAM user with programmatic access. A HUAWEI ID, or a user with login "
          "protection, needs an access key.");
    case HTAP_SIGN_IN_TOKEN:
    default:
      return _ ("An IAM user gets a token for one project from IAM with POST /v3/auth/tokens. It "
                "is valid for 24 hours.");
    }
}

static void
on_picker_changed (HtapSignInPage *self)
{
  HtapSignIn sign_in = htap_method_picker_get_sign_in (self->picker);

  htap_sign_in_group_set_sign_in (self->group, sign_in);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         get_description (sign_in));
}

static void
on_imports_chosen (HtapSignInPage *self, HtapImportOffer *offer)
{
  g_signal_emit (self, signals[IMPORT_CHOSEN], 0, offer);
}

static void
on_open_button_clicked (HtapSignInPage *self)
{
  g_signal_emit (self, signals[OPEN_FILE], 0);
}

static gboolean
htap_sign_in_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (HTAP_SIGN_IN_PAGE (widget)->group),
                                 GTK_DIR_TAB_FORWARD);
}

static void
htap_sign_in_page_class_init (HtapSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = htap_sign_in_page_grab_focus;

  signals[IMPORT_CHOSEN] =
      g_signal_new ("import-chosen", HTAP_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, HTAP_TYPE_IMPORT_OFFER);
  signals[OPEN_FILE] = g_signal_new ("open-file", HTAP_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HTAP_TYPE_FIELD_NOTE);
  g_type_ensure (HTAP_TYPE_IMPORT_BOX);
  g_type_ensure (HTAP_TYPE_FILE_ROW);
  g_type_ensure (HTAP_TYPE_METHOD_PICKER);
  g_type_ensure (HTAP_TYPE_SIGN_IN_GROUP);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapSignInPage, picker);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInPage, group);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInPage, advanced_row);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInPage, iam_endpoint_row);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInPage, iam_endpoint_note);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInPage, ca_file_row);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInPage, ca_file_note);
  gtk_widget_class_bind_template_child (widget_class, HtapSignInPage, imports);
  gtk_widget_class_bind_template_callback (widget_class, on_picker_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_imports_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_open_button_clicked);
}

static void
htap_sign_in_page_init (HtapSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  htap_field_note_watch (self->iam_endpoint_note, GTK_WIDGET (self->iam_endpoint_row),
                         check_iam_endpoint, self);
  htap_field_note_watch (self->ca_file_note, GTK_WIDGET (self->ca_file_row), check_ca_file, self);
  htap_compat_name_expander_row (self->advanced_row);
  on_picker_changed (self);
}

GtkWidget *
htap_sign_in_page_new (void)
{
  return g_object_new (HTAP_TYPE_SIGN_IN_PAGE, NULL);
}

static void
load_advanced (HtapSignInPage *self, HtapProfile *profile)
{
  const char *iam_endpoint = profile != NULL ? htap_profile_get_iam_endpoint (profile) : NULL;
  const char *ca_file = profile != NULL ? htap_profile_get_ca_file (profile) : NULL;

  gtk_editable_set_text (self->iam_endpoint_row, iam_endpoint != NULL ? iam_endpoint : "");
  gtk_editable_set_text (self->ca_file_row, ca_file != NULL ? ca_file : "");
  adw_expander_row_set_expanded (self->advanced_row, iam_endpoint != NULL || ca_file != NULL);
}

/**
 * htap_sign_in_page_load:
 * @profile: (nullable): a saved one to edit; %NULL for a new one
 */
void
htap_sign_in_page_load (HtapSignInPage *self, HtapProfile *profile)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_PAGE (self));

  htap_sign_in_group_load (self->group, profile, profile != NULL);
  htap_method_picker_set_sign_in (self->picker, profile != NULL ? htap_profile_get_sign_in (profile)
                                                                : HTAP_SIGN_IN_ACCESS_KEY);
  load_advanced (self, profile);
}

/**
 * htap_sign_in_page_fill:
 * @profile: what to sign in with, that is no secret
 * @credentials: as if they had been entered
 */
void
htap_sign_in_page_fill (HtapSignInPage *self, HtapProfile *profile, HtapCredentials *credentials)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_PAGE (self));

  htap_sign_in_group_fill (self->group, profile, credentials);
  htap_method_picker_set_sign_in (self->picker, htap_profile_get_sign_in (profile));
  load_advanced (self, profile);
}

/**
 * htap_sign_in_page_say:
 * @sentence: (nullable): what there is to be said of the fields in place of what the method is;
 * plain text
 */
void
htap_sign_in_page_say (HtapSignInPage *self, const char *sentence)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (HTAP_IS_SIGN_IN_PAGE (self));

  markup = sentence != NULL ? g_markup_escape_text (sentence, -1) : NULL;
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->group),
      markup != NULL ? markup : get_description (htap_method_picker_get_sign_in (self->picker)));
  if (sentence != NULL)
    htap_sign_in_group_focus_missing (self->group);
}

/**
 * htap_sign_in_page_offer_imports:
 * @offers: (element-type HtapImportOffer): keys that were found
 */
void
htap_sign_in_page_offer_imports (HtapSignInPage *self, GPtrArray *offers)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_PAGE (self));

  htap_import_box_show (self->imports, offers);
}

/**
 * htap_sign_in_page_set_session_only:
 * @session_only: whether there is no keyring to keep secrets in
 */
void
htap_sign_in_page_set_session_only (HtapSignInPage *self, gboolean session_only)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_PAGE (self));

  htap_sign_in_group_set_session_only (self->group, session_only);
}

/**
 * htap_sign_in_page_check:
 *
 * Marks everything that is wrong and moves the focus to the first of it. If nothing is, no secret
 * is in an entry any more.
 *
 * Returns: whether to go on
 */
gboolean
htap_sign_in_page_check (HtapSignInPage *self)
{
  GtkWidget *wrong;

  g_return_val_if_fail (HTAP_IS_SIGN_IN_PAGE (self), FALSE);

  wrong = htap_sign_in_group_check (self->group);
  if (htap_field_note_check (self->iam_endpoint_note) == HTAP_FORM_ERROR && wrong == NULL)
    wrong = GTK_WIDGET (self->iam_endpoint_row);
  if (htap_field_note_check (self->ca_file_note) == HTAP_FORM_ERROR && wrong == NULL)
    wrong = GTK_WIDGET (self->ca_file_row);

  if (wrong == NULL)
    {
      htap_sign_in_group_take_secrets (self->group);
      return TRUE;
    }

  if (gtk_widget_is_ancestor (wrong, GTK_WIDGET (self->advanced_row)))
    adw_expander_row_set_expanded (self->advanced_row, TRUE);
  gtk_widget_grab_focus (wrong);

  return FALSE;
}

/**
 * htap_sign_in_page_forget:
 *
 * Forgets every secret that was entered.
 */
void
htap_sign_in_page_forget (HtapSignInPage *self)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_PAGE (self));

  htap_sign_in_group_forget (self->group);
}

/**
 * htap_sign_in_page_apply:
 * @profile: gets what is on the page and no secret
 */
void
htap_sign_in_page_apply (HtapSignInPage *self, HtapProfile *profile)
{
  g_autofree char *iam_endpoint = NULL;
  g_autofree char *ca_file = NULL;

  g_return_if_fail (HTAP_IS_SIGN_IN_PAGE (self));

  iam_endpoint = g_strstrip (g_strdup (gtk_editable_get_text (self->iam_endpoint_row)));
  ca_file = g_strstrip (g_strdup (gtk_editable_get_text (self->ca_file_row)));
  htap_sign_in_group_apply (self->group, profile);
  htap_profile_set_iam_endpoint (profile, iam_endpoint);
  htap_profile_set_ca_file (profile, ca_file);
}

/**
 * htap_sign_in_page_dup_credentials:
 *
 * Returns: (transfer full) (nullable): the secrets that were entered; %NULL if those in the keyring
 *   stay
 */
HtapCredentials *
htap_sign_in_page_dup_credentials (HtapSignInPage *self)
{
  g_return_val_if_fail (HTAP_IS_SIGN_IN_PAGE (self), NULL);

  return htap_sign_in_group_dup_credentials (self->group);
}
