/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"

G_BEGIN_DECLS

#define HTAP_TYPE_PASSWORD_AUTHORIZER (htap_password_authorizer_get_type ())

/**
 * HtapPasswordAuthorizer:
 *
 * Signs in as an IAM user with a password, which buys a token for each project. Tokens are kept in
 * memory only, and renewed before they expire and once after one was refused. However many wait for
 * a token, there is one sign-in; a refused password is not tried again by itself.
 */
G_DECLARE_FINAL_TYPE (HtapPasswordAuthorizer,
                      htap_password_authorizer,
                      HTAP,
                      PASSWORD_AUTHORIZER,
                      HtapAuthorizer)

G_END_DECLS
