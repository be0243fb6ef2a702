/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROFILE_DIALOG (htap_profile_dialog_get_type ())

/**
 * HtapProfileDialog:
 *
 * Adds or edits a profile, in two steps: how to sign in, and where to look. It is tested before it
 * is saved.
 *
 * Signal: `save` (#HtapProfile *profile, #HtapCredentials *credentials), once what was typed can be
 * saved. @profile is a new one or an edited copy; @credentials is %NULL where the stored secrets
 * stay. The dialog is busy from then on, until its owner calls htap_profile_dialog_finish(), or
 * htap_profile_dialog_show_error(), which gives it back as it was. No secret is in an entry after
 * the first step. An owner that stores asynchronously holds a reference: a person may close the
 * dialog meanwhile.
 */
G_DECLARE_FINAL_TYPE (HtapProfileDialog, htap_profile_dialog, HTAP, PROFILE_DIALOG, AdwWindow)

GtkWidget *htap_profile_dialog_new              (GtkWindow          *parent,
                                                 HtapInventory      *inventory,
                                                 HtapProfile        *profile,
                                                 const char *const  *taken_names);

void       htap_profile_dialog_set_session_only (HtapProfileDialog  *self,
                                                 gboolean            session_only);
void       htap_profile_dialog_begin_with       (HtapProfileDialog  *self,
                                                 HtapProfile        *profile);
void       htap_profile_dialog_start_at_ids     (HtapProfileDialog  *self);
void       htap_profile_dialog_use_import       (HtapProfileDialog  *self,
                                                 HtapImportOffer    *offer);
void       htap_profile_dialog_set_busy         (HtapProfileDialog  *self,
                                                 gboolean            busy);
void       htap_profile_dialog_show_error       (HtapProfileDialog  *self,
                                                 const char         *sentence);
void       htap_profile_dialog_finish           (HtapProfileDialog  *self);

G_END_DECLS
