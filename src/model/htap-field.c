/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field.h"

#include "htap-address.h"
#include "htap-collation.h"
#include "htap-format.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a field's value lives. */
typedef enum
{
  ORIGIN_TEXT,   /* member: HtapRecordText */
  ORIGIN_NUMBER, /* member: HtapRecordNumber */
  ORIGIN_LIST,   /* member unused: dup_elements */
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
  char **(*dup_elements) (const HtapRecord *record);
  const char *(*get_from_source) (HtapSource *source);
  HtapFieldSet shown_with; /* other fields that its text is made of; they also break ties */
};

static char **
dup_proxy_ips (const HtapRecord *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_addresses;
  const char *const *addresses = htap_record_get_proxy_ips (record, &n_addresses);

  for (guint i = 0; i < n_addresses; i++)
    g_strv_builder_add (builder, addresses[i]);

  return g_strv_builder_end (builder);
}

/* Adds the parts that are there, with a space between them. */
static void
add_joined (GStrvBuilder *builder, const char *const *parts, guint n_parts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i] != NULL)
      {
        if (joined->len > 0)
          g_string_append_c (joined, ' ');
        g_string_append (joined, parts[i]);
      }

  g_strv_builder_add (builder, joined->str);
}

static char **
dup_nodes (const HtapRecord *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_nodes;
  const HtapNode *nodes = htap_record_get_nodes (record, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      const char *parts[] = { nodes[i].data_ip, nodes[i].node_name, nodes[i].node_id };
      add_joined (builder, parts, G_N_ELEMENTS (parts));
    }

  return g_strv_builder_end (builder);
}

static char **
dup_zones (const HtapRecord *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_zones;
  const HtapZone *zones = htap_record_get_zones (record, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      const char *parts[] = { zones[i].description, zones[i].code, zones[i].az_type };
      add_joined (builder, parts, G_N_ELEMENTS (parts));
    }

  return g_strv_builder_end (builder);
}

static char **
dup_actions (const HtapRecord *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_actions;
  const HtapAction *actions = htap_record_get_actions (record, &n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      const HtapAction *action = &actions[i];
      g_autofree char *created = htap_format_iso8601 (action->created_at);
      g_autofree char *updated = htap_format_iso8601 (action->updated_at);
      const char *parts[] = {
        action->action,
        action->status,
        action->type,
        action->object_id,
        action->job_id,
        action->id,
        action->created_at != 0 ? created : NULL,
        action->updated_at != 0 ? updated : NULL,
      };
      add_joined (builder, parts, G_N_ELEMENTS (parts));
    }

  return g_strv_builder_end (builder);
}

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
  return htap_profile_get_name (htap_source_get_profile (source));
}

#define FIELD_TEXT(id_, word_, label_, kind_, group_, member_)                                     \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_##kind_,                      \
  .group = HTAP_FIELD_GROUP_##group_, .origin = ORIGIN_TEXT, .member = HTAP_TEXT_##member_
#define FIELD_NUMBER(id_, word_, label_, kind_, group_, member_)                                   \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_##kind_,                      \
  .group = HTAP_FIELD_GROUP_##group_, .origin = ORIGIN_NUMBER, .member = HTAP_NUMBER_##member_
#define FIELD_LIST(id_, word_, label_, group_, dup_)                                               \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_LIST,                         \
  .group = HTAP_FIELD_GROUP_##group_, .origin = ORIGIN_LIST, .dup_elements = dup_
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
                                         dup_proxy_ips) },
  [HTAP_FIELD_READABLE_NODE_INFOS] = { FIELD_LIST ("readable_node_infos",
                                                   "node",
                                                   N_ ("Readable nodes"),
                                                   NODES,
                                                   dup_nodes) },
  [HTAP_FIELD_AVAILABLE_ZONES] = { FIELD_LIST ("available_zones",
                                               "zone",
                                               N_ ("Availability zones"),
                                               PLACEMENT,
                                               dup_zones) },
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
                                               dup_actions) },
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

/* Absent values come last, whichever field it is. Returns whether that settles @order. */
static gboolean
compare_presence (gboolean a_is_there, gboolean b_is_there, int *order)
{
  *order = a_is_there == b_is_there ? 0 : a_is_there ? -1 : 1;

  return !a_is_there || !b_is_there;
}

static int
compare_texts (const HtapField *self, const char *a, const char *b)
{
  int order;

  if (compare_presence (a != NULL, b != NULL, &order) || a == b)
    return order;

  return self->kind == HTAP_FIELD_KIND_IP ? htap_address_compare_text (a, b)
                                          : htap_collate_natural (a, b);
}

