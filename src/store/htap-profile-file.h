/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

G_BEGIN_DECLS

GPtrArray *htap_profile_file_get_profiles   (GKeyFile    *file,
                                             GPtrArray   *left_out);
void       htap_profile_file_set_profile    (GKeyFile    *file,
                                             HtapProfile *profile);
gboolean   htap_profile_file_remove_profile (GKeyFile    *file,
                                             const char  *uuid);
gboolean   htap_profile_file_accepts_uuid   (const char  *uuid);
gboolean   htap_profile_file_says_the_same  (HtapProfile *a,
                                             HtapProfile *b);

G_END_DECLS
