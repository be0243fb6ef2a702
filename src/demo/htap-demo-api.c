/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-api.h"

#include "htap-demo-error.h"
#include "htap-demo-projects.h"
#include "htap-demo-route.h"

#define MAXIMUM_LIMIT 100

/* One request that passed the gateway. */
typedef struct {
  HtapDemoData     *data;
  GStrv             variables; /* what stands in the path */
  GHashTable       *query; /* nullable */
  HtapDemoCaller    caller;
  HtapDemoLanguage  language;
} Request;

static gboolean
is_id (const char *text, gsize length, const char *suffix)
{
  for (const char *character = text; *character != '\0'; character++)
    if (!g_ascii_isalnum (*character))
      return FALSE;

  return strlen (text) == length && g_str_has_suffix (text, suffix);
}

/* The gateway's part: does this API exist, and who is asking? Returns: (nullable): why not. */
static HtapDemoAnswer *
check_gateway (Request *request, SoupServerMessage *message, HtapDemoAccess *access)
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

static gboolean
may_enter (Request *request, const char *project_id)
{
  JsonArray *projects = htap_demo_data_get_projects (request->data);

  return htap_demo_user_may_enter (request->caller.user,
                                   htap_demo_projects_find (projects, "id", project_id));
}

/* @action is what the user must be allowed to do. Returns: (nullable): why this project cannot be
 * asked about. */
static HtapDemoAnswer *
check_project (Request *request, const char *action)
{
  const HtapDemoUser *user = request->caller.user;
  const char *project_id = request->variables[0];

  if (!is_id (project_id, 32, ""))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_ID, request->language);
  if (!may_enter (request, project_id))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_DENIED, request->language);
  if (user != NULL && user->trouble == HTAP_DEMO_TROUBLE_NO_PERMISSION)
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_NOT_ALLOWED, action);

  return NULL;
}

static HtapDemoAnswer *
list_htap (Request *request)
{
  const char *taurus_id = request->variables[1];
  HtapDemoAnswer *refusal = NULL;
  HtapDemoEntry *entry;
  g_autoptr (JsonObject) list = NULL;

  if (!is_id (taurus_id, 36, "in07"))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_ID, request->language);

  refusal = check_project (request, "gaussdb:htapInstance:list");
  if (refusal != NULL)
    return refusal;

  entry = htap_demo_data_find_taurus (request->data, taurus_id);
  if (entry == NULL || !g_str_equal (entry->key.project_id, request->variables[0]))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_GONE, request->language);
  if (entry->is_denied)
    return htap_demo_error_answer (HTAP_DEMO_ERROR_DENIED, request->language);

  list = htap_demo_entry_to_json (entry);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, list);
}

/* Leaves @value as it is if the request does not have the parameter. */
static gboolean
read_parameter (Request *request, const char *name, guint minimum, guint maximum, guint *value)
{
  const char *text = request->query != NULL ? g_hash_table_lookup (request->query, name) : NULL;
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, minimum, maximum, &number, NULL))
    return FALSE;

  *value = (guint) number;

  return TRUE;
}

/* Which part of a list is asked for. Returns: (nullable): why not. */
static HtapDemoAnswer *
read_page (Request *request, guint *offset, guint *limit)
{
  HtapDemoAnswer *refusal = check_project (request, "gaussdb:instance:list");

  *offset = 0;
  *limit = MAXIMUM_LIMIT;
  if (refusal != NULL)
    return refusal;
  if (!read_parameter (request, "limit", 1, MAXIMUM_LIMIT, limit))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_LIMIT, request->language);
  if (!read_parameter (request, "offset", 0, G_MAXINT, offset))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_PARAMETER, request->language);

  return NULL;
}

static HtapDemoAnswer *
list_taurus_of (Request *request, gboolean old)
{
  guint offset, limit;
  HtapDemoAnswer *refusal = read_page (request, &offset, &limit);
  g_autoptr (JsonObject) list = NULL;

  if (refusal != NULL)
    return refusal;

  list = htap_demo_data_list_taurus (request->data, request->variables[0], old, offset, limit);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, list);
}

static HtapDemoAnswer *
list_taurus (Request *request)
{
  return list_taurus_of (request, FALSE);
}

static HtapDemoAnswer *
list_taurus_as_of_old (Request *request)
{
  return list_taurus_of (request, TRUE);
}

static HtapDemoAnswer *
list_enterprise_projects (Request *request)
{
  JsonArray *all = htap_demo_data_get_enterprise_projects (request->data);
  guint offset, limit;
  HtapDemoAnswer *refusal = read_page (request, &offset, &limit);
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
  HtapDemoAnswer *(*answer) (Request *request);
} routes[] = {
  { "/v3/*/instances/*/htap", list_htap },
  { "/v3.1/*/instances", list_taurus },
  { "/v3/*/instances", list_taurus_as_of_old },
  { "/v3/*/enterprise-projects", list_enterprise_projects },
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
  Request request = { .data = data, .query = query };
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
