/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

G_BEGIN_DECLS

HtapProfile *htap_environment_read (const char *const *environment,
                                    HtapCredentials  **credentials);

G_END_DECLS
