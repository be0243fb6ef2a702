/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-answer.h"
#include "htap-snapshot-store.h"

G_BEGIN_DECLS

/**
 * HtapSaved:
 * @snapshot: who read it, what, and when
 * @answer: (nullable): the HTAP instances of a TaurusDB instance
 * @taurus: (nullable) (element-type HtapTaurus): the TaurusDB instances of a project
 *
 * A snapshot, decoded: either @answer or @taurus is there.
 */
typedef struct {
  HtapSnapshot *snapshot;
  HtapAnswer   *answer;
  GPtrArray    *taurus;
} HtapSaved;

void       htap_saved_free        (HtapSaved            *self);

GPtrArray *htap_saved_read_now    (HtapSnapshotStore    *store,
                                   char                **profiles,
                                   GPtrArray           **set_aside);

void       htap_saved_read_async  (HtapSnapshotStore    *store,
                                   char                **profiles,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GPtrArray *htap_saved_read_finish (GAsyncResult         *result,
                                   GPtrArray           **set_aside,
                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapSaved, htap_saved_free)

G_END_DECLS
