/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-control.h"

#include "htap-demo-control-access.h"
#include "htap-demo-json.h"
#include "htap-demo-route.h"

/* What a route does. @variable is what stood for the `*` of its pattern, @body what was sent;
 * %NULL without. */
typedef HtapDemoAnswer *(*Handler) (const HtapDemoControl *control,
                                    const char *variable,
                                    JsonObject *body);

static HtapDemoAnswer *
answer_not_found (void)
{
  return htap_demo_answer_new_sentence (SOUP_STATUS_NOT_FOUND,
                                        "The demo cloud has no instance with this id.");
}

static HtapDemoAnswer *
add_fault (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  g_autoptr (GError) error = NULL;
  HtapDemoFault *fault = htap_demo_fault_new (body, &error);

  if (fault == NULL)
    return htap_demo_answer_new_sentence (SOUP_STATUS_BAD_REQUEST, error->message);

  htap_demo_faults_add (control->faults, fault);

  return htap_demo_answer_new_json (SOUP_STATUS_CREATED, body);
}

static HtapDemoAnswer *
clear_faults (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  htap_demo_faults_clear (control->faults);

  return htap_demo_answer_new (SOUP_STATUS_NO_CONTENT);
}

static HtapDemoAnswer *
change_instance (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  JsonObject *instance = htap_demo_data_find_instance (control->data, variable);

  if (instance == NULL)
    return answer_not_found ();

  htap_demo_json_merge (instance, body, HTAP_DEMO_NULLS_REMOVE);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, instance);
}

static HtapDemoAnswer *
remove_instance (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  if (!htap_demo_data_remove_instance (control->data, variable))
    return answer_not_found ();

  return htap_demo_answer_new (SOUP_STATUS_NO_CONTENT);
}

static HtapDemoAnswer *
add_instance (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  HtapDemoEntry *entry = htap_demo_data_find_taurus (control->data, variable);
  const char *id = htap_demo_json_text (body, "id");

  if (entry == NULL)
    return answer_not_found ();
  if (id == NULL || htap_demo_json_text (body, "name") == NULL)
    return htap_demo_answer_new_sentence (SOUP_STATUS_BAD_REQUEST,
                                          "An instance needs an “id” and a “name”, as texts.");
  if (htap_demo_data_find_instance (control->data, id) != NULL)
    return htap_demo_answer_new_sentence (SOUP_STATUS_CONFLICT,
                                          "The demo cloud has an instance with this id already.");

  return htap_demo_answer_new_json (SOUP_STATUS_CREATED,
                                    htap_demo_data_add_instance (control->data, entry, NULL, body));
}

static HtapDemoAnswer *
list_requests (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  g_autoptr (JsonObject) requests = htap_demo_journal_to_json (control->journal);

  return htap_demo_answer_new_json (SOUP_STATUS_OK, requests);
}

static HtapDemoAnswer *
forget_requests (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  htap_demo_journal_clear (control->journal);

  return htap_demo_answer_new (SOUP_STATUS_NO_CONTENT);
}

static HtapDemoAnswer *
list_accounts (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  return htap_demo_control_access_accounts ();
}

static HtapDemoAnswer *
show_tokens (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  return htap_demo_control_access_tokens (control->access);
}

static HtapDemoAnswer *
set_tokens (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  return htap_demo_control_access_set_tokens (control->access, body);
}

static HtapDemoAnswer *
expire_tokens (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  return htap_demo_control_access_expire (control->access);
}

static HtapDemoAnswer *
show_clock (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  return htap_demo_control_access_clock (control->access);
}

static HtapDemoAnswer *
set_clock (const HtapDemoControl *control, const char *variable, JsonObject *body)
{
  return htap_demo_control_access_set_clock (control->access, body);
}

static const struct {
  const char *method;
  const char *pattern;
  Handler     handler;
  gboolean    takes_body;
} routes[] = {
  { "POST", "/demo/faults", add_fault, TRUE },
  { "DELETE", "/demo/faults", clear_faults, FALSE },
  { "PUT", "/demo/instances/*", change_instance, TRUE },
  { "DELETE", "/demo/instances/*", remove_instance, FALSE },
  { "POST", "/demo/taurus/*/instances", add_instance, TRUE },
  { "GET", "/demo/requests", list_requests, FALSE },
  { "DELETE", "/demo/requests", forget_requests, FALSE },
  { "GET", "/demo/accounts", list_accounts, FALSE },
  { "GET", "/demo/tokens", show_tokens, FALSE },
  { "PUT", "/demo/tokens", set_tokens, TRUE },
  { "DELETE", "/demo/tokens", expire_tokens, FALSE },
  { "GET", "/demo/clock", show_clock, FALSE },
  { "PUT", "/demo/clock", set_clock, TRUE },
};

static HtapDemoAnswer *
answer_route (const HtapDemoControl *control,
              guint                  route,
              const char            *variable,
              SoupServerMessage     *message)
{
  g_autoptr (JsonObject) body = NULL;

  if (routes[route].takes_body)
    {
      SoupMessageBody *sent = soup_server_message_get_request_body (message);
      g_autoptr (GBytes) bytes = soup_message_body_flatten (sent);
      g_autoptr (GError) error = NULL;

      body = htap_demo_json_parse (bytes, &error);
      if (body == NULL)
        return htap_demo_answer_new_sentence (SOUP_STATUS_BAD_REQUEST, error->message);
    }

  return routes[route].handler (control, variable, body);
}

/**
 * htap_demo_control_answer:
 * @message: a request with its body
 * @path: its path, as it came
 *
 * Does what a script asks for.
 *
 * Returns: (transfer full): what came of it; a mistake is answered with a sentence
 */
HtapDemoAnswer *
htap_demo_control_answer (const HtapDemoControl *control,
                          SoupServerMessage     *message,
                          const char            *path)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  gboolean found = FALSE;

  if (g_strcmp0 (soup_message_headers_get_one (headers, "X-Auth-Token"),
                 control->access->operator_token) != 0)
    return htap_demo_answer_new_sentence (
        SOUP_STATUS_UNAUTHORIZED, "“X-Auth-Token” must be the token that the demo cloud issued.");

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      g_auto (GStrv) variables = htap_demo_route_match (routes[i].pattern, path);

      if (variables == NULL)
        continue;
      if (g_str_equal (routes[i].method, soup_server_message_get_method (message)))
        return answer_route (control, i, variables[0], message);
      found = TRUE;
    }

  if (found)
    return htap_demo_answer_new_sentence (SOUP_STATUS_METHOD_NOT_ALLOWED,
                                          "The demo cloud does not take this method here.");

  return htap_demo_answer_new_sentence (SOUP_STATUS_NOT_FOUND,
                                        "The demo cloud has no such control path.");
}
