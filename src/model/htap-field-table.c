/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field-private.h"

#include "htap-format.h"

#include <glib/gi18n-lib.h>

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

static const char *
get_taurus_text (HtapSource *source, HtapTaurusText member)
{
  HtapTaurus *taurus = htap_source_get_taurus (source);

  return taurus != NULL ? htap_taurus_get_text (taurus, member) : NULL;
}

static const char *
get_taurus_status (HtapSource *source)
{
  return get_taurus_text (source, HTAP_TAURUS_TEXT_STATUS);
}

static const char *
get_taurus_version (HtapSource *source)
{
  return get_taurus_text (source, HTAP_TAURUS_TEXT_ENGINE_VERSION);
}

/* Without a record, that of the TaurusDB instance, which its HTAP instances are created in. */
static const char *
get_enterprise_project (const HtapRecord *record, HtapSource *source)
{
  GHashTable *names = htap_source_get_enterprise_projects (source);
  const char *id = record != NULL
                       ? htap_record_get_text (record, HTAP_TEXT_ENTERPRISE_PROJECT_ID)
                       : get_taurus_text (source, HTAP_TAURUS_TEXT_ENTERPRISE_PROJECT_ID);

  return names != NULL && id != NULL ? g_hash_table_lookup (names, id) : NULL;
}

#define TEXT(id_, word_, label_, kind_, group_, member_)                                           \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_##kind_,                      \
  .group = HTAP_FIELD_GROUP_##group_, .origin = HTAP_FIELD_ORIGIN_TEXT, .member = HTAP_TEXT_##member_
#define NUMBER(id_, word_, label_, kind_, group_, member_)                                         \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_##kind_,                      \
  .group = HTAP_FIELD_GROUP_##group_, .origin = HTAP_FIELD_ORIGIN_NUMBER, .member = HTAP_NUMBER_##member_
#define LIST(id_, word_, label_, group_, member_)                                                  \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_LIST,                         \
  .group = HTAP_FIELD_GROUP_##group_, .origin = HTAP_FIELD_ORIGIN_LIST, .member = HTAP_LIST_##member_
#define SOURCE(id_, word_, label_, kind_, group_, get_)                                            \
  .id = id_, .word = word_, .label = label_, .kind = HTAP_FIELD_KIND_##kind_,                      \
  .group = HTAP_FIELD_GROUP_##group_, .origin = HTAP_FIELD_ORIGIN_SOURCE, .get_from_source = get_

/* The one table of attributes, a row each. Columns, sorters, search, the detail pane, copying, export,
 * change detection and the command line follow from it. */
