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
 * Asks for a new token in the place of one that no longer signs in.
 *
 * Signal: `sign-in` (#HtapCredentials *credentials). The dialog is busy and its entry empty from
 * then on, until its owner calls htap_sign_in_dialog_finish(), or htap_sign_in_dialog_show_error(),
 * which gives the token back. An owner that stores asynchronously holds a reference: a person may
 * close the dialog meanwhile.
 */
G_DECLARE_FINAL_TYPE (HtapSignInDialog, htap_sign_in_dialog, HTAP, SIGN_IN_DIALOG, AdwWindow)

GtkWidget *htap_sign_in_dialog_new        (GtkWindow        *parent,
                                           HtapProfile      *profile,
                                           gboolean          session_only);
void       htap_sign_in_dialog_show_error (HtapSignInDialog *self,
                                           const char       *sentence);
void       htap_sign_in_dialog_finish     (HtapSignInDialog *self);

G_END_DECLS
