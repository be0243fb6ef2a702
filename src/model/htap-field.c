/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field.h"

#include "htap-format.h"
#include "htap-record-list.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>

/* Where a field's value lives. */
typedef enum
{
  ORIGIN_TEXT,   /* member: HtapRecordText */
  ORIGIN_NUMBER, /* member: HtapRecordNumber */
  ORIGIN_LIST,   /* member: HtapRecordList */
  ORIGIN_SHOWN_STATUS,
  ORIGIN_SOURCE, /* member unused: get_from_source */
} Origin;

struct _HtapField
{
  const char *id;
  const char *word; /* short word in searches, or NULL */
  const char *label;
  HtapFieldKind kind;
  HtapFieldGroup group;
  Origin origin;
  guint member;
  char *(*dup_shown) (const HtapRecord *record); /* NULL: the value */
  const char *(*get_from_source) (HtapSource *source);
  HtapFieldSet shown_with; /* other fields that its text is made of; they also break ties */
};

static char *
shown_engine (const HtapRecord *record)
{
  return htap_format_engine (htap_record_get_text (record, HTAP_TEXT_ENGINE_NAME));
}

static char *
shown_version (const HtapRecord *record)
{
  return htap_format_version (htap_record_get_text (record, HTAP_TEXT_ENGINE_NAME),
                              htap_record_get_text (record, HTAP_TEXT_ENGINE_VERSION));
}

static char *
shown_billing (const HtapRecord *record)
{
  return htap_format_billing (htap_record_get_text (record, HTAP_TEXT_PAY_MODEL));
}

static char *
shown_volume_type (const HtapRecord *record)
{
  return htap_format_volume_type (htap_record_get_text (record, HTAP_TEXT_VOLUME_TYPE));
}

static const char *
get_profile_name (HtapSource *source)
{
  const char *name = htap_profile_get_name (htap_source_get_profile (source));

  return *name != '\0' ? name : NULL;
}

#define FIELD_TEXT(id_, word_, label_, kind_, group_, member_)                                     \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_##kind_,                      \
  .group = HTAP_FIELD_GROUP_##group_, .origin = ORIGIN_TEXT, .member = HTAP_TEXT_##member_
#define FIELD_NUMBER(id_, word_, label_, kind_, group_, member_)                                   \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_##kind_,                      \
  .group = HTAP_FIELD_GROUP_##group_, .origin = ORIGIN_NUMBER, .member = HTAP_NUMBER_##member_
#define FIELD_LIST(id_, word_, label_, group_, member_)                                            \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_LIST,                         \
  .group = HTAP_FIELD_GROUP_##group_, .origin = ORIGIN_LIST, .member = HTAP_LIST_##member_
#define FIELD_SOURCE(id_, word_, label_, kind_, group_, get_)                                      \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_##kind_,                      \
  .group = HTAP_FIELD_GROUP_##group_, .origin = ORIGIN_SOURCE, .get_from_source = get_

/* The one table of attributes. Columns, sorters, search, the detail pane, copying, export, change
 * detection and the command line follow from it. */
