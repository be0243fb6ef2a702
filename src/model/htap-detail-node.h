/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL_NODE (htap_detail_node_get_type ())

/**
 * HtapDetailNodeText:
 * @HTAP_DETAIL_NODE_ROLE: `fe-leader`, `fe-follower`, `be`; of ClickHouse `master`, `slave`, …
 * @HTAP_DETAIL_NODE_CPU: how many
 * @HTAP_DETAIL_NODE_MEMORY: in GB
 * @HTAP_DETAIL_NODE_VOLUME_SIZE: in GB
 * @HTAP_DETAIL_NODE_VOLUME_USED: in GB
 *
 * The members of a node, each the text that came.
 */
typedef enum {
  HTAP_DETAIL_NODE_ID,
  HTAP_DETAIL_NODE_NAME,
  HTAP_DETAIL_NODE_ROLE,
  HTAP_DETAIL_NODE_STATUS,
  HTAP_DETAIL_NODE_ZONE_CODE,
  HTAP_DETAIL_NODE_ZONE_DESCRIPTION,
  HTAP_DETAIL_NODE_FLAVOR,
  HTAP_DETAIL_NODE_CPU,
  HTAP_DETAIL_NODE_MEMORY,
  HTAP_DETAIL_NODE_VOLUME_TYPE,
  HTAP_DETAIL_NODE_VOLUME_SIZE,
  HTAP_DETAIL_NODE_VOLUME_USED,
  HTAP_DETAIL_NODE_ADDRESS,
  HTAP_DETAIL_NODE_ADDRESS_V6,
  HTAP_DETAIL_NODE_N_TEXTS,
} HtapDetailNodeText;

/**
 * HtapDetailNode:
 *
 * One machine that an HTAP instance is made of, as one answer described it: plain data, atomically
 * reference-counted, filled by its maker and immutable from then on.
 */
typedef struct _HtapDetailNode HtapDetailNode;

GType           htap_detail_node_get_type          (void);

HtapDetailNode *htap_detail_node_new               (void);
HtapDetailNode *htap_detail_node_ref               (HtapDetailNode       *self);
void            htap_detail_node_unref             (HtapDetailNode       *self);

/* Filling, by its maker and before anybody else has a reference. */
void            htap_detail_node_set_text          (HtapDetailNode       *self,
                                                    HtapDetailNodeText    member,
                                                    const char           *value);
void            htap_detail_node_set_needs_restart (HtapDetailNode       *self,
                                                    gboolean              needs_restart);

/* Reading. */
const char     *htap_detail_node_get_text          (const HtapDetailNode *self,
                                                    HtapDetailNodeText    member);
gboolean        htap_detail_node_needs_restart     (const HtapDetailNode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDetailNode, htap_detail_node_unref)

G_END_DECLS
