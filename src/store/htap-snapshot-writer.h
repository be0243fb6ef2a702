/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-snapshot.h"
#include "htap-write-report.h"

G_BEGIN_DECLS

/**
 * HtapSnapshotWriter:
 *
 * Writes and removes the files of a store, in a thread of its own and in the order in which it was
 * asked for; of several writes to one file that wait, the last is done.
 */
typedef struct _HtapSnapshotWriter HtapSnapshotWriter;

HtapSnapshotWriter *htap_snapshot_writer_new    (GObject            *listener,
                                                 HtapWriteReportFunc func);
void                htap_snapshot_writer_free   (HtapSnapshotWriter *self);

void                htap_snapshot_writer_write  (HtapSnapshotWriter *self,
                                                 const char         *path,
                                                 HtapSnapshot       *snapshot);
void                htap_snapshot_writer_remove (HtapSnapshotWriter *self,
                                                 const char         *place);
void                htap_snapshot_writer_clear  (HtapSnapshotWriter *self,
                                                 const char         *folder,
                                                 GTask              *task);

G_END_DECLS
