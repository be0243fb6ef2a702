/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"

G_BEGIN_DECLS

gboolean htap_token_authorizer_authorize (HtapProfile            *profile,
                                          const HtapCredentials  *credentials,
                                          SoupMessage            *request,
                                          GError                **error);

G_END_DECLS
