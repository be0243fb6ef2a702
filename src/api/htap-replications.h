/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"
#include "htap-instance-question.h"
#include "htap-page.h"

G_BEGIN_DECLS

HtapPage  *htap_replications_decode_page (GBytes                *body,
                                          GError               **error);
void       htap_replications_list_async  (HtapAuthorizer        *authorizer,
                                          const char            *region,
                                          const char            *project_id,
                                          HtapInstanceQuestion  *question,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
GPtrArray *htap_replications_list_finish (HtapAuthorizer        *authorizer,
                                          GAsyncResult          *result,
                                          GError               **error);

G_END_DECLS