/* clang-format off */
const HtapField htap_fields[HTAP_N_FIELDS] = {
  [HTAP_FIELD_ID] = { TEXT ("id", NULL, N_ ("HTAP instance ID"), ID, BILLING, ID) },
  [HTAP_FIELD_NAME] = { TEXT ("name", NULL, N_ ("Name"), TEXT, SUMMARY, NAME) },
  [HTAP_FIELD_STATUS] = { TEXT ("status", NULL, N_ ("API status"), TEXT, SUMMARY, STATUS) },
  [HTAP_FIELD_SHOWN_STATUS] = { "shown_status", "shown", N_ ("Status"), HTAP_FIELD_KIND_STATUS,
                                HTAP_FIELD_GROUP_SUMMARY, HTAP_FIELD_ORIGIN_SHOWN_STATUS,
                                .dup_shown = htap_format_shown_status },
  [HTAP_FIELD_ENGINE_NAME] =
    { TEXT ("engine_name", "engine", N_ ("DB engine"), TEXT, CONNECTION, ENGINE_NAME),
      .dup_shown = shown_engine },
  [HTAP_FIELD_ENGINE_VERSION] =
    { TEXT ("engine_version", "version", N_ ("Version"), TEXT, CONNECTION, ENGINE_VERSION),
      .dup_shown = shown_version,
      .shown_with = HTAP_FIELD_BIT (HTAP_FIELD_ENGINE_NAME) },
  [HTAP_FIELD_HA_MODE] = { TEXT ("ha_mode", "mode", N_ ("Mode"), TEXT, PLACEMENT, HA_MODE),
      .dup_shown = htap_format_mode_and_nodes,
      .shown_with = HTAP_FIELD_BIT (HTAP_FIELD_NODE_NUM) },
  [HTAP_FIELD_DATA_VIP] = { TEXT ("data_vip", "ip", N_ ("Private IP"), IP, CONNECTION, DATA_VIP) },
  [HTAP_FIELD_DATA_VIP_V6] =
    { TEXT ("data_vip_v6", "ipv6", N_ ("Private IPv6"), IP, CONNECTION, DATA_VIP_V6) },
  [HTAP_FIELD_PORT] = { NUMBER ("port", NULL, N_ ("Port"), NUMBER, CONNECTION, PORT) },
  [HTAP_FIELD_PROXY_IPS] =
    { LIST ("proxy_ips", "proxy", N_ ("Proxy addresses"), CONNECTION, PROXY_IPS) },
  [HTAP_FIELD_READABLE_NODE_INFOS] =
    { LIST ("readable_node_infos", "node", N_ ("Readable nodes"), NODES, NODES) },
  [HTAP_FIELD_AVAILABLE_ZONES] =
    { LIST ("available_zones", "zone", N_ ("Availability zones"), PLACEMENT, ZONES) },
  [HTAP_FIELD_VPC_ID] = { TEXT ("vpc_id", "vpc", N_ ("VPC"), ID, PLACEMENT, VPC_ID) },
  [HTAP_FIELD_SUB_NET_ID] =
    { TEXT ("sub_net_id", "subnet", N_ ("Subnet"), ID, PLACEMENT, SUB_NET_ID) },
  [HTAP_FIELD_SECURITY_GROUP_ID] =
    { TEXT ("security_group_id", "group", N_ ("Security group"),
            ID, PLACEMENT, SECURITY_GROUP_ID) },
  [HTAP_FIELD_CURRENT_ACTIONS] =
    { LIST ("current_actions", "action", N_ ("Current actions"), ACTIONS, ACTIONS) },
  [HTAP_FIELD_CREATE_AT] =
    { NUMBER ("create_at", "created", N_ ("Created"), TIME, BILLING, CREATE_AT) },
  [HTAP_FIELD_IS_FROZEN] =
    { NUMBER ("is_frozen", "frozen", N_ ("Frozen"), FLAG, SUMMARY, IS_FROZEN) },
  [HTAP_FIELD_WAIT_RESTART_FOR_PARAMS] =
    { NUMBER ("wait_restart_for_params", "restart", N_ ("Reboot required for parameters"),
            FLAG, SUMMARY, WAIT_RESTART_FOR_PARAMS) },
  [HTAP_FIELD_CREATE_FAIL_ERROR_CODE] =
    { TEXT ("create_fail_error_code", "code", N_ ("Failure code"),
            TEXT, SUMMARY, CREATE_FAIL_ERROR_CODE) },
  [HTAP_FIELD_FAIL_MESSAGE] =
    { TEXT ("fail_message", "message", N_ ("Failure message"), TEXT, SUMMARY, FAIL_MESSAGE) },
  [HTAP_FIELD_PAY_MODEL] =
    { TEXT ("pay_model", "billing", N_ ("Billing mode"), TEXT, BILLING, PAY_MODEL),
      .dup_shown = shown_billing },
  [HTAP_FIELD_ORDER_ID] = { TEXT ("order_id", "order", N_ ("Order ID"), ID, BILLING, ORDER_ID) },
  [HTAP_FIELD_ALTER_ORDER_ID] =
    { TEXT ("alter_order_id", NULL, N_ ("Alternative order ID"), ID, BILLING, ALTER_ORDER_ID) },
  [HTAP_FIELD_VOLUME_TYPE] =
    { TEXT ("volume_type", "storage", N_ ("Storage type"), TEXT, PLACEMENT, VOLUME_TYPE),
      .dup_shown = shown_volume_type },
  [HTAP_FIELD_SERVER_TYPE] =
    { TEXT ("server_type", "server", N_ ("Server type"), TEXT, PLACEMENT, SERVER_TYPE) },
  [HTAP_FIELD_ENTERPRISE_PROJECT_ID] =
    { TEXT ("enterprise_project_id", "enterprise", N_ ("Enterprise project ID"),
            ID, BILLING, ENTERPRISE_PROJECT_ID) },
  [HTAP_FIELD_ENTERPRISE_PROJECT] =
    { "enterprise_project", "eps", N_ ("Enterprise project"), HTAP_FIELD_KIND_TEXT,
      HTAP_FIELD_GROUP_BILLING, HTAP_FIELD_ORIGIN_SOURCE,
      .get_from_both = get_enterprise_project },
  [HTAP_FIELD_DEDICATED_RESOURCE_ID] =
    { TEXT ("dedicated_resource_id", "dedicated", N_ ("Dedicated resource pool ID"),
            ID, BILLING, DEDICATED_RESOURCE_ID) },
  [HTAP_FIELD_CH_MASTER_NODE_ID] =
    { TEXT ("ch_master_node_id", "primary", N_ ("ClickHouse primary node ID"),
            ID, NODES, CH_MASTER_NODE_ID) },
  [HTAP_FIELD_NODE_NUM] =
    { NUMBER ("node_num", "nodes", N_ ("Number of nodes"), NUMBER, NODES, NODE_NUM) },
  [HTAP_FIELD_PROJECT_ID] =
    { TEXT ("project_id", "project", N_ ("Project ID"), ID, BILLING, PROJECT_ID) },
  [HTAP_FIELD_TAURUS_ID] =
    { SOURCE ("taurus_id", NULL, N_ ("TaurusDB instance ID"),
            ID, BILLING, htap_source_get_taurus_id) },
  [HTAP_FIELD_TAURUS_NAME] =
    { SOURCE ("taurus_name", "taurus", N_ ("TaurusDB Instance"),
            TEXT, BILLING, htap_source_get_taurus_name),
      .shown_with = HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_ID) },
  [HTAP_FIELD_TAURUS_STATUS] =
    { SOURCE ("taurus_status", NULL, N_ ("TaurusDB status"), TEXT, BILLING, get_taurus_status) },
  [HTAP_FIELD_TAURUS_VERSION] =
    { SOURCE ("taurus_version", NULL, N_ ("TaurusDB version"), TEXT, BILLING, get_taurus_version) },
  [HTAP_FIELD_TAGS] =
    { SOURCE ("tags", "tag", N_ ("Tags"), LIST, BILLING, htap_source_get_tags) },
  [HTAP_FIELD_PROFILE] =
    { SOURCE ("profile", NULL, N_ ("Profile"), TEXT, BILLING, get_profile_name) },
  [HTAP_FIELD_REGION] =
    { SOURCE ("region", NULL, N_ ("Region"), TEXT, PLACEMENT, htap_source_get_region) },
  [HTAP_FIELD_FINDINGS] = { "findings", "finding", N_ ("Findings"), HTAP_FIELD_KIND_FINDINGS,
                            HTAP_FIELD_GROUP_SUMMARY, HTAP_FIELD_ORIGIN_FINDINGS },
};
/* clang-format on */
