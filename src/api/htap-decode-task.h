/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapDecode:
 * @body: an answer
 * @error: %HTAP_ERROR_PROTOCOL or %HTAP_ERROR_TOO_LARGE
 *
 * A pure function, for any thread.
 *
 * Returns: (transfer full) (nullable): what it says, %NULL with @error
 */
typedef gpointer (*HtapDecode) (GBytes  *body,
                                GError **error);

void htap_decode_task_run (GTask           *task,
                           GBytes          *answer,
                           GTaskThreadFunc  decode);

void     htap_decode_async  (HtapDecode           decode,
                             GDestroyNotify       free_result,
                             GBytes              *body,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
gpointer htap_decode_finish (GAsyncResult        *result,
                             GError             **error);

G_END_DECLS
