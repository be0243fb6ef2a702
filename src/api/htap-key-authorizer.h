/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"

G_BEGIN_DECLS

#define HTAP_TYPE_KEY_AUTHORIZER (htap_key_authorizer_get_type ())

/**
 * HtapKeyAuthorizer:
 *
 * Signs every request with an access key, temporary ones included. More than five refused
 * signatures lock a key: until the first has been accepted, one request goes at a time, and after a
 * refusal none.
 */
G_DECLARE_FINAL_TYPE (HtapKeyAuthorizer,
                      htap_key_authorizer,
                      HTAP,
                      KEY_AUTHORIZER,
                      HtapAuthorizer)

G_END_DECLS
