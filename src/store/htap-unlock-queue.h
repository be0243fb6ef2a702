/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_UNLOCK_QUEUE (htap_unlock_queue_get_type ())

/**
 * HtapUnlockQueue:
 *
 * Unlocks one thing after the other, so that however many secrets are wanted at once, there is
 * never more than one prompt, and a dismissed one is not followed by the next.
 */
G_DECLARE_FINAL_TYPE (HtapUnlockQueue, htap_unlock_queue, HTAP, UNLOCK_QUEUE, GObject)

HtapUnlockQueue *htap_unlock_queue_new           (guint                 deadline_ms);

void             htap_unlock_queue_unlock_async  (HtapUnlockQueue      *self,
                                                  GList                *objects,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean         htap_unlock_queue_unlock_finish (HtapUnlockQueue      *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
