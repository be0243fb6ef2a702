/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_REPLICATION (htap_replication_get_type ())

/**
 * HtapReplicationText:
 * @HTAP_REPLICATION_TEXT_STATUS: `Yes` or `No`; of ClickHouse `normal` or `abnormal`
 * @HTAP_REPLICATION_TEXT_STAGE: `wait`, `full`, `incremental`, `paused`, `cancelled`, …; capitalised
 *   in some answers
 * @HTAP_REPLICATION_TEXT_PERCENTAGE: of the stage, without a sign
 *
 * The text members of one synchronization task.
 */
typedef enum {
  HTAP_REPLICATION_TEXT_SOURCE_DATABASE,
  HTAP_REPLICATION_TEXT_TARGET_DATABASE,
  HTAP_REPLICATION_TEXT_TASK_NAME,
  HTAP_REPLICATION_TEXT_STATUS,
  HTAP_REPLICATION_TEXT_STAGE,
  HTAP_REPLICATION_TEXT_PERCENTAGE,
  HTAP_REPLICATION_N_TEXTS,
} HtapReplicationText;

/**
 * HtapReplicationFlag:
 * @HTAP_REPLICATION_FLAG_NEEDS_REPAIR: `is_need_repair`
 * @HTAP_REPLICATION_FLAG_IS_MAIN: `is_main_task`
 *
 * Its flags.
 */
typedef enum {
  HTAP_REPLICATION_FLAG_NEEDS_REPAIR,
  HTAP_REPLICATION_FLAG_IS_MAIN,
  HTAP_REPLICATION_N_FLAGS,
} HtapReplicationFlag;

/**
 * HtapReplication:
 *
 * One task that copies a database of a TaurusDB instance into an HTAP instance, as one answer
 * described it: plain data, atomically reference-counted, filled by its maker and immutable from
 * then on.
 */
typedef struct _HtapReplication HtapReplication;

GType            htap_replication_get_type   (void);

HtapReplication *htap_replication_new        (void);
HtapReplication *htap_replication_ref        (HtapReplication       *self);
void             htap_replication_unref      (HtapReplication       *self);

/* Filling, by its maker and before anybody else has a reference. */
void             htap_replication_set_text   (HtapReplication       *self,
                                              HtapReplicationText    member,
                                              const char            *value);
void             htap_replication_set_flag   (HtapReplication       *self,
                                              HtapReplicationFlag    member,
                                              gboolean               value);

/* Reading. */
const char      *htap_replication_get_text   (const HtapReplication *self,
                                              HtapReplicationText    member);
gboolean         htap_replication_get_flag   (const HtapReplication *self,
                                              HtapReplicationFlag    member);
gboolean         htap_replication_is_running (const HtapReplication *self);
gboolean         htap_replication_is_stopped (const HtapReplication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapReplication, htap_replication_unref)

G_END_DECLS
