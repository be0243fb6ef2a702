/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-api.h"

#include "htap-demo-error.h"
#include "htap-demo-json.h"
#include "htap-demo-projects.h"
#include "htap-demo-route.h"

#define LIST_HTAP     "/v3/*/instances/*/htap"
#define LIST_TAURUS   "/v3.1/*/instances"
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
  const HtapDemoUser *user = request->caller.user;
  JsonObject *project =
      htap_demo_projects_find (htap_demo_data_get_projects (request->data), "id", project_id);

  if (project == NULL || !json_object_get_boolean_member (project, "enabled"))
    return FALSE;

  return user == NULL || user->only_project == NULL ||
         g_str_equal (user->only_project, htap_demo_json_text (project, "name"));
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

static HtapDemoAnswer *
list_taurus (Request *request)
{
  guint offset = 0, limit = MAXIMUM_LIMIT;
  HtapDemoAnswer *refusal = check_project (request, "gaussdb:instance:list");
  g_autoptr (JsonObject) list = NULL;

  if (refusal != NULL)
    return refusal;
  if (!read_parameter (request, "limit", 1, MAXIMUM_LIMIT, &limit))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_LIMIT, request->language);
  if (!read_parameter (request, "offset", 0, G_MAXINT, &offset))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_PARAMETER, request->language);

  list = htap_demo_data_list_taurus (request->data, request->variables[0], offset, limit);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, list);
}

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
  g_auto (GStrv) htap = htap_demo_route_match (LIST_HTAP, path);
  g_auto (GStrv) taurus = htap_demo_route_match (LIST_TAURUS, path);
  Request request = { .data = data, .variables = htap != NULL ? htap : taurus, .query = query };
  HtapDemoAnswer *refusal = check_gateway (&request, message, access);

  if (refusal == NULL)
    refusal = check_headers (message, &request.language);
  if (refusal != NULL)
    return refusal;

  return htap != NULL ? list_htap (&request) : list_taurus (&request);
}
