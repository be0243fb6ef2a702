/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record-decoder.h"

static void
read_text (const HtapJsonCursor *value, gpointer record, guint member)
{
  htap_record_set_text (record, member, htap_json_cursor_read_text (value));
}

/* For an older or misspelled member: the documented one, read before, goes first. */
static void
read_text_if_absent (const HtapJsonCursor *value, gpointer record, guint member)
{
  if (htap_record_get_text (record, member) == NULL)
    read_text (value, record, member);
}

static void
read_number (const HtapJsonCursor *value, gpointer record, guint member)
{
  gint64 number;

  if (htap_json_cursor_read_number (value, &number))
    htap_record_set_number (record, member, number);
}

static void
read_flag (const HtapJsonCursor *value, gpointer record, guint member)
{
  gboolean flag;

  if (htap_json_cursor_read_flag (value, &flag))
    htap_record_set_number (record, member, flag);
}

/* For the texts and times of a node, a zone, an action: @member is an offset into the structure. */
static void
read_text_at (const HtapJsonCursor *value, gpointer structure, guint member)
{
  G_STRUCT_MEMBER (const char *, structure, member) = htap_json_cursor_read_text (value);
}

static void
read_time_at (const HtapJsonCursor *value, gpointer structure, guint member)
{
  gint64 number;

  if (htap_json_cursor_read_number (value, &number))
    G_STRUCT_MEMBER (gint64, structure, member) = number;
}

static void
read_instance_state (const HtapJsonCursor *value, gpointer record, guint member)
{
  static const HtapJsonMember members[] = {
    { "instance_status", read_text, HTAP_TEXT_STATUS },
    { "create_fail_error_code", read_text, HTAP_TEXT_CREATE_FAIL_ERROR_CODE },
    { "fail_message", read_text, HTAP_TEXT_FAIL_MESSAGE },
    { "wait_restart_for_params", read_flag, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS },
  };

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), record);
}

static void
read_network (const HtapJsonCursor *value, gpointer record, guint member)
{
  static const HtapJsonMember members[] = {
    { "vpc_id", read_text, HTAP_TEXT_VPC_ID },
    { "sub_net_id", read_text, HTAP_TEXT_SUB_NET_ID },
    { "security_group_id", read_text, HTAP_TEXT_SECURITY_GROUP_ID },
  };

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), record);
}

/* The API writes empty texts where it has none. */
static gboolean
says_something (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
read_proxy_ip (const HtapJsonCursor *value, gpointer record, guint member)
{
  const char *address = htap_json_cursor_read_text (value);

  if (says_something (address))
    htap_record_add_proxy_ip (record, address);
}

static void
read_proxy_ips (const HtapJsonCursor *value, gpointer record, guint member)
{
  htap_json_cursor_read_elements (value, read_proxy_ip, record, 0);
}

static void
add_node (gpointer record, const HtapNode *node)
{
  if (says_something (node->data_ip) || says_something (node->node_id) ||
      says_something (node->node_name))
    htap_record_add_node (record, node);
}

static void
read_node (const HtapJsonCursor *value, gpointer record, guint member)
{
  static const HtapJsonMember members[] = {
    { "data_ip", read_text_at, G_STRUCT_OFFSET (HtapNode, data_ip) },
    { "node_id", read_text_at, G_STRUCT_OFFSET (HtapNode, node_id) },
    { "node_name", read_text_at, G_STRUCT_OFFSET (HtapNode, node_name) },
  };
  HtapNode node = { NULL };

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), &node);
  add_node (record, &node);
}

/* One of `data_ips`: an address alone, or an object. */
static void
read_old_node (const HtapJsonCursor *value, gpointer record, guint member)
{
  static const HtapJsonMember members[] = {
    { "node_ip", read_text_at, G_STRUCT_OFFSET (HtapNode, data_ip) },
    { "node_id", read_text_at, G_STRUCT_OFFSET (HtapNode, node_id) },
    { "node_name", read_text_at, G_STRUCT_OFFSET (HtapNode, node_name) },
  };
  HtapNode node = { NULL };

  if (JSON_NODE_HOLDS_OBJECT (value->node))
    htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), &node);
  else
    node.data_ip = htap_json_cursor_read_text (value);
  add_node (record, &node);
}

static void
read_nodes (const HtapJsonCursor *value, gpointer record, guint member)
{
  htap_json_cursor_read_elements (value, read_node, record, 0);
}

static void
read_old_nodes (const HtapJsonCursor *value, gpointer record, guint member)
{
  guint n_nodes;

  htap_record_get_nodes (record, &n_nodes);
  if (n_nodes == 0)
    htap_json_cursor_read_elements (value, read_old_node, record, 0);
}

