/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"

G_BEGIN_DECLS

void       htap_taurus_list_async  (HtapAuthorizer       *authorizer,
                                    const char           *region,
                                    const char           *project_id,
                                    const char           *language,
                                    GHashTable           *old_endpoints,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GPtrArray *htap_taurus_list_finish (HtapAuthorizer       *authorizer,
                                    GAsyncResult         *result,
                                    gboolean             *complete,
                                    GError              **error);

G_END_DECLS