static int
compare_numbers (const HtapField *self, const HtapRecord *a, const HtapRecord *b)
{
  gint64 one, other;
  gboolean a_is_there = htap_field_get_number (self, a, &one);
  gboolean b_is_there = htap_field_get_number (self, b, &other);
  int order;

  if (compare_presence (a_is_there, b_is_there, &order))
    return order;

  return one < other ? -1 : one > other;
}

static int
compare_lists (const HtapField *self, const HtapRecord *a, const HtapRecord *b)
{
  g_auto (GStrv) one = self->dup_elements (a);
  g_auto (GStrv) other = self->dup_elements (b);
  int order;

  if (compare_presence (one[0] != NULL, other[0] != NULL, &order))
    return order;

  for (guint i = 0; one[i] != NULL && other[i] != NULL; i++)
    {
      order = htap_collate_natural (one[i], other[i]);
      if (order != 0)
        return order;
    }

  return (int) g_strv_length (one) - (int) g_strv_length (other);
}

static int
compare_records (const HtapField *self, const HtapRecord *a, const HtapRecord *b)
{
  switch (self->origin)
    {
    case ORIGIN_TEXT:
      return compare_texts (self, htap_record_get_text (a, self->member),
                            htap_record_get_text (b, self->member));
    case ORIGIN_LIST:
      return compare_lists (self, a, b);
    case ORIGIN_NUMBER:
    case ORIGIN_SHOWN_STATUS:
      return compare_numbers (self, a, b);
    case ORIGIN_SOURCE:
    default:
      return 0;
    }
}

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
 * htap_field_dup_elements:
 *
 * Returns: (transfer full): one text an element of a list, every member of it in the text; empty
 *   for a field that is no list
 */
char **
htap_field_dup_elements (const HtapField *self, const HtapRecord *record)
{
  return self->dup_elements != NULL ? self->dup_elements (record) : g_new0 (char *, 1);
}

/**
 * htap_field_dup_value:
 * @source: (nullable): where @record was read
 *
 * Returns: (transfer full) (nullable): the API's value as text that does not depend on the
 *   language: numbers in decimal, times in ISO 8601 UTC, flags as true or false, lists with commas
 */
char *
htap_field_dup_value (const HtapField *self, const HtapRecord *record, HtapSource *source)
{
  gint64 number;

  if (self->kind == HTAP_FIELD_KIND_LIST)
    {
      g_auto (GStrv) elements = self->dup_elements (record);

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
 * htap_field_dup_shown:
 *
 * Returns: (transfer full) (nullable): what a person reads, in their language and time zone; %NULL
 *   if absent. Untrusted text may be in it.
 */
char *
htap_field_dup_shown (const HtapField *self, HtapInstance *instance)
{
  const HtapRecord *record = htap_instance_get_record (instance);
  HtapSource *source = htap_instance_get_source (instance);
  gint64 number;

  if (self->dup_shown != NULL)
    return self->dup_shown (record);
  if (self == &fields[HTAP_FIELD_REGION])
    return htap_region_dup_name (htap_source_get_region (source));
  if (self == &fields[HTAP_FIELD_TAURUS_NAME] && htap_source_get_taurus_name (source) == NULL)
    return g_strdup (htap_source_get_taurus_id (source));
  if (self->kind == HTAP_FIELD_KIND_TIME && htap_field_get_number (self, record, &number))
    return htap_format_date_time (number);
  if (self->kind == HTAP_FIELD_KIND_FLAG && htap_field_get_number (self, record, &number))
    return htap_format_flag (number != 0);

  return htap_field_dup_value (self, record, source);
}

/**
 * htap_field_compare:
 *
 * Sorts instances by what the field shows: IPs by value, names naturally, absent values last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
htap_field_compare (const HtapField *self, HtapInstance *a, HtapInstance *b)
{
  int order;

  if (self == &fields[HTAP_FIELD_NAME])
    order = strcmp (htap_instance_get_name_key (a), htap_instance_get_name_key (b));
  else if (self->origin == ORIGIN_SOURCE)
    order = compare_texts (self, self->get_from_source (htap_instance_get_source (a)),
                           self->get_from_source (htap_instance_get_source (b)));
  else
    order = compare_records (self, htap_instance_get_record (a), htap_instance_get_record (b));

  for (guint i = 0; order == 0 && self->shown_with != 0 && i < HTAP_N_FIELDS; i++)
    if (self->shown_with & HTAP_FIELD_BIT (i))
      order = htap_field_compare (&fields[i], a, b);

  return order;
}

/**
 * htap_record_get_differences:
 *
 * Returns: the fields in which two records of one instance differ; empty if a person could see no
 *   difference
 */
HtapFieldSet
htap_record_get_differences (const HtapRecord *a, const HtapRecord *b)
{
  HtapFieldSet differences = 0;

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (compare_records (&fields[i], a, b) != 0)
      differences |= HTAP_FIELD_BIT (i);

  return differences;
}
