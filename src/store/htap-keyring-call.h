/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapKeyringCall:
 *
 * One asynchronous call of libsecret that is answered when its #GCancellable is cancelled or its
 * deadline is over, even if libsecret never calls back.
 */
typedef struct _HtapKeyringCall HtapKeyringCall;

HtapKeyringCall *htap_keyring_call_new             (guint                 deadline_ms,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GCancellable    *htap_keyring_call_get_cancellable (HtapKeyringCall      *self);
void             htap_keyring_call_on_answer       (GObject              *source,
                                                    GAsyncResult         *answer,
                                                    gpointer              user_data);
GAsyncResult    *htap_keyring_call_finish          (GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
