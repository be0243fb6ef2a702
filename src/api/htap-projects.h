/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"
#include "htap-project.h"

G_BEGIN_DECLS

void       htap_projects_list_async  (HtapAuthorizer       *authorizer,
                                      const char           *region,
                                      const char           *name,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GPtrArray *htap_projects_list_finish (HtapAuthorizer       *authorizer,
                                      GAsyncResult         *result,
                                      GError              **error);
GPtrArray *htap_projects_decode      (GBytes               *body,
                                      GError              **error);

G_END_DECLS
