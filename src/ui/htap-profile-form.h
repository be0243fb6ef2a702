/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROFILE_FORM (htap_profile_form_get_type ())

/**
 * HtapProfileForm:
 *
 * The fields of a token profile, and what is wrong with them.
 */
G_DECLARE_FINAL_TYPE (HtapProfileForm, htap_profile_form, HTAP, PROFILE_FORM, AdwPreferencesPage)

GtkWidget       *htap_profile_form_new              (void);

void             htap_profile_form_load             (HtapProfileForm    *self,
                                                     HtapProfile        *profile,
                                                     const char *const  *taken_names);
gboolean         htap_profile_form_check            (HtapProfileForm    *self);
HtapProfile     *htap_profile_form_dup_profile      (HtapProfileForm    *self);
HtapCredentials *htap_profile_form_dup_credentials  (HtapProfileForm    *self);
void             htap_profile_form_clear_token      (HtapProfileForm    *self);
void             htap_profile_form_restore_token    (HtapProfileForm    *self,
                                                     HtapCredentials    *credentials);
void             htap_profile_form_focus_ids        (HtapProfileForm    *self);
void             htap_profile_form_set_session_only (HtapProfileForm    *self,
                                                     gboolean            session_only);

G_END_DECLS
