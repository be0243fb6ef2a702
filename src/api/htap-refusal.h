/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-error.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

HtapErrorReason htap_refusal_find_reason    (const HtapErrorDetails *details,
                                             HtapError               kind,
                                             SoupMessage            *request);
gboolean        htap_refusal_is_definite    (HtapErrorReason         reason);
char           *htap_refusal_dup_permission (const char             *server_message);

G_END_DECLS
