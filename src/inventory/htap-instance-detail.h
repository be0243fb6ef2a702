/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail.h"
#include "htap-instance.h"
#include "htap-replication.h"

G_BEGIN_DECLS

/**
 * HtapDetailPart:
 * @HTAP_DETAIL_PART_DETAIL: groups and their nodes, maintenance window, storage
 * @HTAP_DETAIL_PART_NODES: role and status of each node
 * @HTAP_DETAIL_PART_REPLICATIONS: synchronization tasks
 *
 * What an instance is made of comes in these answers, each of which may be refused by itself.
 */
typedef enum {
  HTAP_DETAIL_PART_DETAIL,
  HTAP_DETAIL_PART_NODES,
  HTAP_DETAIL_PART_REPLICATIONS,
  HTAP_DETAIL_N_PARTS,
} HtapDetailPart;

/**
 * HtapDetailState:
 * @HTAP_DETAIL_STATE_NONE: nobody has asked, or it was cancelled
 * @HTAP_DETAIL_STATE_LOADING: on its way; what was known before is still there
 * @HTAP_DETAIL_STATE_HERE: known
 * @HTAP_DETAIL_STATE_FAILED: could not be read; what was known before is still there
 */
typedef enum {
  HTAP_DETAIL_STATE_NONE,
  HTAP_DETAIL_STATE_LOADING,
  HTAP_DETAIL_STATE_HERE,
  HTAP_DETAIL_STATE_FAILED,
} HtapDetailState;

#define HTAP_TYPE_INSTANCE_DETAIL (htap_instance_detail_get_type ())

/**
 * HtapInstanceDetail:
 *
 * What one instance is made of, read when somebody looks at it. Lives on the main thread.
 *
 * Signal: `changed`: the state or the data of a part is another one.
 */
G_DECLARE_FINAL_TYPE (HtapInstanceDetail, htap_instance_detail, HTAP, INSTANCE_DETAIL, GObject)

HtapDetailState htap_instance_detail_get_state        (HtapInstanceDetail *self,
                                                       HtapDetailPart      part);
const GError   *htap_instance_detail_get_error        (HtapInstanceDetail *self,
                                                       HtapDetailPart      part);
HtapDetail     *htap_instance_detail_get_detail       (HtapInstanceDetail *self);
GPtrArray      *htap_instance_detail_get_nodes        (HtapInstanceDetail *self);
GPtrArray      *htap_instance_detail_get_replications (HtapInstanceDetail *self);

void            htap_instance_detail_load             (HtapInstanceDetail *self);
void            htap_instance_detail_reload           (HtapInstanceDetail *self);
void            htap_instance_detail_cancel           (HtapInstanceDetail *self);

G_END_DECLS
