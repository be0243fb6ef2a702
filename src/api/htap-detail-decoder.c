/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-decoder.h"

#include "htap-json-cursor.h"
#include "htap-json-parse.h"

/* A group is named before it is made, and has its nodes afterwards. */
typedef struct
{
  HtapDetail *detail;
  const char *name;
  const char *type;
  guint number;
} Grouping;

static void
read_node_text (const HtapJsonCursor *value, gpointer node, guint member)
{
  htap_detail_node_set_text (node, member, htap_json_cursor_read_text (value));
}

static void
read_needs_restart (const HtapJsonCursor *value, gpointer node, guint member)
{
  gboolean flag;

  if (htap_json_cursor_read_flag (value, &flag))
    htap_detail_node_set_needs_restart (node, flag);
}

static void
read_volume (const HtapJsonCursor *value, gpointer node, guint member)
{
  static const HtapJsonMember members[] = {
    { "type", read_node_text, HTAP_DETAIL_NODE_VOLUME_TYPE },
    { "size", read_node_text, HTAP_DETAIL_NODE_VOLUME_SIZE },
    { "used", read_node_text, HTAP_DETAIL_NODE_VOLUME_USED },
  };

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), node);
}

/* A node of a detail. */
static const HtapJsonMember node_members[] = {
  { "id", read_node_text, HTAP_DETAIL_NODE_ID },
  { "name", read_node_text, HTAP_DETAIL_NODE_NAME },
  { "type", read_node_text, HTAP_DETAIL_NODE_ROLE },
  { "status", read_node_text, HTAP_DETAIL_NODE_STATUS },
  { "az_code", read_node_text, HTAP_DETAIL_NODE_ZONE_CODE },
  { "az_description", read_node_text, HTAP_DETAIL_NODE_ZONE_DESCRIPTION },
  { "flavor_ref", read_node_text, HTAP_DETAIL_NODE_FLAVOR },
  { "cpu", read_node_text, HTAP_DETAIL_NODE_CPU },
  { "mem", read_node_text, HTAP_DETAIL_NODE_MEMORY },
  { "volume", read_volume },
  { "traffic_ip", read_node_text, HTAP_DETAIL_NODE_ADDRESS },
  { "traffic_ipv6", read_node_text, HTAP_DETAIL_NODE_ADDRESS_V6 },
  { "need_restart", read_needs_restart },
};

/* A node of the list of nodes. */
static const HtapJsonMember listed_node_members[] = {
  { "node_id", read_node_text, HTAP_DETAIL_NODE_ID },
  { "node_name", read_node_text, HTAP_DETAIL_NODE_NAME },
  { "role", read_node_text, HTAP_DETAIL_NODE_ROLE },
  { "status", read_node_text, HTAP_DETAIL_NODE_STATUS },
};

/* Returns: (transfer full) (nullable): a node, unless nothing tells which one it is. */
static HtapDetailNode *
decode_node (const HtapJsonCursor *value, const HtapJsonMember *members, guint n_members)
{
  g_autoptr (HtapDetailNode) node = htap_detail_node_new ();

  htap_json_cursor_read_members (value, members, n_members, node);
  if (htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ID) == NULL &&
      htap_detail_node_get_text (node, HTAP_DETAIL_NODE_NAME) == NULL &&
      htap_detail_node_get_text (node, HTAP_DETAIL_NODE_ADDRESS) == NULL)
    return NULL;

  return g_steal_pointer (&node);
}

static void
read_group_text (const HtapJsonCursor *value, gpointer grouping, guint member)
{
  G_STRUCT_MEMBER (const char *, grouping, member) = htap_json_cursor_read_text (value);
}

static void
read_node (const HtapJsonCursor *value, gpointer target, guint member)
{
  Grouping *grouping = target;
  HtapDetailNode *node = decode_node (value, node_members, G_N_ELEMENTS (node_members));

  if (node != NULL)
    htap_detail_add_node (grouping->detail, grouping->number, node);
}

static void
read_nodes (const HtapJsonCursor *value, gpointer grouping, guint member)
{
  htap_json_cursor_read_elements (value, read_node, grouping, 0);
}

static void
read_group (const HtapJsonCursor *value, gpointer detail, guint member)
{
  static const HtapJsonMember names[] = {
    { "name", read_group_text, G_STRUCT_OFFSET (Grouping, name) },
    { "group_node_type", read_group_text, G_STRUCT_OFFSET (Grouping, type) },
  };
  static const HtapJsonMember nodes[] = { { "nodes", read_nodes } };
  Grouping grouping = { .detail = detail };

  if (!JSON_NODE_HOLDS_OBJECT (value->node))
    return;

  htap_json_cursor_read_members (value, names, G_N_ELEMENTS (names), &grouping);
  grouping.number = htap_detail_add_group (detail, grouping.name, grouping.type);
  htap_json_cursor_read_members (value, nodes, G_N_ELEMENTS (nodes), &grouping);
}

static void
read_groups (const HtapJsonCursor *value, gpointer detail, guint member)
{
  htap_json_cursor_read_elements (value, read_group, detail, 0);
}

static void
read_text (const HtapJsonCursor *value, gpointer detail, guint member)
{
  htap_detail_set_text (detail, member, htap_json_cursor_read_text (value));
}

