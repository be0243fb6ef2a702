/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-node-source.h"

#include <gio/gio.h>

#include "htap-demo-json.h"

/* How far the address of a node that the list does not tell of is from the last one it does. */
#define ADDRESS_STEP 20

struct _HtapDemoNodeSource
{
  JsonObject *instance;
  JsonArray *readable; /* (nullable) */
  guint position;
  char *last_address; /* (nullable) */
};

/* The shapes of a list of nodes: objects, an object alone, addresses. */
static JsonArray *
find_readable (JsonObject *instance)
{
  static const char *const members[] = { "readable_node_infos", "data_ips" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = json_object_get_member (instance, members[i]);
      JsonArray *array;

      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        continue;
      if (JSON_NODE_HOLDS_ARRAY (node))
        return json_array_ref (json_node_get_array (node));

      array = json_array_new ();
      json_array_add_element (array, json_node_copy (node));
      return array;
    }

  return NULL;
}

/* Returns: (nullable): the node as the list tells of it, if it does. */
static JsonNode *
take_readable (HtapDemoNodeSource *self)
{
  if (self->readable == NULL || self->position >= json_array_get_length (self->readable))
    return NULL;

  return json_array_get_element (self->readable, self->position);
}

static void
set_if_known (JsonObject *node, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (node, member, text);
}

static void
copy_readable (JsonNode *readable, JsonObject *node)
{
  JsonObject *object;

  if (JSON_NODE_HOLDS_OBJECT (readable))
    {
      object = json_node_get_object (readable);
      set_if_known (node, "id", htap_demo_json_text (object, "node_id"));
      set_if_known (node, "name", htap_demo_json_text (object, "node_name"));
      set_if_known (node, "traffic_ip", htap_demo_json_text (object, "node_ip"));
      set_if_known (node, "traffic_ip", htap_demo_json_text (object, "data_ip"));
    }
  else if (json_node_get_value_type (readable) == G_TYPE_STRING)
    json_object_set_string_member (node, "traffic_ip", json_node_get_string (readable));
}

/* Returns: (transfer full) (nullable): an address that is near the last one. */
static char *
invent_address (HtapDemoNodeSource *self)
{
  g_autoptr (GInetAddress) address =
      self->last_address != NULL ? g_inet_address_new_from_string (self->last_address) : NULL;
  const guint8 *bytes;

  if (address == NULL || g_inet_address_get_family (address) != G_SOCKET_FAMILY_IPV4)
    return NULL;

  bytes = g_inet_address_to_bytes (address);

  return g_strdup_printf ("%u.%u.%u.%u", bytes[0], bytes[1], bytes[2],
                          1 + (bytes[3] + ADDRESS_STEP) % 253);
}

static void
complete (HtapDemoNodeSource *self, const char *group, guint number, JsonObject *node)
{
  const char *instance_id = htap_demo_json_text (self->instance, "id");
  const char *instance_name = htap_demo_json_text (self->instance, "name");

  if (htap_demo_json_text (node, "name") == NULL)
    {
      g_autofree char *name = g_strdup_printf (
          "%s_%s_node%02u", instance_name != NULL ? instance_name : "htap", group, number);

      json_object_set_string_member (node, "name", name);
    }

  if (htap_demo_json_text (node, "id") == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s %s %u", instance_id, group, number);
      g_autofree char *digits = g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1);
      g_autofree char *id = g_strconcat (digits, "no17", NULL);

      json_object_set_string_member (node, "id", id);
    }

  if (htap_demo_json_text (node, "traffic_ip") == NULL)
    {
      g_autofree char *address = invent_address (self);

      set_if_known (node, "traffic_ip", address);
    }
}

/**
 * htap_demo_node_source_new:
 * @instance: as the list shows it; lives as long as this
 */
HtapDemoNodeSource *
htap_demo_node_source_new (JsonObject *instance)
{
  HtapDemoNodeSource *self = g_new0 (HtapDemoNodeSource, 1);

  self->instance = instance;
  self->readable = find_readable (instance);
  self->last_address = g_strdup (htap_demo_json_text (instance, "data_vip"));

  return self;
}

void
htap_demo_node_source_free (HtapDemoNodeSource *self)
{
  g_clear_pointer (&self->readable, json_array_unref);
  g_free (self->last_address);
  g_free (self);
}

/**
 * htap_demo_node_source_next:
 * @group: what the node's name says where it is: `fe`, `be`, `shard01`
 * @number: its number there, from 1
 * @node: (inout): gets `id`, `name` and `traffic_ip`; always the same in the same order
 */
void
htap_demo_node_source_next (HtapDemoNodeSource *self,
                            const char *group,
                            guint number,
                            JsonObject *node)
{
  JsonNode *readable = take_readable (self);

  if (readable != NULL)
    copy_readable (readable, node);
  complete (self, group, number, node);

  self->position++;
  g_free (self->last_address);
  self->last_address = g_strdup (htap_demo_json_text (node, "traffic_ip"));
}
