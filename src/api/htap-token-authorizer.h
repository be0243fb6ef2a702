/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"

G_BEGIN_DECLS

#define HTAP_TYPE_TOKEN_AUTHORIZER (htap_token_authorizer_get_type ())

/**
 * HtapTokenAuthorizer:
 *
 * Signs in with a token that somebody got elsewhere: it goes into `X-Auth-Token` as it is.
 */
G_DECLARE_FINAL_TYPE (HtapTokenAuthorizer,
                      htap_token_authorizer,
                      HTAP,
                      TOKEN_AUTHORIZER,
                      HtapAuthorizer)

G_END_DECLS
