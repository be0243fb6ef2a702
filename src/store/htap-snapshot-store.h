/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-snapshot.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SNAPSHOT_STORE (htap_snapshot_store_get_type ())

/**
 * HtapSnapshotStore:
 *
 * The last good answers, one file each, in a folder for each profile. It moves bytes, and knows
 * nothing of what they mean. Writing and removing is done by one thread, in the order in which it
 * was asked for; of several writes to one file that wait, the last is done. What waits at the end is
 * done before the store is gone.
 *
 * Signals: `problem-changed`: htap_snapshot_store_get_problem() says something else; once for
 * however many writes failed in a row.
 */
G_DECLARE_FINAL_TYPE (HtapSnapshotStore, htap_snapshot_store, HTAP, SNAPSHOT_STORE, GObject)

HtapSnapshotStore *htap_snapshot_store_new          (const char           *folder);
const GError      *htap_snapshot_store_get_problem  (HtapSnapshotStore    *self);

gsize              htap_snapshot_store_get_size     (HtapSnapshotStore    *self,
                                                     const char           *profile,
                                                     gsize                 enough);
GPtrArray         *htap_snapshot_store_read         (HtapSnapshotStore    *self,
                                                     const char           *profile,
                                                     GPtrArray            *set_aside);
void               htap_snapshot_store_set_aside    (HtapSnapshotStore    *self,
                                                     const HtapSnapshot   *snapshot,
                                                     GPtrArray            *set_aside);

void               htap_snapshot_store_save         (HtapSnapshotStore    *self,
                                                     HtapSnapshot         *snapshot);
void               htap_snapshot_store_remove       (HtapSnapshotStore    *self,
                                                     const char           *profile);
void               htap_snapshot_store_forget       (HtapSnapshotStore    *self,
                                                     const char           *profile,
                                                     const char           *region,
                                                     const char           *project_id,
                                                     const char           *taurus_id);
void               htap_snapshot_store_clear_async  (HtapSnapshotStore    *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean           htap_snapshot_store_clear_finish (HtapSnapshotStore    *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

G_END_DECLS