static const HtapField fields[HTAP_N_FIELDS] = {
  [HTAP_FIELD_ID] = { FIELD_TEXT ("id", NULL, N_ ("HTAP instance ID"), ID, BILLING, ID) },
  [HTAP_FIELD_NAME] = { FIELD_TEXT ("name", NULL, N_ ("Name"), TEXT, SUMMARY, NAME) },
  [HTAP_FIELD_STATUS] = { FIELD_TEXT ("status", NULL, N_ ("API status"), TEXT, SUMMARY, STATUS) },
  [HTAP_FIELD_SHOWN_STATUS] = { .id = "shown_status",
                                .word = "shown",
                                .label = N_ ("Status"),
                                .kind = HTAP_FIELD_KIND_STATUS,
                                .group = HTAP_FIELD_GROUP_SUMMARY,
                                .origin = ORIGIN_SHOWN_STATUS,
                                .dup_shown = htap_format_shown_status },
  [HTAP_FIELD_ENGINE_NAME] = { FIELD_TEXT ("engine_name",
                                           "engine",
                                           N_ ("DB engine"),
                                           TEXT,
                                           CONNECTION,
                                           ENGINE_NAME),
                               .dup_shown = shown_engine },
  [HTAP_FIELD_ENGINE_VERSION] = { FIELD_TEXT ("engine_version",
                                              "version",
                                              N_ ("Version"),
                                              TEXT,
                                              CONNECTION,
                                              ENGINE_VERSION),
                                  .dup_shown = shown_version,
                                  .shown_with = HTAP_FIELD_BIT (HTAP_FIELD_ENGINE_NAME) },
  [HTAP_FIELD_HA_MODE] = { FIELD_TEXT ("ha_mode", "mode", N_ ("Mode"), TEXT, PLACEMENT, HA_MODE),
                           .dup_shown = htap_format_mode_and_nodes,
                           .shown_with = HTAP_FIELD_BIT (HTAP_FIELD_NODE_NUM) },
  [HTAP_FIELD_DATA_VIP] = { FIELD_TEXT ("data_vip",
                                        "ip",
                                        N_ ("Private IP"),
                                        IP,
                                        CONNECTION,
                                        DATA_VIP) },
  [HTAP_FIELD_DATA_VIP_V6] = { FIELD_TEXT ("data_vip_v6",
                                           "ipv6",
                                           N_ ("Private IPv6"),
                                           IP,
                                           CONNECTION,
                                           DATA_VIP_V6) },
  [HTAP_FIELD_PORT] = { FIELD_NUMBER ("port", NULL, N_ ("Port"), NUMBER, CONNECTION, PORT) },
  [HTAP_FIELD_PROXY_IPS] = { FIELD_LIST ("proxy_ips",
                                         "proxy",
                                         N_ ("Proxy addresses"),
                                         CONNECTION,
                                         PROXY_IPS) },
  [HTAP_FIELD_READABLE_NODE_INFOS] = { FIELD_LIST ("readable_node_infos",
                                                   "node",
                                                   N_ ("Readable nodes"),
                                                   NODES,
                                                   NODES) },
  [HTAP_FIELD_AVAILABLE_ZONES] = { FIELD_LIST ("available_zones",
                                               "zone",
                                               N_ ("Availability zones"),
                                               PLACEMENT,
                                               ZONES) },
  [HTAP_FIELD_VPC_ID] = { FIELD_TEXT ("vpc_id", "vpc", N_ ("VPC"), ID, PLACEMENT, VPC_ID) },
  [HTAP_FIELD_SUB_NET_ID] = { FIELD_TEXT ("sub_net_id",
                                          "subnet",
                                          N_ ("Subnet"),
                                          ID,
                                          PLACEMENT,
                                          SUB_NET_ID) },
  [HTAP_FIELD_SECURITY_GROUP_ID] = { FIELD_TEXT ("security_group_id",
                                                 "group",
                                                 N_ ("Security group"),
                                                 ID,
                                                 PLACEMENT,
                                                 SECURITY_GROUP_ID) },
  [HTAP_FIELD_CURRENT_ACTIONS] = { FIELD_LIST ("current_actions",
                                               "action",
                                               N_ ("Current actions"),
                                               ACTIONS,
                                               ACTIONS) },
  [HTAP_FIELD_CREATE_AT] = { FIELD_NUMBER ("create_at",
                                           "created",
                                           N_ ("Created"),
                                           TIME,
                                           BILLING,
                                           CREATE_AT) },
  [HTAP_FIELD_IS_FROZEN] = { FIELD_NUMBER ("is_frozen",
                                           "frozen",
                                           N_ ("Frozen"),
                                           FLAG,
                                           SUMMARY,
                                           IS_FROZEN) },
  [HTAP_FIELD_WAIT_RESTART_FOR_PARAMS] = { FIELD_NUMBER ("wait_restart_for_params",
                                                         "restart",
                                                         N_ ("Reboot required for parameters"),
                                                         FLAG,
                                                         SUMMARY,
                                                         WAIT_RESTART_FOR_PARAMS) },
  [HTAP_FIELD_CREATE_FAIL_ERROR_CODE] = { FIELD_TEXT ("create_fail_error_code",
                                                      "code",
                                                      N_ ("Failure code"),
                                                      TEXT,
                                                      SUMMARY,
                                                      CREATE_FAIL_ERROR_CODE) },
  [HTAP_FIELD_FAIL_MESSAGE] = { FIELD_TEXT ("fail_message",
                                            "message",
                                            N_ ("Failure message"),
                                            TEXT,
                                            SUMMARY,
                                            FAIL_MESSAGE) },
  [HTAP_FIELD_PAY_MODEL] = { FIELD_TEXT ("pay_model",
                                         "billing",
                                         N_ ("Billing mode"),
                                         TEXT,
                                         BILLING,
                                         PAY_MODEL),
                             .dup_shown = shown_billing },
  [HTAP_FIELD_ORDER_ID] = { FIELD_TEXT ("order_id",
                                        "order",
                                        N_ ("Order ID"),
                                        ID,
                                        BILLING,
                                        ORDER_ID) },
  [HTAP_FIELD_ALTER_ORDER_ID] = { FIELD_TEXT ("alter_order_id",
                                              NULL,
                                              N_ ("Alternative order ID"),
                                              ID,
                                              BILLING,
                                              ALTER_ORDER_ID) },
  [HTAP_FIELD_VOLUME_TYPE] = { FIELD_TEXT ("volume_type",
                                           "storage",
                                           N_ ("Storage type"),
                                           TEXT,
                                           PLACEMENT,
                                           VOLUME_TYPE),
                               .dup_shown = shown_volume_type },
  [HTAP_FIELD_SERVER_TYPE] = { FIELD_TEXT ("server_type",
                                           "server",
                                           N_ ("Server type"),
                                           TEXT,
                                           PLACEMENT,
                                           SERVER_TYPE) },
  [HTAP_FIELD_ENTERPRISE_PROJECT_ID] = { FIELD_TEXT ("enterprise_project_id",
                                                     "enterprise",
                                                     N_ ("Enterprise project ID"),
                                                     ID,
                                                     BILLING,
                                                     ENTERPRISE_PROJECT_ID) },
  [HTAP_FIELD_DEDICATED_RESOURCE_ID] = { FIELD_TEXT ("dedicated_resource_id",
                                                     "dedicated",
                                                     N_ ("Dedicated resource pool ID"),
                                                     ID,
                                                     BILLING,
                                                     DEDICATED_RESOURCE_ID) },
  [HTAP_FIELD_CH_MASTER_NODE_ID] = { FIELD_TEXT ("ch_master_node_id",
                                                 "primary",
                                                 N_ ("ClickHouse primary node ID"),
                                                 ID,
                                                 NODES,
                                                 CH_MASTER_NODE_ID) },
  [HTAP_FIELD_NODE_NUM] = { FIELD_NUMBER ("node_num",
                                          "nodes",
                                          N_ ("Number of nodes"),
                                          NUMBER,
                                          NODES,
                                          NODE_NUM) },
  [HTAP_FIELD_PROJECT_ID] = { FIELD_TEXT ("project_id",
                                          "project",
                                          N_ ("Project ID"),
                                          ID,
                                          BILLING,
                                          PROJECT_ID) },
  [HTAP_FIELD_TAURUS_ID] = { FIELD_SOURCE ("taurus_id",
                                           NULL,
                                           N_ ("TaurusDB instance ID"),
                                           ID,
                                           BILLING,
                                           htap_source_get_taurus_id) },
  [HTAP_FIELD_TAURUS_NAME] = { FIELD_SOURCE ("taurus_name",
                                             "taurus",
                                             N_ ("TaurusDB Instance"),
                                             TEXT,
                                             BILLING,
                                             htap_source_get_taurus_name),
                               .shown_with = HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_ID) },
  [HTAP_FIELD_PROFILE] = { FIELD_SOURCE ("profile",
                                         NULL,
                                         N_ ("Profile"),
                                         TEXT,
                                         BILLING,
                                         get_profile_name) },
  [HTAP_FIELD_REGION] = { FIELD_SOURCE ("region",
                                        NULL,
                                        N_ ("Region"),
                                        TEXT,
                                        PLACEMENT,
                                        htap_source_get_region) },
};