static void
read_flag (const HtapJsonCursor *value, gpointer detail, guint member)
{
  gboolean flag;

  if (htap_json_cursor_read_flag (value, &flag))
    htap_detail_set_flag (detail, member, flag);
}

static void
read_window (const HtapJsonCursor *value, gpointer detail, guint member)
{
  static const HtapJsonMember members[] = {
    { "period", read_text, HTAP_DETAIL_TEXT_MAINTENANCE_PERIOD },
    { "start_time", read_text, HTAP_DETAIL_TEXT_MAINTENANCE_START },
    { "end_time", read_text, HTAP_DETAIL_TEXT_MAINTENANCE_END },
  };

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), detail);
}

/* The details of both engines, as far as they are shown; each spells the version in its own way. */
static const HtapJsonMember detail_members[] = {
  { "status", read_text, HTAP_DETAIL_TEXT_STATUS },
  { "public_ip", read_text, HTAP_DETAIL_TEXT_PUBLIC_IP },
  { "ops_window", read_window },
  { "time_zone", read_text, HTAP_DETAIL_TEXT_TIME_ZONE },
  { "fe_node_volume_code", read_text, HTAP_DETAIL_TEXT_FE_VOLUME_TYPE },
  { "fe_node_volume_size", read_text, HTAP_DETAIL_TEXT_FE_VOLUME_SIZE },
  { "be_node_volume_code", read_text, HTAP_DETAIL_TEXT_BE_VOLUME_TYPE },
  { "be_node_volume_size", read_text, HTAP_DETAIL_TEXT_BE_VOLUME_SIZE },
  { "data_store_version", read_text, HTAP_DETAIL_TEXT_VERSION },
  { "datastore_version", read_text, HTAP_DETAIL_TEXT_VERSION },
  { "db_user", read_text, HTAP_DETAIL_TEXT_USER },
  { "new_version_available", read_flag, HTAP_DETAIL_FLAG_NEW_VERSION_AVAILABLE },
  { "ssl_option", read_flag, HTAP_DETAIL_FLAG_SSL },
  { "support_data_replication", read_flag, HTAP_DETAIL_FLAG_SUPPORTS_REPLICATION },
  { "groups", read_groups },
};

static void
read_instance (const HtapJsonCursor *value, gpointer target, guint member)
{
  HtapDetail **detail = target;

  if (*detail != NULL || !JSON_NODE_HOLDS_OBJECT (value->node))
    return;

  *detail = htap_detail_new ();
  htap_json_cursor_read_members (value, detail_members, G_N_ELEMENTS (detail_members), *detail);
}

static void
read_instances (const HtapJsonCursor *value, gpointer target, guint member)
{
  if (JSON_NODE_HOLDS_ARRAY (value->node))
    htap_json_cursor_read_elements (value, read_instance, target, 0);
  else
    read_instance (value, target, 0);
}

/**
 * htap_detail_decode:
 * @body: an answer about one HTAP instance, decompressed: a list `instances` of one, as StarRocks
 *   has it, or an object `instance`, as ClickHouse has it
 * @error: as htap_json_parse(), or %HTAP_ERROR_PROTOCOL with %HTAP_ERROR_REASON_NOT_DOCUMENTED
 *
 * A pure function, for any thread. What can be read is read: a wrong type, a null, a missing or an
 * unknown member costs that member, and a node that nothing names that node.
 *
 * Returns: (transfer full) (nullable): the detail, %NULL with @error
 */
HtapDetail *
htap_detail_decode (GBytes *body, GError **error)
{
  static const HtapJsonMember members[] = {
    { "instances", read_instances },
    { "instance", read_instances },
  };
  g_autoptr (JsonNode) root = htap_json_parse (body, error);
  HtapDetail *detail = NULL;

  if (root == NULL)
    return NULL;

  htap_json_cursor_read_document (root, members, G_N_ELEMENTS (members), &detail, NULL);
  if (detail == NULL)
    htap_json_set_undocumented (error, "instance");

  return detail;
}

static void
read_listed_node (const HtapJsonCursor *value, gpointer nodes, guint member)
{
  HtapDetailNode *node =
      decode_node (value, listed_node_members, G_N_ELEMENTS (listed_node_members));

  if (node != NULL)
    g_ptr_array_add (nodes, node);
}

static void
read_node_list (const HtapJsonCursor *value, gpointer nodes, guint member)
{
  htap_json_cursor_read_elements (value, read_listed_node, nodes, 0);
}

/**
 * htap_detail_decode_nodes:
 * @body: an answer with the nodes of one HTAP instance, decompressed
 * @error: as htap_json_parse_list()
 *
 * As htap_detail_decode().
 *
 * Returns: (transfer full) (nullable) (element-type HtapDetailNode): the nodes, in the order of the
 *   answer; %NULL with @error
 */
GPtrArray *
htap_detail_decode_nodes (GBytes *body, GError **error)
{
  static const HtapJsonMember members[] = { { "node_list", read_node_list } };
  g_autoptr (JsonNode) root = htap_json_parse_list (body, "node_list", error);
  GPtrArray *nodes;

  if (root == NULL)
    return NULL;

  nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_node_unref);
  htap_json_cursor_read_document (root, members, G_N_ELEMENTS (members), nodes, NULL);

  return nodes;
}
