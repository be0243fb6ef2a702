/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"

G_BEGIN_DECLS

/**
 * HtapExchangeBuild:
 * @project_id: (nullable): the project, once it is known
 * @user_data: what was given to htap_exchange_async()
 * @error: %HTAP_ERROR_CONFIG
 *
 * Makes the request, without what proves who asks. Called again for a second attempt.
 *
 * Returns: (transfer full) (nullable): the request, %NULL with @error
 */
typedef SoupMessage *(*HtapExchangeBuild) (const char  *project_id,
                                           gpointer     user_data,
                                           GError     **error);

void    htap_exchange_async  (HtapAuthorizer       *authorizer,
                              const char           *region,
                              const char           *project_id,
                              HtapExchangeBuild     build,
                              gpointer              build_data,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
GBytes *htap_exchange_finish (HtapAuthorizer       *authorizer,
                              GAsyncResult         *result,
                              SoupMessage         **message,
                              GError              **error);

G_END_DECLS
