/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-access.h"
#include "htap-demo-data.h"

G_BEGIN_DECLS

/* Where a password is changed for a token. */
#define HTAP_DEMO_SIGN_IN_PATH "/v3/auth/tokens"

HtapDemoAnswer *htap_demo_iam_answer (HtapDemoAccess    *access,
                                      HtapDemoData      *data,
                                      SoupServerMessage *message,
                                      const char        *path,
                                      GHashTable        *query);

G_END_DECLS
