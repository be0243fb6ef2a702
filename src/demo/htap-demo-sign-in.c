/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-sign-in.h"

#include "htap-demo-error.h"
#include "htap-demo-json.h"
#include "htap-demo-projects.h"

/* What a sign-in asks for. Texts are borrowed from the body. */
typedef struct
{
  const char *account;
  const char *user;
  const char *password;
  gboolean wants_project;
  const char *project_id;
  const char *project_name;
} Request;

static HtapDemoAnswer *
refuse (HtapDemoErrorKind kind)
{
  return htap_demo_error_answer (kind, HTAP_DEMO_LANGUAGE_ENGLISH);
}

static gboolean
names_method (JsonObject *identity, const char *method)
{
  JsonNode *node = identity != NULL ? json_object_get_member (identity, "methods") : NULL;
  JsonArray *methods =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; methods != NULL && i < json_array_get_length (methods); i++)
    {
      JsonNode *element = json_array_get_element (methods, i);

      if (json_node_get_value_type (element) == G_TYPE_STRING &&
          g_str_equal (json_node_get_string (element), method))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (nullable): why the body is no sign-in with a password. */
static HtapDemoAnswer *
read_request (JsonObject *body, Request *request)
{
  JsonObject *auth = htap_demo_json_object (body, "auth");
  JsonObject *identity = htap_demo_json_object (auth, "identity");
  JsonObject *user = htap_demo_json_object (htap_demo_json_object (identity, "password"), "user");
  JsonObject *domain = htap_demo_json_object (user, "domain");
  JsonObject *project = htap_demo_json_object (htap_demo_json_object (auth, "scope"), "project");

  if (auth == NULL)
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_SIGN_IN_REQUEST, "auth");
  if (!names_method (identity, "password"))
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_SIGN_IN_REQUEST, "methods");
  if (user == NULL || htap_demo_json_text (user, "password") == NULL)
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_SIGN_IN_REQUEST, "password");

  request->account = domain != NULL ? htap_demo_json_text (domain, "name") : NULL;
  request->user = htap_demo_json_text (user, "name");
  request->password = htap_demo_json_text (user, "password");
  request->wants_project = project != NULL;
  if (project != NULL)
    {
      request->project_id = htap_demo_json_text (project, "id");
      request->project_name = htap_demo_json_text (project, "name");
    }

  return NULL;
}

/* Returns: (nullable): why this user does not get in. Only who knows the password learns more than
 * that something is wrong. */
static HtapDemoAnswer *
check_user (HtapDemoAccess *access, const HtapDemoUser *user, const char *password)
{
  const gint64 now = htap_demo_clock_now (&access->clock);

  if (user == NULL)
    return refuse (HTAP_DEMO_ERROR_SIGN_IN_WRONG);
  if (htap_demo_lockout_is_locked (access->users, user->name, now))
    return refuse (HTAP_DEMO_ERROR_SIGN_IN_LOCKED);
  if (!g_str_equal (user->password, password))
    return refuse (htap_demo_lockout_fail (access->users, user->name, now)
                       ? HTAP_DEMO_ERROR_SIGN_IN_LOCKED
                       : HTAP_DEMO_ERROR_SIGN_IN_WRONG);

  htap_demo_lockout_succeed (access->users, user->name);
  switch (user->trouble)
    {
    case HTAP_DEMO_TROUBLE_DISABLED:
      return refuse (HTAP_DEMO_ERROR_SIGN_IN_DISABLED);
    case HTAP_DEMO_TROUBLE_CONSOLE_ONLY:
      return refuse (HTAP_DEMO_ERROR_SIGN_IN_CONSOLE_ONLY);
    case HTAP_DEMO_TROUBLE_LOGIN_PROTECTION:
      return refuse (HTAP_DEMO_ERROR_SIGN_IN_PROTECTED);
    case HTAP_DEMO_TROUBLE_NO_PERMISSION:
    case HTAP_DEMO_TROUBLE_NONE:
    default:
      return NULL;
    }
}

/* Returns: (nullable): why not this project. @project is left %NULL if none is asked for. */
static HtapDemoAnswer *
find_project (HtapDemoData *data,
              const HtapDemoUser *user,
              const Request *request,
              JsonObject **project)
{
  const gboolean by_id = request->project_id != NULL;
  const char *asked = by_id ? request->project_id : request->project_name;

  if (!request->wants_project)
    return NULL;

  *project =
      htap_demo_projects_find (htap_demo_data_get_projects (data), by_id ? "id" : "name", asked);
  if (asked == NULL || *project == NULL)
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_SIGN_IN_SCOPE, asked != NULL ? asked : "");
  if (!htap_demo_user_may_enter (user, *project))
    return refuse (HTAP_DEMO_ERROR_SIGN_IN_FORBIDDEN);

  return NULL;
}

