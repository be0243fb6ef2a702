/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_SIGN_IN_PAGE (htap_sign_in_page_get_type ())

/**
 * HtapSignInPage:
 *
 * The first step of a profile: who signs in, how, and where that is not at the public cloud.
 */
G_DECLARE_FINAL_TYPE (HtapSignInPage, htap_sign_in_page, HTAP, SIGN_IN_PAGE, AdwPreferencesPage)

GtkWidget       *htap_sign_in_page_new              (void);

void             htap_sign_in_page_load             (HtapSignInPage  *self,
                                                     HtapProfile     *profile);
void             htap_sign_in_page_fill             (HtapSignInPage  *self,
                                                     HtapProfile     *profile,
                                                     HtapCredentials *credentials);
void             htap_sign_in_page_set_session_only (HtapSignInPage  *self,
                                                     gboolean         session_only);
gboolean         htap_sign_in_page_check            (HtapSignInPage  *self);
void             htap_sign_in_page_forget           (HtapSignInPage  *self);
void             htap_sign_in_page_apply            (HtapSignInPage  *self,
                                                     HtapProfile     *profile);
HtapCredentials *htap_sign_in_page_dup_credentials  (HtapSignInPage  *self);

G_END_DECLS
