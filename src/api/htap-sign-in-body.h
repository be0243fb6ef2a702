/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

G_BEGIN_DECLS

GBytes *htap_sign_in_body_new (HtapProfile  *profile,
                               const char   *password,
                               const char   *project_name,
                               const char   *project_id,
                               GError      **error);

G_END_DECLS
