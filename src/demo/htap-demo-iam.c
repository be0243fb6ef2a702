/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-iam.h"

#include "htap-demo-error.h"
#include "htap-demo-json.h"
#include "htap-demo-projects.h"
#include "htap-demo-sign-in.h"

/* One request. */
typedef struct
{
  HtapDemoAccess *access;
  HtapDemoData *data;
  SoupServerMessage *message;
  GHashTable *query;     /* nullable */
  HtapDemoCaller caller; /* where one is needed */
} Request;

typedef HtapDemoAnswer *(*Handler) (Request *request);

static const char *
get_parameter (Request *request, const char *name)
{
  return request->query != NULL ? g_hash_table_lookup (request->query, name) : NULL;
}

static HtapDemoAnswer *
sign_in (Request *request)
{
  SoupMessageBody *body = soup_server_message_get_request_body (request->message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);

  return htap_demo_sign_in_answer (request->access, request->data, bytes,
                                   get_parameter (request, "nocatalog") == NULL);
}

/* Of the operator, who is no user, everything is listed. */
static const char *
get_only_project (Request *request)
{
  return request->caller.user != NULL ? request->caller.user->only_project : NULL;
}

/* All projects that the caller may enter, the disabled ones included. */
static HtapDemoAnswer *
list_own_projects (Request *request)
{
  g_autoptr (JsonObject) list = htap_demo_projects_to_json (
      htap_demo_data_get_projects (request->data), get_only_project (request), "/v3/auth/projects");

  return htap_demo_answer_new_json (SOUP_STATUS_OK, list);
}

static HtapDemoAnswer *
list_projects (Request *request)
{
  const char *name = get_parameter (request, "name");
  g_autofree char *escaped = name != NULL ? g_uri_escape_string (name, NULL, FALSE) : NULL;
  g_autofree char *address =
      g_strconcat ("/v3/projects", name != NULL ? "?name=" : NULL, escaped, NULL);
  g_autoptr (JsonObject) list = NULL;

  if (get_only_project (request) != NULL)
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_NOT_ALLOWED, "iam:projects:list");

  list = htap_demo_projects_to_json (htap_demo_data_get_projects (request->data), name, address);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, list);
}

static HtapDemoAnswer *
list_domains (Request *request)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *domain = json_object_new ();
  JsonArray *domains = json_array_new ();

  json_object_set_boolean_member (domain, "enabled", TRUE);
  json_object_set_string_member (domain, "id", HTAP_DEMO_ACCOUNT_ID);
  json_object_set_string_member (domain, "name", HTAP_DEMO_ACCOUNT);
  json_object_set_string_member (domain, "description", "");
  json_array_add_object_element (domains, domain);
  json_object_set_array_member (object, "domains", domains);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, object);
}

static const struct
{
  const char *method;
  const char *path;
  Handler handler;
  gboolean is_open; /* whether nobody has to have signed in */
} routes[] = {
  { "POST", HTAP_DEMO_SIGN_IN_PATH, sign_in, TRUE },
  { "GET", "/v3/auth/projects", list_own_projects, FALSE },
  { "GET", "/v3/auth/domains", list_domains, FALSE },
  { "GET", "/v3/projects", list_projects, FALSE },
};

static HtapDemoAnswer *
answer_route (Request *request, guint route)
{
  HtapDemoAnswer *answer = NULL;

  if (!g_str_equal (routes[route].method, soup_server_message_get_method (request->message)))
    {
      answer = htap_demo_error_answer (HTAP_DEMO_ERROR_METHOD, HTAP_DEMO_LANGUAGE_ENGLISH);
      soup_message_headers_replace (answer->headers, "Allow", routes[route].method);
      return answer;
    }

  if (!routes[route].is_open)
    answer = htap_demo_access_check (request->access, request->message, &request->caller);

  return answer != NULL ? answer : routes[route].handler (request);
}

/**
 * htap_demo_iam_answer:
 * @message: the request, with its body
 * @path: its path, as it came
 * @query: (nullable): its parameters
 *
 * Returns: (transfer full) (nullable): what IAM says; %NULL if it has no such API
 */
HtapDemoAnswer *
htap_demo_iam_answer (HtapDemoAccess *access,
                      HtapDemoData *data,
                      SoupServerMessage *message,
                      const char *path,
                      GHashTable *query)
{
  Request request = { .access = access, .data = data, .message = message, .query = query };

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (g_str_equal (routes[i].path, path))
      return answer_route (&request, i);

  return NULL;
}