static const HtapFieldIndex default_columns[] = {
  HTAP_FIELD_NAME,    HTAP_FIELD_SHOWN_STATUS,   HTAP_FIELD_TAURUS_NAME, HTAP_FIELD_DATA_VIP,
  HTAP_FIELD_HA_MODE, HTAP_FIELD_ENGINE_VERSION, HTAP_FIELD_REGION,      HTAP_FIELD_CREATE_AT,
};

/**
 * htap_field_get:
 *
 * Returns: (transfer none): a row of the field table
 */
const HtapField *
htap_field_get (HtapFieldIndex index)
{
  g_return_val_if_fail (index < HTAP_N_FIELDS, NULL);

  return &fields[index];
}

/**
 * htap_field_find:
 * @id: an id, as the command line takes it
 *
 * Returns: (transfer none) (nullable): %NULL if there is no such field
 */
const HtapField *
htap_field_find (const char *id)
{
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (g_strcmp0 (fields[i].id, id) == 0)
      return &fields[i];

  return NULL;
}

HtapFieldIndex
htap_field_get_index (const HtapField *self)
{
  return (HtapFieldIndex) (self - fields);
}

const char *
htap_field_get_id (const HtapField *self)
{
  return self->id;
}

/**
 * htap_field_get_word:
 *
 * Returns: (transfer none) (nullable): the short word it also answers to in searches
 */
