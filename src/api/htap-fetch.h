/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

void    htap_fetch_async  (SoupSession          *session,
                           SoupMessage          *message,
                           guint                 deadline,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data);
GBytes *htap_fetch_finish (GAsyncResult         *result,
                           GError              **error);

G_END_DECLS
