/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"
#include "htap-record-list.h"

G_BEGIN_DECLS

/**
 * HtapFieldIndex:
 *
 * Every attribute of an instance, in the order of the command line's JSON.
 */
typedef enum {
  HTAP_FIELD_ID,
  HTAP_FIELD_NAME,
  HTAP_FIELD_STATUS,
  HTAP_FIELD_SHOWN_STATUS,
  HTAP_FIELD_ENGINE_NAME,
  HTAP_FIELD_ENGINE_VERSION,
  HTAP_FIELD_HA_MODE,
  HTAP_FIELD_DATA_VIP,
  HTAP_FIELD_DATA_VIP_V6,
  HTAP_FIELD_PORT,
  HTAP_FIELD_PROXY_IPS,
  HTAP_FIELD_READABLE_NODE_INFOS,
  HTAP_FIELD_AVAILABLE_ZONES,
  HTAP_FIELD_VPC_ID,
  HTAP_FIELD_SUB_NET_ID,
  HTAP_FIELD_SECURITY_GROUP_ID,
  HTAP_FIELD_CURRENT_ACTIONS,
  HTAP_FIELD_CREATE_AT,
  HTAP_FIELD_IS_FROZEN,
  HTAP_FIELD_WAIT_RESTART_FOR_PARAMS,
  HTAP_FIELD_CREATE_FAIL_ERROR_CODE,
  HTAP_FIELD_FAIL_MESSAGE,
  HTAP_FIELD_PAY_MODEL,
  HTAP_FIELD_ORDER_ID,
  HTAP_FIELD_ALTER_ORDER_ID,
  HTAP_FIELD_VOLUME_TYPE,
  HTAP_FIELD_SERVER_TYPE,
  HTAP_FIELD_ENTERPRISE_PROJECT_ID,
  HTAP_FIELD_ENTERPRISE_PROJECT,
  HTAP_FIELD_DEDICATED_RESOURCE_ID,
  HTAP_FIELD_CH_MASTER_NODE_ID,
  HTAP_FIELD_NODE_NUM,
  HTAP_FIELD_PROJECT_ID,
  HTAP_FIELD_TAURUS_ID,
  HTAP_FIELD_TAURUS_NAME,
  HTAP_FIELD_TAURUS_STATUS,
  HTAP_FIELD_TAURUS_VERSION,
  HTAP_FIELD_TAGS,
  HTAP_FIELD_PROFILE,
  HTAP_FIELD_REGION,
  HTAP_FIELD_FINDINGS,
  HTAP_N_FIELDS,
} HtapFieldIndex;

/* A set of fields, one bit for each index. */
typedef guint64 HtapFieldSet;
#define HTAP_FIELD_BIT(index) (G_GUINT64_CONSTANT (1) << (index))
#define HTAP_FIELD_ALL        (~G_GUINT64_CONSTANT (0))

typedef enum {
  HTAP_FIELD_KIND_TEXT,
  HTAP_FIELD_KIND_ID,     /* compared as it is, shown monospaced and cut in the middle */
  HTAP_FIELD_KIND_IP,     /* compared by value */
  HTAP_FIELD_KIND_NUMBER, /* right-aligned */
  HTAP_FIELD_KIND_TIME,   /* milliseconds since 1970 UTC */
  HTAP_FIELD_KIND_STATUS, /* sorts by HtapShownStatus, shown with an icon */
  HTAP_FIELD_KIND_FLAG,
  HTAP_FIELD_KIND_LIST,
  HTAP_FIELD_KIND_FINDINGS, /* sorts by the worst, shown with an icon */
} HtapFieldKind;

/* The group of the detail pane that shows it. */
typedef enum {
  HTAP_FIELD_GROUP_SUMMARY, /* the pane's head */
  HTAP_FIELD_GROUP_CONNECTION,
  HTAP_FIELD_GROUP_NODES,
  HTAP_FIELD_GROUP_ACTIONS,
  HTAP_FIELD_GROUP_PLACEMENT,
  HTAP_FIELD_GROUP_BILLING,
} HtapFieldGroup;

typedef struct _HtapField HtapField;

const HtapField *htap_field_get           (HtapFieldIndex    index);
const HtapField *htap_field_find          (const char       *id);

HtapFieldIndex   htap_field_get_index     (const HtapField  *self);
const char      *htap_field_get_id        (const HtapField  *self);
const char      *htap_field_get_word      (const HtapField  *self);
const char      *htap_field_get_label     (const HtapField  *self);
HtapFieldKind    htap_field_get_kind      (const HtapField  *self);
HtapFieldGroup   htap_field_get_group     (const HtapField  *self);
gboolean         htap_field_is_default_column (const HtapField *self);
const HtapFieldIndex *htap_field_get_default_columns (guint *n_columns);
HtapFieldSet     htap_field_get_shown_set (const HtapField  *self);

gboolean         htap_field_is_of_source  (const HtapField  *self);
gboolean         htap_field_is_of_both    (const HtapField  *self);
gboolean         htap_field_is_of_instance (const HtapField *self);

const char      *htap_field_get_text      (const HtapField  *self,
                                           const HtapRecord *record,
                                           HtapSource       *source);
gboolean         htap_field_get_number    (const HtapField  *self,
                                           const HtapRecord *record,
                                           gint64           *number);
gboolean         htap_field_get_list      (const HtapField  *self,
                                           HtapRecordList   *list);
char           **htap_field_dup_elements  (const HtapField  *self,
                                           const HtapRecord *record);

/* In htap-field-text.c. */
char            *htap_field_dup_value     (const HtapField  *self,
                                           const HtapRecord *record,
                                           HtapSource       *source);
char            *htap_field_dup_value_of_instance (const HtapField *self,
                                                   HtapInstance    *instance);
char            *htap_field_dup_shown_of  (const HtapField  *self,
                                           const HtapRecord *record,
                                           HtapSource       *source);
char            *htap_field_dup_shown     (const HtapField  *self,
                                           HtapInstance     *instance);

/* In htap-field-compare.c. */
int              htap_field_compare       (const HtapField  *self,
                                           HtapInstance     *a,
                                           HtapInstance     *b);
HtapFieldSet     htap_record_get_differences (const HtapRecord *a,
                                              const HtapRecord *b);

G_END_DECLS
