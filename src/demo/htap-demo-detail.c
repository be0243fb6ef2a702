/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-detail.h"

#include <gio/gio.h>

#include "htap-demo-json.h"
#include "htap-demo-node-source.h"
#include "htap-demo-resources.h"

#define RESOURCE "/io/github/htap_inventory/HtapInventory/demo/demo-detail.json"

/* Whoever runs something older can upgrade. */
#define LATEST_STAR_ROCKS "3.1.15.80"

/* One detail in the making. */
typedef struct
{
  JsonObject *instance;
  JsonObject *shapes;
  HtapDemoNodeSource *nodes;
  guint n_nodes;
  JsonArray *groups;
} Making;

static JsonObject *
load_shapes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (htap_demo_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  JsonObject *shapes = bytes != NULL ? htap_demo_json_parse (bytes, &error) : NULL;

  /* It was built into the program. */
  if (shapes == NULL)
    g_error ("The demo details cannot be read: %s", error->message);

  return shapes;
}

static void
copy_member (JsonObject *source, const char *source_member, JsonObject *target, const char *member)
{
  JsonNode *node = source != NULL ? json_object_get_member (source, source_member) : NULL;

  if (node != NULL)
    json_object_set_member (target, member, json_node_copy (node));
}

static gboolean
is_set (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

static gint64
get_number (JsonObject *object, const char *member, gint64 otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : otherwise;
}

static JsonArray *
find_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The zones of an instance take turns. */
static void
set_zone (Making *making, JsonObject *node)
{
  JsonArray *zones = find_array (making->instance, "available_zones");
  guint n_zones = zones != NULL ? json_array_get_length (zones) : 0;
  JsonNode *zone = n_zones > 0 ? json_array_get_element (zones, making->n_nodes % n_zones) : NULL;

  if (zone == NULL || !JSON_NODE_HOLDS_OBJECT (zone))
    return;

  copy_member (json_node_get_object (zone), "code", node, "az_code");
  copy_member (json_node_get_object (zone), "description", node, "az_description");
  copy_member (json_node_get_object (zone), "az_type", node, "az_type");
}

static JsonObject *
make_node (Making *making, const char *group, guint number)
{
  JsonObject *node = htap_demo_json_copy (json_object_get_object_member (making->shapes, group));
  JsonObject *state = htap_demo_json_object (making->instance, "instance_state");
  const char *status = state != NULL ? htap_demo_json_text (state, "instance_status") : NULL;
  /* The trouble of an instance is that of one that keeps the data. */
  gboolean is_abnormal =
      g_strcmp0 (status, "abnormal") == 0 && !g_str_equal (group, "fe") && number == 1;

  htap_demo_node_source_next (making->nodes, group, number, node);
  json_object_set_string_member (node, "status", is_abnormal ? "abnormal" : "normal");
  copy_member (making->instance, "volume_type", json_object_get_object_member (node, "volume"),
               "type");
  copy_member (making->instance, "pay_model", node, "pay_model");
  copy_member (state, "wait_restart_for_params", node, "need_restart");
  set_zone (making, node);
  making->n_nodes++;

  return node;
}

static const char *
find_role (Making *making, const char *group, guint number, JsonObject *node)
{
  const char *master = htap_demo_json_text (making->instance, "ch_master_node_id");

  if (g_str_equal (group, "be"))
    return "be";
  if (g_str_equal (group, "fe"))
    return number == 1 ? "fe-leader" : "fe-follower";
  if (master != NULL)
    return g_str_equal (htap_demo_json_text (node, "id"), master) ? "master" : "slave";

  return number == 1 ? "master" : "slave";
}

static void
add_group (Making *making, const char *name, const char *engine, guint n_nodes)
{
  JsonObject *group = json_object_new ();
  JsonArray *nodes = json_array_new ();

  for (guint i = 1; i <= n_nodes; i++)
    {
      JsonObject *node = make_node (making, name, i);

      json_object_set_string_member (node, "type", find_role (making, name, i, node));
      json_array_add_object_element (nodes, node);
    }

  json_object_set_string_member (group, "name", name);
  json_object_set_string_member (group, "group_type_name", engine);
  if (g_str_equal (engine, "star-rocks"))
    json_object_set_string_member (group, "group_node_type", name);
  json_object_set_array_member (group, "nodes", nodes);
  json_array_add_object_element (making->groups, group);
}

static void
fill_groups (Making *making)
{
  const char *mode = htap_demo_json_text (making->instance, "ha_mode");
  gboolean is_click_house = htap_demo_detail_is_click_house (making->instance);

  /* One that is being created, or could not be, has none yet. */
  if (get_number (making->instance, "node_num", 1) == 0)
    return;

  if (is_click_house)
    {
      add_group (making, "shard01", "clickhouse", g_strcmp0 (mode, "Ha") == 0 ? 2 : 1);
      return;
    }

  add_group (making, "fe", "star-rocks", g_strcmp0 (mode, "Cluster") == 0 ? 3 : 1);
  add_group (making, "be", "star-rocks", g_strcmp0 (mode, "Cluster") == 0 ? 3 : 1);
}

/* What the list and the detail of an instance both tell. */
static void
copy_common (JsonObject *instance, JsonObject *detail)
{
  static const char *const members[] = { "id",
                                         "name",
                                         "project_id",
                                         "create_at",
                                         "pay_model",
                                         "enterprise_project_id",
                                         "dedicated_resource_id" };
  JsonObject *state = htap_demo_json_object (instance, "instance_state");
  JsonArray *zones = find_array (instance, "available_zones");
  gint64 port = get_number (instance, "port", 0);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    copy_member (instance, members[i], detail, members[i]);
  copy_member (instance, "create_at", detail, "update_at");
  copy_member (instance, "enter_prise_project_id", detail, "enterprise_project_id");
  copy_member (instance, "ha_mode", detail, "cluster_mode");
  copy_member (state, "instance_status", detail, "status");
  copy_member (state, "create_fail_error_code", detail, "create_fail_error_code");
  json_object_set_int_member (detail, "is_frozen", is_set (instance, "is_frozen"));
  if (port > 0)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, port);

      json_object_set_string_member (detail, "db_port", text);
    }
  if (zones != NULL && json_array_get_length (zones) > 1)
    json_object_set_string_member (detail, "az_mode",
                                   htap_demo_detail_is_click_house (instance) ? "double" : "multi");
}

