/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_SIGN_IN_GROUP (htap_sign_in_group_get_type ())

/**
 * HtapSignInGroup:
 *
 * What one method of signing in asks for. Whatever is in an entry can be read over the
 * accessibility bus, so a secret stays in its entry no longer than it must: once it is taken, the
 * entry is empty and its title says that it was entered. A saved secret is never shown.
 */
G_DECLARE_FINAL_TYPE (HtapSignInGroup, htap_sign_in_group, HTAP, SIGN_IN_GROUP, AdwPreferencesGroup)

GtkWidget       *htap_sign_in_group_new              (void);

void             htap_sign_in_group_load             (HtapSignInGroup *self,
                                                      HtapProfile     *profile,
                                                      gboolean         is_saved);
void             htap_sign_in_group_fill             (HtapSignInGroup *self,
                                                      HtapProfile     *profile,
                                                      HtapCredentials *credentials);
void             htap_sign_in_group_set_sign_in      (HtapSignInGroup *self,
                                                      HtapSignIn       sign_in);
void             htap_sign_in_group_set_session_only (HtapSignInGroup *self,
                                                      gboolean         session_only);
GtkWidget       *htap_sign_in_group_check            (HtapSignInGroup *self);
void             htap_sign_in_group_take_secrets     (HtapSignInGroup *self);
void             htap_sign_in_group_forget           (HtapSignInGroup *self);
void             htap_sign_in_group_apply            (HtapSignInGroup *self,
                                                      HtapProfile     *profile);
HtapCredentials *htap_sign_in_group_dup_credentials  (HtapSignInGroup *self);
void             htap_sign_in_group_focus_secret     (HtapSignInGroup *self);
void             htap_sign_in_group_focus_missing    (HtapSignInGroup *self);

G_END_DECLS
