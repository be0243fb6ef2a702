/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizers.h"
#include "htap-client.h"

G_BEGIN_DECLS

HtapHttp       *htap_client_dup_door       (HtapClient       *self,
                                            HtapProfile      *profile,
                                            GError          **error);
HtapAuthorizer *htap_client_get_authorizer (HtapClient       *self,
                                            HtapProfile      *profile,
                                            HtapCredentials  *credentials,
                                            GError          **error);
HtapAuthorizer *htap_client_get_authorizer_for (GTask           *task,
                                                HtapProfile     *profile,
                                                HtapCredentials *credentials);
GHashTable     *htap_client_get_old_endpoints (HtapClient    *self);

G_END_DECLS
