/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-node.h"

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL (htap_detail_get_type ())

/**
 * HtapDetailText:
 * @HTAP_DETAIL_TEXT_MAINTENANCE_START: a time of day in UTC, "18:00"
 * @HTAP_DETAIL_TEXT_MAINTENANCE_PERIOD: "*": every day
 * @HTAP_DETAIL_TEXT_FE_VOLUME_SIZE: in GB
 * @HTAP_DETAIL_TEXT_BE_VOLUME_SIZE: in GB
 *
 * The text members of a detail, each as it came.
 */
typedef enum {
  HTAP_DETAIL_TEXT_STATUS,
  HTAP_DETAIL_TEXT_PUBLIC_IP,
  HTAP_DETAIL_TEXT_MAINTENANCE_START,
  HTAP_DETAIL_TEXT_MAINTENANCE_END,
  HTAP_DETAIL_TEXT_MAINTENANCE_PERIOD,
  HTAP_DETAIL_TEXT_TIME_ZONE,
  HTAP_DETAIL_TEXT_FE_VOLUME_TYPE,
  HTAP_DETAIL_TEXT_FE_VOLUME_SIZE,
  HTAP_DETAIL_TEXT_BE_VOLUME_TYPE,
  HTAP_DETAIL_TEXT_BE_VOLUME_SIZE,
  HTAP_DETAIL_TEXT_VERSION,
  HTAP_DETAIL_TEXT_USER,
  HTAP_DETAIL_N_TEXTS,
} HtapDetailText;

/**
 * HtapDetailFlag:
 *
 * Its flags, each of which an answer may leave open.
 */
typedef enum {
  HTAP_DETAIL_FLAG_NEW_VERSION_AVAILABLE,
  HTAP_DETAIL_FLAG_SSL,
  HTAP_DETAIL_FLAG_SUPPORTS_REPLICATION,
  HTAP_DETAIL_N_FLAGS,
} HtapDetailFlag;

/**
 * HtapDetail:
 *
 * What one HTAP instance is made of, beyond what the list says of it: plain data, atomically
 * reference-counted, filled by its maker and immutable from then on.
 */
typedef struct _HtapDetail HtapDetail;

GType       htap_detail_get_type        (void);

HtapDetail *htap_detail_new             (void);
HtapDetail *htap_detail_ref             (HtapDetail       *self);
void        htap_detail_unref           (HtapDetail       *self);

/* Filling, by its maker and before anybody else has a reference. */
void        htap_detail_set_text        (HtapDetail       *self,
                                         HtapDetailText    member,
                                         const char       *value);
void        htap_detail_set_flag        (HtapDetail       *self,
                                         HtapDetailFlag    member,
                                         gboolean          value);
guint       htap_detail_add_group       (HtapDetail       *self,
                                         const char       *name,
                                         const char       *type);
void        htap_detail_add_node        (HtapDetail       *self,
                                         guint             group,
                                         HtapDetailNode   *node);

/* Reading. */
const char *htap_detail_get_text        (const HtapDetail *self,
                                         HtapDetailText    member);
gboolean    htap_detail_get_flag        (const HtapDetail *self,
                                         HtapDetailFlag    member,
                                         gboolean         *value);
guint       htap_detail_get_n_groups    (const HtapDetail *self);
const char *htap_detail_get_group_name  (const HtapDetail *self,
                                         guint             group);
const char *htap_detail_get_group_type  (const HtapDetail *self,
                                         guint             group);
GPtrArray  *htap_detail_get_group_nodes (const HtapDetail *self,
                                         guint             group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDetail, htap_detail_unref)

G_END_DECLS
