/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"
#include "htap-page.h"

G_BEGIN_DECLS

void        htap_enterprise_projects_list_async  (HtapAuthorizer       *authorizer,
                                                  const char           *region,
                                                  const char           *project_id,
                                                  const char           *language,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GHashTable *htap_enterprise_projects_list_finish (HtapAuthorizer       *authorizer,
                                                  GAsyncResult         *result,
                                                  GError              **error);

HtapPage   *htap_enterprise_projects_decode_page (GBytes               *body,
                                                  GError              **error);

G_END_DECLS
