/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-instance-api.h"

#include "htap-demo-detail.h"
#include "htap-demo-json.h"

/* Which paths an HTAP instance answers depends on its engine. */
typedef enum
{
  ENGINE_STAR_ROCKS,
  ENGINE_CLICK_HOUSE,
} Engine;

static gboolean
is_of (JsonObject *instance, Engine engine)
{
  return htap_demo_detail_is_click_house (instance) == (engine == ENGINE_CLICK_HOUSE);
}

/* Finds the HTAP instance that stands in the place of a TaurusDB instance. Returns: (nullable): why
 * nothing can be said of it. */
static HtapDemoAnswer *
find_instance (HtapDemoRequest *request, Engine engine, const char *action, JsonObject **instance)
{
  const char *project_id = request->variables[0];
  const char *id = request->variables[1];
  HtapDemoAnswer *refusal;

  if (!htap_demo_request_is_id (id, 36, ""))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_ID, request->language);

  refusal = htap_demo_request_check_project (request, action);
  if (refusal != NULL)
    return refusal;

  *instance = htap_demo_data_find_instance (request->data, id);
  if (*instance == NULL || !is_of (*instance, engine) ||
      g_strcmp0 (htap_demo_json_text (*instance, "project_id"), project_id) != 0)
    return htap_demo_error_answer (HTAP_DEMO_ERROR_NO_INSTANCE, request->language);

  return NULL;
}

/* Either engine has an envelope of its own. */
static HtapDemoAnswer *
show (HtapDemoRequest *request, Engine engine)
{
  HtapDemoEntry *entry;
  HtapDemoAnswer *refusal = htap_demo_request_find_taurus (request, &entry);
  g_autoptr (JsonObject) answer = NULL;
  JsonObject *instance;

  if (refusal != NULL)
    return refusal;
  if (!htap_demo_request_is_id (request->variables[2], 36, ""))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_ID, request->language);

  instance = htap_demo_entry_find_instance (entry, request->variables[2], NULL);
  if (instance == NULL || !is_of (instance, engine))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_NO_INSTANCE, request->language);

  answer = json_object_new ();
  if (engine == ENGINE_CLICK_HOUSE)
    json_object_set_object_member (answer, "instance", htap_demo_detail_new (instance));
  else
    {
      JsonArray *instances = json_array_new ();

      json_array_add_object_element (instances, htap_demo_detail_new (instance));
      json_object_set_array_member (answer, "instances", instances);
    }

  return htap_demo_answer_new_json (SOUP_STATUS_OK, answer);
}

static JsonObject *
list_node (JsonObject *node)
{
  static const char *const members[][2] = {
    { "node_id", "id" },
    { "node_name", "name" },
    { "role", "type" },
    { "status", "status" },
  };
  JsonObject *listed = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    htap_demo_json_set_text (listed, members[i][0], htap_demo_json_text (node, members[i][1]));

  return listed;
}

static HtapDemoAnswer *
list_nodes (HtapDemoRequest *request, Engine engine)
{
  JsonObject *instance;
  HtapDemoAnswer *refusal = find_instance (request, engine, "gaussdb:log:list", &instance);
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (JsonObject) detail = NULL;
  JsonArray *list, *groups;

  if (refusal != NULL)
    return refusal;

  answer = json_object_new ();
  list = json_array_new ();
  detail = htap_demo_detail_new (instance);
  groups = json_object_get_array_member (detail, "groups");
  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonArray *nodes =
          json_object_get_array_member (json_array_get_object_element (groups, i), "nodes");

      for (guint j = 0; j < json_array_get_length (nodes); j++)
        json_array_add_object_element (list, list_node (json_array_get_object_element (nodes, j)));
    }
  json_object_set_array_member (answer, "node_list", list);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, answer);
}

static HtapDemoAnswer *
list_replications (HtapDemoRequest *request, Engine engine)
{
  static const char action[] = "gaussdb:htapInstance:list";
  guint offset, limit;
  HtapDemoAnswer *refusal = htap_demo_request_read_page (request, action, &offset, &limit);
  JsonObject *instance;
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (JsonArray) all = NULL;
  g_autofree char *total = NULL;
  JsonArray *page;

  if (refusal == NULL)
    refusal = find_instance (request, engine, action, &instance);
  if (refusal != NULL)
    return refusal;

  answer = json_object_new ();
  page = json_array_new ();
  all = htap_demo_detail_list_replications (instance);
  for (guint i = offset; i < json_array_get_length (all) && i - offset < limit; i++)
    json_array_add_object_element (page, json_object_ref (json_array_get_object_element (all, i)));
  total = g_strdup_printf ("%u", json_array_get_length (all));
  json_object_set_string_member (answer, "total_count", total);
  json_object_set_array_member (answer, "replications", page);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, answer);
}

HtapDemoAnswer *
htap_demo_instance_api_show_star_rocks (HtapDemoRequest *request)
{
  return show (request, ENGINE_STAR_ROCKS);
}

HtapDemoAnswer *
htap_demo_instance_api_show_click_house (HtapDemoRequest *request)
{
  return show (request, ENGINE_CLICK_HOUSE);
}

HtapDemoAnswer *
htap_demo_instance_api_list_star_rocks_nodes (HtapDemoRequest *request)
{
  return list_nodes (request, ENGINE_STAR_ROCKS);
}

HtapDemoAnswer *
htap_demo_instance_api_list_click_house_nodes (HtapDemoRequest *request)
{
  return list_nodes (request, ENGINE_CLICK_HOUSE);
}

HtapDemoAnswer *
htap_demo_instance_api_list_star_rocks_replications (HtapDemoRequest *request)
{
  return list_replications (request, ENGINE_STAR_ROCKS);
}

HtapDemoAnswer *
htap_demo_instance_api_list_click_house_replications (HtapDemoRequest *request)
{
  return list_replications (request, ENGINE_CLICK_HOUSE);
}