static JsonObject *
make_named (const char *id, const char *name)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "name", name);

  return object;
}

static JsonObject *
make_domain (void)
{
  return make_named (HTAP_DEMO_ACCOUNT_ID, HTAP_DEMO_ACCOUNT);
}

static JsonArray *
make_catalog (gboolean with_catalog)
{
  JsonArray *catalog = json_array_new ();
  JsonObject *service;
  JsonObject *endpoint;
  JsonArray *endpoints;

  if (!with_catalog)
    return catalog;

  service = make_named ("0facad831f647e2dca3ecbfa0bce5db5", "iam");
  endpoint = json_object_new ();
  endpoints = json_array_new ();
  json_object_set_string_member (endpoint, "url", "https://iam.myhuaweicloud.com/v3");
  json_object_set_string_member (endpoint, "region", "*");
  json_object_set_string_member (endpoint, "interface", "public");
  json_array_add_object_element (endpoints, endpoint);
  json_object_set_string_member (service, "type", "identity");
  json_object_set_array_member (service, "endpoints", endpoints);
  json_array_add_object_element (catalog, service);

  return catalog;
}

static void
set_members (JsonObject *token, const HtapDemoUser *user, JsonObject *project)
{
  JsonArray *methods = json_array_new ();
  JsonArray *roles = json_array_new ();
  JsonObject *person = make_named (user->id, user->name);

  json_array_add_string_element (methods, "password");
  json_array_add_object_element (roles, make_named ("0", "gaussdb_viewer"));
  json_object_set_string_member (person, "password_expires_at", "");
  json_object_set_object_member (person, "domain", make_domain ());

  json_object_set_array_member (token, "methods", methods);
  json_object_set_array_member (token, "roles", roles);
  json_object_set_object_member (token, "user", person);
  if (project != NULL)
    {
      JsonObject *scope =
          make_named (htap_demo_json_text (project, "id"), htap_demo_json_text (project, "name"));

      json_object_set_object_member (scope, "domain", make_domain ());
      json_object_set_object_member (token, "project", scope);
    }
  else
    json_object_set_object_member (token, "domain", make_domain ());
}

static HtapDemoAnswer *
issue (HtapDemoAccess *access, const HtapDemoUser *user, JsonObject *project, gboolean with_catalog)
{
  const gint64 now = htap_demo_clock_now (&access->clock);
  const char *project_id = project != NULL ? htap_demo_json_text (project, "id") : NULL;
  const char *text = htap_demo_tokens_issue (access->tokens, user, project_id, now);
  g_autofree char *issued = htap_demo_clock_format (now);
  g_autofree char *expires =
      htap_demo_clock_format (htap_demo_tokens_find (access->tokens, text)->expires_at);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *token = json_object_new ();
  HtapDemoAnswer *answer;

  json_object_set_array_member (token, "catalog", make_catalog (with_catalog));
  json_object_set_string_member (token, "expires_at", expires);
  json_object_set_string_member (token, "issued_at", issued);
  set_members (token, user, project);
  json_object_set_object_member (object, "token", token);

  answer = htap_demo_answer_new_json (SOUP_STATUS_CREATED, object);
  soup_message_headers_replace (answer->headers, "X-Subject-Token", text);
  soup_message_headers_replace (answer->headers, "X-IAM-Trace-Id",
                                htap_demo_answer_get_id (answer));

  return answer;
}

/**
 * htap_demo_sign_in_answer:
 * @body: what was sent to `/v3/auth/tokens`; anything
 * @with_catalog: whether the answer lists services
 *
 * Signs a user in by password, for a project by id or by name, or for the account.
 *
 * Returns: (transfer full): the token, or why there is none
 */
HtapDemoAnswer *
htap_demo_sign_in_answer (HtapDemoAccess *access,
                          HtapDemoData *data,
                          GBytes *body,
                          gboolean with_catalog)
{
  g_autoptr (JsonObject) object = htap_demo_json_parse (body, NULL);
  Request request = { NULL };
  JsonObject *project = NULL;
  const HtapDemoUser *user;
  HtapDemoAnswer *refusal = read_request (object, &request);

  if (refusal != NULL)
    return refusal;

  user = htap_demo_user_find (request.account, request.user);
  refusal = check_user (access, user, request.password);
  if (refusal == NULL)
    refusal = find_project (data, user, &request, &project);

  return refusal != NULL ? refusal : issue (access, user, project, with_catalog);
}
