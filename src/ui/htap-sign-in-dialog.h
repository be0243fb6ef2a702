/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_SIGN_IN_DIALOG (htap_sign_in_dialog_get_type ())

/**
 * HtapSignInDialog:
 *
 * Asks for new secrets in the place of those that no longer sign in.
 *
 * Signal: `sign-in` (#HtapProfile *profile, #HtapCredentials *credentials). @profile is the one
 * that was given, or an edited copy if the user or the key is another one now. The dialog is busy
 * and its secrets are out of their entries from then on, until its owner calls
 * htap_sign_in_dialog_finish(), or htap_sign_in_dialog_show_error(). An owner that stores
 * asynchronously holds a reference: a person may close the dialog meanwhile.
 */
G_DECLARE_FINAL_TYPE (HtapSignInDialog, htap_sign_in_dialog, HTAP, SIGN_IN_DIALOG, AdwWindow)

GtkWidget *htap_sign_in_dialog_new        (GtkWindow        *parent,
                                           HtapProfile      *profile,
                                           gboolean          session_only,
                                           const char       *reason);
void       htap_sign_in_dialog_show_error (HtapSignInDialog *self,
                                           const char       *sentence);
void       htap_sign_in_dialog_finish     (HtapSignInDialog *self);

G_END_DECLS
