/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-clock.h"

G_BEGIN_DECLS

void     htap_pause_async  (HtapClock            *clock,
                            gint64                delay,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data);
gboolean htap_pause_finish (HtapClock            *clock,
                            GAsyncResult         *result,
                            GError              **error);

G_END_DECLS