static void
read_zone (const HtapJsonCursor *value, gpointer record, guint member)
{
  static const HtapJsonMember members[] = {
    { "code", read_text_at, G_STRUCT_OFFSET (HtapZone, code) },
    { "description", read_text_at, G_STRUCT_OFFSET (HtapZone, description) },
    { "az_type", read_text_at, G_STRUCT_OFFSET (HtapZone, az_type) },
  };
  HtapZone zone = { NULL };

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), &zone);
  if (says_something (zone.code) || says_something (zone.description) ||
      says_something (zone.az_type))
    htap_record_add_zone (record, &zone);
}

static void
read_zones (const HtapJsonCursor *value, gpointer record, guint member)
{
  htap_json_cursor_read_elements (value, read_zone, record, 0);
}

static void
read_action (const HtapJsonCursor *value, gpointer record, guint member)
{
  static const HtapJsonMember members[] = {
    { "id", read_text_at, G_STRUCT_OFFSET (HtapAction, id) },
    { "action", read_text_at, G_STRUCT_OFFSET (HtapAction, action) },
    { "object_id", read_text_at, G_STRUCT_OFFSET (HtapAction, object_id) },
    { "type", read_text_at, G_STRUCT_OFFSET (HtapAction, type) },
    { "job_id", read_text_at, G_STRUCT_OFFSET (HtapAction, job_id) },
    { "status", read_text_at, G_STRUCT_OFFSET (HtapAction, status) },
    { "created_at", read_time_at, G_STRUCT_OFFSET (HtapAction, created_at) },
    { "updated_at", read_time_at, G_STRUCT_OFFSET (HtapAction, updated_at) },
  };
  HtapAction action = { NULL };

  /* Even one of which nothing can be read says that something goes on. */
  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), &action);
  if (JSON_NODE_HOLDS_OBJECT (value->node))
    htap_record_add_action (record, &action);
}

static void
read_actions (const HtapJsonCursor *value, gpointer record, guint member)
{
  htap_json_cursor_read_elements (value, read_action, record, 0);
}

/* Tables 3 to 9 of the page "Querying HTAP Instances", and what its example has instead. */
static const HtapJsonMember instance_members[] = {
  { "id", read_text, HTAP_TEXT_ID },
  { "name", read_text, HTAP_TEXT_NAME },
  { "engine_name", read_text, HTAP_TEXT_ENGINE_NAME },
  { "engine_version", read_text, HTAP_TEXT_ENGINE_VERSION },
  { "project_id", read_text, HTAP_TEXT_PROJECT_ID },
  { "instance_state", read_instance_state },
  { "create_at", read_number, HTAP_NUMBER_CREATE_AT },
  { "is_frozen", read_flag, HTAP_NUMBER_IS_FROZEN },
  { "ha_mode", read_text, HTAP_TEXT_HA_MODE },
  { "pay_model", read_text, HTAP_TEXT_PAY_MODEL },
  { "order_id", read_text, HTAP_TEXT_ORDER_ID },
  { "alter_order_id", read_text, HTAP_TEXT_ALTER_ORDER_ID },
  { "data_vip", read_text, HTAP_TEXT_DATA_VIP },
  { "readable_node_infos", read_nodes },
  { "data_ips", read_old_nodes, 0, TRUE },
  { "proxy_ips", read_proxy_ips },
  { "data_vip_v6", read_text, HTAP_TEXT_DATA_VIP_V6 },
  { "port", read_number, HTAP_NUMBER_PORT },
  { "available_zones", read_zones },
  { "current_actions", read_actions },
  { "volume_type", read_text, HTAP_TEXT_VOLUME_TYPE },
  { "server_type", read_text, HTAP_TEXT_SERVER_TYPE },
  { "enterprise_project_id", read_text, HTAP_TEXT_ENTERPRISE_PROJECT_ID },
  { "enter_prise_project_id", read_text_if_absent, HTAP_TEXT_ENTERPRISE_PROJECT_ID, TRUE },
  { "dedicated_resource_id", read_text, HTAP_TEXT_DEDICATED_RESOURCE_ID },
  { "network", read_network },
  { "ch_master_node_id", read_text, HTAP_TEXT_CH_MASTER_NODE_ID },
  { "node_num", read_number, HTAP_NUMBER_NODE_NUM },
};

/**
 * htap_record_decode:
 * @element: an element of the answer's list, of whatever type
 *
 * Reads what can be read of it and notes the rest.
 *
 * Returns: (transfer full) (nullable): a record, still to be filled with its JSON; %NULL, and
 * noted, if it is no object or has no id
 */
HtapRecord *
htap_record_decode (const HtapJsonCursor *element)
{
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_json_cursor_read_members (element, instance_members, G_N_ELEMENTS (instance_members),
                                 record);

  if (htap_record_get_text (record, HTAP_TEXT_ID) == NULL)
    {
      if (JSON_NODE_HOLDS_OBJECT (element->node))
        htap_json_cursor_note (element, "no id, left out");
      return NULL;
    }

  return g_steal_pointer (&record);
}
