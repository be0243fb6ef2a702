/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-compat.h"
#include "htap-error-text.h"
#include "htap-profile-dialog-private.h"

#include <glib/gi18n-lib.h>

/* Keys that are on this computer already, or in a file that is dropped or chosen. They are filled
 * in as if somebody had typed them; where they come from is only read. */

static const char *
get_missing_sentence (HtapImportOffer *offer)
{
  HtapImportMissing missing = htap_import_offer_get_missing (offer);

  if ((missing & HTAP_IMPORT_MISSING_SECRET_KEY) == 0)
    return NULL;
  if (htap_import_offer_is_encrypted (offer) && (missing & HTAP_IMPORT_MISSING_ACCESS_KEY_ID) != 0)
    return _ ("KooCLI keeps its keys encrypted. Enter the access key’s ID and its secret.");

  return htap_import_offer_is_encrypted (offer)
             ? _ ("KooCLI keeps its keys encrypted. Enter the secret access key.")
             : _ ("The secret access key is not there. Enter it.");
}

/* The keys alone: what else is on the page stays. */
static void
fill_keys (HtapProfileDialog *self, HtapImportOffer *offer, HtapCredentials *credentials)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  htap_sign_in_page_apply (self->sign_in_page, profile);
  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_ACCESS_KEY);
  htap_profile_set_access_key_id (
      profile, htap_profile_get_access_key_id (htap_import_offer_get_profile (offer)));
  htap_sign_in_page_fill (self->sign_in_page, profile, credentials);
}

/**
 * htap_profile_dialog_use_import:
 * @offer: what somebody took
 *
 * Fills in what is known. Nothing is saved yet, and the profile that is made of it is a new one.
 */
void
htap_profile_dialog_use_import (HtapProfileDialog *self, HtapImportOffer *offer)
{
  g_autoptr (HtapCredentials) credentials = NULL;
  g_autoptr (HtapProfile) profile = NULL;

  g_return_if_fail (HTAP_IS_PROFILE_DIALOG (self));

  profile = htap_inventory_accept_import (self->inventory, offer, &credentials);
  if (htap_import_offer_get_origin (offer) == HTAP_IMPORT_CSV)
    {
      fill_keys (self, offer, credentials);
    }
  else
    {
      htap_sign_in_page_fill (self->sign_in_page, profile, credentials);
      htap_project_page_begin_with (self->project_page, profile,
                                    htap_import_offer_get_project_id (offer));
    }

  htap_profile_dialog_show_step (self, self->sign_in_page);
  htap_sign_in_page_say (self->sign_in_page, get_missing_sentence (offer));
}

static void
use_file (HtapProfileDialog *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = htap_inventory_read_import_csv (self->inventory, path, &error);
  g_autofree char *sentence = NULL;

  if (offers != NULL)
    {
      htap_profile_dialog_use_import (self, offers->pdata[0]);
      return;
    }

  sentence = htap_error_text_dup_sentence (error, NULL);
  htap_profile_dialog_show_error (self, sentence);
}

/* Returns: whether there is a file in what was dropped */
static gboolean
on_drop (HtapProfileDialog *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  const char *path = files != NULL ? g_file_peek_path (files->data) : NULL;

  if (path == NULL || self->busy || self->tests)
    return FALSE;

  use_file (self, path);

  return TRUE;
}

static void
on_chooser_response (HtapProfileDialog *self, int response)
{
  g_autofree char *path = htap_compat_dup_chosen_path (self->chooser, response);

  g_clear_object (&self->chooser);
  if (path != NULL && self->stack != NULL)
    use_file (self, path);
}

static void
on_sign_in_page_open_file (HtapProfileDialog *self)
{
  if (self->chooser != NULL)
    return;

  self->chooser = htap_compat_new_file_chooser (GTK_WINDOW (self), _ ("Open credentials.csv"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

/**
 * htap_profile_dialog_bind_imports:
 * @widget_class: the dialog's, whose template names what people choose
 */
void
htap_profile_dialog_bind_imports (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, htap_profile_dialog_use_import);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_in_page_open_file);
}

/**
 * htap_profile_dialog_offer_imports:
 *
 * Lets files be dropped, and offers what is found on this computer.
 */
void
htap_profile_dialog_offer_imports (HtapProfileDialog *self)
{
  g_autoptr (GPtrArray) offers = htap_inventory_find_imports (self->inventory, NULL);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  htap_sign_in_page_offer_imports (self->sign_in_page, offers);
}