const char *
htap_field_get_word (const HtapField *self)
{
  return self->word;
}

/**
 * htap_field_get_label:
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
htap_field_get_label (const HtapField *self)
{
  return _ (self->label);
}

HtapFieldKind
htap_field_get_kind (const HtapField *self)
{
  return self->kind;
}

HtapFieldGroup
htap_field_get_group (const HtapField *self)
{
  return self->group;
}

/**
 * htap_field_get_default_columns:
 * @n_columns: (out): how many
 *
 * Returns: (transfer none) (array length=n_columns): the columns of a first start, in order
 */
const HtapFieldIndex *
htap_field_get_default_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (default_columns);

  return default_columns;
}

gboolean
htap_field_is_default_column (const HtapField *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (default_columns); i++)
    if (default_columns[i] == htap_field_get_index (self))
      return TRUE;

  return FALSE;
}

/**
 * htap_field_get_shown_set:
 *
 * Returns: every field that its shown text and its place in a sort depend on, itself included
 */
HtapFieldSet
htap_field_get_shown_set (const HtapField *self)
{
  return HTAP_FIELD_BIT (htap_field_get_index (self)) | self->shown_with;
}

/**
 * htap_field_get_text:
 * @source: (nullable): where @record was read; %NULL leaves the source's own fields out
 *
 * Returns: (transfer none) (nullable): the API's value of a field of kind text, id or ip; %NULL if
 *   absent or of another kind
 */
const char *
htap_field_get_text (const HtapField *self, const HtapRecord *record, HtapSource *source)
{
  if (self->origin == ORIGIN_TEXT)
    return htap_record_get_text (record, self->member);
  if (self->origin == ORIGIN_SOURCE && source != NULL)
    return self->get_from_source (source);

  return NULL;
}

/**
 * htap_field_get_number:
 * @number: (out): the value; for the shown status its #HtapShownStatus
 *
 * Returns: whether the field is a number, a time, a flag or the shown status, and present
 */
gboolean
htap_field_get_number (const HtapField *self, const HtapRecord *record, gint64 *number)
{
  if (self->origin == ORIGIN_NUMBER)
    return htap_record_get_number (record, self->member, number);

  *number =
      self->origin == ORIGIN_SHOWN_STATUS ? (gint64) htap_record_get_shown_status (record) : 0;

  return self->origin == ORIGIN_SHOWN_STATUS;
}

