/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"

G_BEGIN_DECLS

/**
 * HtapAuthorizers:
 *
 * Who proves who asks, for each profile. Who signed in stays signed in, as long as neither the
 * profile nor its secrets change.
 */
typedef struct _HtapAuthorizers HtapAuthorizers;

HtapHttp        *htap_authorizer_dup_door        (HtapHttp         *http,
                                                  HtapProfile      *profile,
                                                  GError          **error);
HtapAuthorizer  *htap_authorizer_new_for_profile (HtapHttp         *http,
                                                  HtapProfile      *profile,
                                                  HtapCredentials  *credentials,
                                                  GError          **error);

HtapAuthorizers *htap_authorizers_new     (HtapHttp         *http);
void             htap_authorizers_free    (HtapAuthorizers  *self);
HtapAuthorizer  *htap_authorizers_get     (HtapAuthorizers  *self,
                                           HtapProfile      *profile,
                                           HtapCredentials  *credentials,
                                           GError          **error);
void             htap_authorizers_forgive (HtapAuthorizers  *self,
                                           HtapProfile      *profile);
void             htap_authorizers_forget  (HtapAuthorizers  *self,
                                           HtapProfile      *profile);
void             htap_authorizers_forget_others (HtapAuthorizers *self,
                                           GListModel       *profiles);

G_END_DECLS
