/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-http.h"
#include "htap-probe-stage.h"

G_BEGIN_DECLS

void htap_probe_async  (HtapHttp              *http,
                        GUri                  *endpoint,
                        HtapProbeProgress      progress,
                        gpointer               progress_data,
                        GCancellable          *cancellable,
                        GAsyncReadyCallback    callback,
                        gpointer               user_data);
gboolean htap_probe_finish (HtapHttp          *http,
                            GAsyncResult      *result,
                            SoupMessage      **message,
                            GError           **error);

G_END_DECLS