static void
copy_engine (JsonObject *instance, JsonObject *detail)
{
  if (htap_demo_detail_is_click_house (instance))
    {
      copy_member (instance, "engine_version", detail, "datastore_version");
      copy_member (instance, "volume_type", detail, "volume_code");
      return;
    }

  copy_member (instance, "data_vip", detail, "data_vip");
  copy_member (instance, "engine_version", detail, "data_store_version");
  copy_member (instance, "volume_type", detail, "fe_node_volume_code");
  copy_member (instance, "volume_type", detail, "be_node_volume_code");
  json_object_set_boolean_member (
      detail, "new_version_available",
      g_strcmp0 (htap_demo_json_text (instance, "engine_version"), LATEST_STAR_ROCKS) != 0);
}

/**
 * htap_demo_detail_is_click_house:
 * @instance: as the list shows it
 */
gboolean
htap_demo_detail_is_click_house (JsonObject *instance)
{
  return g_strcmp0 (htap_demo_json_text (instance, "engine_name"), "click-house") == 0;
}

/**
 * htap_demo_detail_new:
 * @instance: as the list shows it, in whatever way a script changed it
 *
 * Returns: (transfer full): what it is made of, without the envelope of its engine
 */
JsonObject *
htap_demo_detail_new (JsonObject *instance)
{
  g_autoptr (JsonObject) shapes = load_shapes ();
  g_autoptr (HtapDemoNodeSource) nodes = htap_demo_node_source_new (instance);
  const char *shape = htap_demo_detail_is_click_house (instance) ? "click-house" : "star-rocks";
  JsonObject *detail = htap_demo_json_copy (json_object_get_object_member (shapes, shape));
  Making making = {
    .instance = instance, .shapes = shapes, .nodes = nodes, .groups = json_array_new ()
  };

  copy_common (instance, detail);
  copy_engine (instance, detail);
  fill_groups (&making);
  json_object_set_array_member (detail, "groups", making.groups);

  return detail;
}

/**
 * htap_demo_detail_list_replications:
 * @instance: as the list shows it
 *
 * Returns: (transfer full): its synchronization tasks; most have none
 */
JsonArray *
htap_demo_detail_list_replications (JsonObject *instance)
{
  g_autoptr (JsonObject) shapes = load_shapes ();
  JsonObject *all = json_object_get_object_member (shapes, "replications");
  const char *id = htap_demo_json_text (instance, "id");
  JsonArray *tasks = id != NULL ? find_array (all, id) : NULL;

  return tasks != NULL ? json_array_ref (tasks) : json_array_new ();
}