/**
 * htap_field_get_list:
 * @list: (out): which list of a record
 *
 * Returns: whether the field is a list
 */
gboolean
htap_field_get_list (const HtapField *self, HtapRecordList *list)
{
  if (self->origin != ORIGIN_LIST)
    return FALSE;

  *list = (HtapRecordList) self->member;

  return TRUE;
}

/**
 * htap_field_dup_elements:
 *
 * Returns: (transfer full): one text an element of a list, every member of it in the text; empty
 *   for a field that is no list
 */
char **
htap_field_dup_elements (const HtapField *self, const HtapRecord *record)
{
  HtapRecordList list;

  return htap_field_get_list (self, &list) ? htap_record_dup_list (record, list)
                                           : g_new0 (char *, 1);
}

/**
 * htap_field_is_of_source:
 *
 * Returns: whether its value is the source's (TaurusDB instance, profile, region), not the record's
 */
gboolean
htap_field_is_of_source (const HtapField *self)
{
  return self->origin == ORIGIN_SOURCE;
}

/**
 * htap_field_dup_value:
 * @record: (nullable): only for a field that is the source's
 * @source: (nullable): where @record was read; %NULL leaves the source's own fields out
 *
 * Returns: (transfer full) (nullable): the API's value as text that does not depend on the
 *   language: numbers in decimal, times in ISO 8601 UTC, flags as true or false, lists with commas
 */
char *
htap_field_dup_value (const HtapField *self, const HtapRecord *record, HtapSource *source)
{
  gint64 number;

  if (self->origin == ORIGIN_LIST)
    {
      g_auto (GStrv) elements = htap_record_dup_list (record, self->member);

      return elements[0] != NULL ? g_strjoinv (", ", elements) : NULL;
    }

  if (!htap_field_get_number (self, record, &number))
    return g_strdup (htap_field_get_text (self, record, source));
  if (self->kind == HTAP_FIELD_KIND_TIME)
    return htap_format_iso8601 (number);
  if (self->kind == HTAP_FIELD_KIND_FLAG)
    return g_strdup (number != 0 ? "true" : "false");
  if (self->kind == HTAP_FIELD_KIND_STATUS)
    return g_strdup (htap_shown_status_get_id ((HtapShownStatus) number));

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * htap_field_dup_shown_of:
 * @record: (nullable): only for a field that is the source's
 * @source: (nullable): where @record was read; %NULL leaves the source's own fields out
 *
 * Returns: (transfer full) (nullable): what a person reads, in their language and time zone; %NULL
 *   if absent. Untrusted text may be in it.
 */
char *
htap_field_dup_shown_of (const HtapField *self, const HtapRecord *record, HtapSource *source)
{
  gint64 number;

  if (self->origin == ORIGIN_SOURCE)
    {
      const char *value = htap_field_get_text (self, record, source);

      if (self == &fields[HTAP_FIELD_REGION])
        return htap_region_dup_name (value);
      if (self == &fields[HTAP_FIELD_TAURUS_NAME] && value == NULL && source != NULL)
        value = htap_source_get_taurus_id (source);

      return g_strdup (value);
    }

  if (self->dup_shown != NULL)
    return self->dup_shown (record);
  if (self->kind == HTAP_FIELD_KIND_TIME && htap_field_get_number (self, record, &number))
    return htap_format_date_time (number);
  if (self->kind == HTAP_FIELD_KIND_FLAG && htap_field_get_number (self, record, &number))
    return htap_format_flag (number != 0);

  return htap_field_dup_value (self, record, source);
}

/**
 * htap_field_dup_shown:
 *
 * Returns: (transfer full) (nullable): htap_field_dup_shown_of() what @instance now is
 */
char *
htap_field_dup_shown (const HtapField *self, HtapInstance *instance)
{
  return htap_field_dup_shown_of (self, htap_instance_get_record (instance),
                                  htap_instance_get_source (instance));
}
