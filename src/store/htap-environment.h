/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

G_BEGIN_DECLS

HtapProfile *htap_environment_read (const char *const *environment,
                                    HtapCredentials  **credentials);
gboolean     htap_environment_fill (const char *const *environment,
                                    HtapProfile       *profile,
                                    HtapCredentials   *credentials);
char        *htap_environment_dup_project_id (const char *const *environment);
void         htap_environment_hide_secrets (void);

G_END_DECLS
