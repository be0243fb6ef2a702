/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-http.h"
#include "htap-profile.h"
#include "htap-token.h"

G_BEGIN_DECLS

void       htap_sign_in_async  (HtapHttp             *http,
                                HtapProfile          *profile,
                                const char           *password,
                                const char           *region,
                                const char           *project_id,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
HtapToken *htap_sign_in_finish (HtapHttp             *http,
                                GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
