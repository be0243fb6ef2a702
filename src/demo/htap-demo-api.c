/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-api.h"

#include "htap-demo-error.h"
#include "htap-demo-instance-api.h"
#include "htap-demo-request.h"
#include "htap-demo-route.h"

/* The gateway's part: does this API exist, and who is asking? Returns: (nullable): why not. */
static HtapDemoAnswer *
check_gateway (HtapDemoRequest *request, SoupServerMessage *message, HtapDemoAccess *access)
{
  HtapDemoAnswer *refusal;

  if (request->variables == NULL)
    return htap_demo_error_answer (HTAP_DEMO_ERROR_PATH, HTAP_DEMO_LANGUAGE_ENGLISH);
  if (soup_server_message_get_method (message) != SOUP_METHOD_GET)
    return htap_demo_error_answer (HTAP_DEMO_ERROR_METHOD, HTAP_DEMO_LANGUAGE_ENGLISH);

  refusal = htap_demo_access_check (access, message, &request->caller);

  return refusal != NULL ? refusal
                         : htap_demo_access_enter (&request->caller, request->variables[0]);
}

/* The service's part: the headers that the page documents. Returns: (nullable): what is wrong. */
static HtapDemoAnswer *
check_headers (SoupServerMessage *message, HtapDemoLanguage *language)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *asked = soup_message_headers_get_one (headers, "X-Language");
  const char *content_type = soup_message_headers_get_content_type (headers, NULL);

  *language =
      g_strcmp0 (asked, "zh-cn") == 0 ? HTAP_DEMO_LANGUAGE_CHINESE : HTAP_DEMO_LANGUAGE_ENGLISH;

  if (asked != NULL && *language == HTAP_DEMO_LANGUAGE_ENGLISH && !g_str_equal (asked, "en-us"))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_PARAMETER, *language);
  if (g_strcmp0 (content_type, "application/json") != 0)
    return htap_demo_error_answer (HTAP_DEMO_ERROR_PARAMETER, *language);

  return NULL;
}

static HtapDemoAnswer *
list_htap (HtapDemoRequest *request)
{
  HtapDemoEntry *entry;
  HtapDemoAnswer *refusal = htap_demo_request_find_taurus (request, &entry);
  g_autoptr (JsonObject) list = NULL;

  if (refusal != NULL)
    return refusal;

  list = htap_demo_entry_to_json (entry);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, list);
}

static HtapDemoAnswer *
list_taurus_of (HtapDemoRequest *request, gboolean old)
{
  guint offset, limit;
  HtapDemoAnswer *refusal =
      htap_demo_request_read_page (request, "gaussdb:instance:list", &offset, &limit);
  g_autoptr (JsonObject) list = NULL;

  if (refusal != NULL)
    return refusal;

  list = htap_demo_data_list_taurus (request->data, request->variables[0], old, offset, limit);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, list);
}

static HtapDemoAnswer *
list_taurus (HtapDemoRequest *request)
{
  return list_taurus_of (request, FALSE);
}

static HtapDemoAnswer *
list_taurus_as_of_old (HtapDemoRequest *request)
{
  return list_taurus_of (request, TRUE);
}

static HtapDemoAnswer *
list_enterprise_projects (HtapDemoRequest *request)
{
  JsonArray *all = htap_demo_data_get_enterprise_projects (request->data);
  guint offset, limit;
  HtapDemoAnswer *refusal =
      htap_demo_request_read_page (request, "gaussdb:instance:list", &offset, &limit);
  g_autoptr (JsonObject) list = NULL;
  JsonArray *page;

  if (refusal != NULL)
    return refusal;

  list = json_object_new ();
  page = json_array_new ();
  for (guint i = offset; i < json_array_get_length (all) && i - offset < limit; i++)
    json_array_add_object_element (page,
                                   json_object_ref (json_array_get_object_element (all, i)));
  json_object_set_array_member (list, "enterprise_projects", page);
  json_object_set_int_member (list, "total_count", json_array_get_length (all));

  return htap_demo_answer_new_json (SOUP_STATUS_OK, list);
}

static const struct {
  const char     *pattern;
  HtapDemoAnswer *(*answer) (HtapDemoRequest *request);
} routes[] = {
  { "/v3/*/instances/*/htap", list_htap },
  { "/v3.1/*/instances", list_taurus },
  { "/v3/*/instances", list_taurus_as_of_old },
  { "/v3/*/enterprise-projects", list_enterprise_projects },
  /* Before the details: no HTAP instance is called so. */
  { "/v3/*/instances/*/starrocks/nodes", htap_demo_instance_api_list_star_rocks_nodes },
  { "/v3/*/instances/*/clickhouse/nodes", htap_demo_instance_api_list_click_house_nodes },
  { "/v3/*/instances/*/starrocks/databases/replication",
    htap_demo_instance_api_list_star_rocks_replications },
  { "/v3/*/instances/*/clickhouse/replication",
    htap_demo_instance_api_list_click_house_replications },
  { "/v3/*/instances/*/starrocks/*", htap_demo_instance_api_show_star_rocks },
  { "/v3/*/instances/*/clickhouse/*", htap_demo_instance_api_show_click_house },
};

/**
 * htap_demo_api_answer:
 * @access: whom the cloud lets in
 * @message: the request
 * @path: its path, as it came
 * @query: (nullable): its parameters
 *
 * Returns: (transfer full): what the cloud says
 */
HtapDemoAnswer *
htap_demo_api_answer (HtapDemoData      *data,
                      HtapDemoAccess    *access,
                      SoupServerMessage *message,
                      const char        *path,
                      GHashTable        *query)
{
  g_auto (GStrv) variables = NULL;
  HtapDemoRequest request = { .data = data, .query = query };
  HtapDemoAnswer *refusal;
  guint route;

  for (route = 0; route < G_N_ELEMENTS (routes); route++)
    {
      variables = htap_demo_route_match (routes[route].pattern, path);
      if (variables != NULL)
        break;
    }

  request.variables = variables;
  refusal = check_gateway (&request, message, access);
  if (refusal == NULL)
    refusal = check_headers (message, &request.language);
  if (refusal != NULL)
    return refusal;

  return routes[route].answer (&request);
}
