/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_RECORD (htap_record_get_type ())

/**
 * HtapRecordText:
 *
 * The text members of one HTAP instance, tables 3 to 9 of the page "Querying HTAP Instances".
 */
typedef enum {
  HTAP_TEXT_ID,
  HTAP_TEXT_NAME,
  HTAP_TEXT_STATUS,
  HTAP_TEXT_CREATE_FAIL_ERROR_CODE,
  HTAP_TEXT_FAIL_MESSAGE,
  HTAP_TEXT_ENGINE_NAME,
  HTAP_TEXT_ENGINE_VERSION,
  HTAP_TEXT_PROJECT_ID,
  HTAP_TEXT_HA_MODE,
  HTAP_TEXT_PAY_MODEL,
  HTAP_TEXT_ORDER_ID,
  HTAP_TEXT_ALTER_ORDER_ID,
  HTAP_TEXT_DATA_VIP,
  HTAP_TEXT_DATA_VIP_V6,
  HTAP_TEXT_VOLUME_TYPE,
  HTAP_TEXT_SERVER_TYPE,
  HTAP_TEXT_ENTERPRISE_PROJECT_ID,
  HTAP_TEXT_DEDICATED_RESOURCE_ID,
  HTAP_TEXT_VPC_ID,
  HTAP_TEXT_SUB_NET_ID,
  HTAP_TEXT_SECURITY_GROUP_ID,
  HTAP_TEXT_CH_MASTER_NODE_ID,
  HTAP_N_TEXTS,
} HtapRecordText;

/**
 * HtapRecordNumber:
 * @HTAP_NUMBER_CREATE_AT: milliseconds since 1970 UTC
 * @HTAP_NUMBER_IS_FROZEN: 0 or 1
 * @HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS: 0 or 1
 *
 * The numbers and flags of one HTAP instance.
 */
typedef enum {
  HTAP_NUMBER_CREATE_AT,
  HTAP_NUMBER_PORT,
  HTAP_NUMBER_NODE_NUM,
  HTAP_NUMBER_IS_FROZEN,
  HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS,
  HTAP_N_NUMBERS,
} HtapRecordNumber;

/**
 * HtapNode:
 *
 * One readable node (table 5). Every member may be %NULL.
 */
typedef struct {
  const char *data_ip;
  const char *node_id;
  const char *node_name;
} HtapNode;

/**
 * HtapZone:
 *
 * One availability zone (table 6). Every member may be %NULL.
 */
typedef struct {
  const char *code;
  const char *description;
  const char *az_type;
} HtapZone;

/**
 * HtapAction:
 * @created_at: milliseconds since 1970 UTC, 0 if absent
 * @updated_at: milliseconds since 1970 UTC, 0 if absent
 *
 * One current action (table 8). Every text may be %NULL.
 */
typedef struct {
  const char *id;
  const char *action;
  const char *object_id;
  const char *type;
  const char *job_id;
  const char *status;
  gint64      created_at;
  gint64      updated_at;
} HtapAction;

typedef struct _HtapRecord HtapRecord;

GType             htap_record_get_type       (void);

HtapRecord       *htap_record_new            (void);
HtapRecord       *htap_record_ref            (HtapRecord       *self);
void              htap_record_unref          (HtapRecord       *self);

/* Filling, by its maker and before anybody else has a reference. */
void              htap_record_set_text       (HtapRecord       *self,
                                              HtapRecordText    member,
                                              const char       *value);
void              htap_record_set_number     (HtapRecord       *self,
                                              HtapRecordNumber  member,
                                              gint64            value);
void              htap_record_add_node       (HtapRecord       *self,
                                              const HtapNode   *node);
void              htap_record_add_zone       (HtapRecord       *self,
                                              const HtapZone   *zone);
void              htap_record_add_action     (HtapRecord       *self,
                                              const HtapAction *action);
void              htap_record_add_proxy_ip   (HtapRecord       *self,
                                              const char       *address);
void              htap_record_take_json      (HtapRecord       *self,
                                              GBytes           *json);
HtapRecord       *htap_record_pack           (HtapRecord       *self);

/* Reading. */
const char       *htap_record_get_text       (const HtapRecord *self,
                                              HtapRecordText    member);
gboolean          htap_record_get_number     (const HtapRecord *self,
                                              HtapRecordNumber  member,
                                              gint64           *value);
gboolean          htap_record_get_flag       (const HtapRecord *self,
                                              HtapRecordNumber  member);
const HtapNode   *htap_record_get_nodes      (const HtapRecord *self,
                                              guint            *n_nodes);
const HtapZone   *htap_record_get_zones      (const HtapRecord *self,
                                              guint            *n_zones);
const HtapAction *htap_record_get_actions    (const HtapRecord *self,
                                              guint            *n_actions);
const char *const *htap_record_get_proxy_ips (const HtapRecord *self,
                                              guint            *n_addresses);
const char       *htap_record_get_json       (const HtapRecord *self,
                                              gsize            *length);
GBytes           *htap_record_dup_json       (HtapRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapRecord, htap_record_unref)

G_END_DECLS
