/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * HtapAuthorizeFunc:
 * @profile: whose credentials they are
 * @credentials: the secrets
 * @request: a finished request, to which only the scheme's headers are added
 *
 * One authorisation scheme; each has a file of its own.
 *
 * Returns: %FALSE with @error if the credentials do not serve
 */
typedef gboolean (*HtapAuthorizeFunc) (HtapProfile *profile,
                                       const HtapCredentials *credentials,
                                       SoupMessage *request,
                                       GError **error);

gboolean htap_authorizer_authorize (HtapProfile            *profile,
                                    const HtapCredentials  *credentials,
                                    SoupMessage            *request,
                                    GError                **error);

G_END_DECLS
