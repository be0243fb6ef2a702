/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-error.h"

G_BEGIN_DECLS

char *htap_permission_text_dup (const GError *error,
                                const char   *action,
                                const char   *identity_action);

G_END_DECLS
