/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-control.h"

#include "htap-demo-json.h"
#include "htap-demo-probe.h"

#define INSTANCE "656c539296bd47b49fe29983368b9fb2in17"

static void
check (HtapDemoProbe *probe, const char *method, const char *path, const char *body, guint status)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_control (probe, method, path, body);

  g_assert_no_error (reply->error);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, status);

  if (status >= 400)
    {
      g_autoptr (JsonObject) object = htap_demo_reply_object (reply);

      g_assert_true (g_str_has_suffix (htap_demo_json_text (object, "error"), "."));
    }
}

/* Returns: (transfer full): the answer that lists the HTAP instances of taurus-orders. */
static JsonObject *
list_orders (HtapDemoProbe *probe)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, ORDERS_PATH);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);

  return htap_demo_reply_object (reply);
}

/* Returns: (transfer full) (nullable): what is served of one HTAP instance. */
static JsonObject *
get_instance (HtapDemoProbe *probe, const char *htap_id)
{
  g_autoptr (JsonObject) list = list_orders (probe);
  JsonArray *instances = json_object_get_array_member (list, "instances");

  g_assert_cmpint (json_object_get_int_member (list, "total"), ==,
                   json_array_get_length (instances));
  for (guint i = 0; i < json_array_get_length (instances); i++)
    {
      JsonObject *instance = json_array_get_object_element (instances, i);

      if (g_strcmp0 (htap_demo_json_text (instance, "id"), htap_id) == 0)
        return json_object_ref (instance);
    }

  return NULL;
}

static void
test_change_status (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) instance = NULL;
  g_autoptr (JsonObject) sibling = NULL;
  JsonObject *state;

  check (probe, "PUT", "/demo/instances/" INSTANCE,
         "{\"instance_state\": {\"instance_status\": \"abnormal\"}, \"data_ips\": null, "
         "\"port\": \"9030\"}",
         200);
  instance = get_instance (probe, INSTANCE);
  state = json_object_get_object_member (instance, "instance_state");
  g_assert_cmpstr (htap_demo_json_text (state, "instance_status"), ==, "abnormal");
  g_assert_true (json_object_has_member (state, "wait_restart_for_params"));
  g_assert_false (json_object_has_member (instance, "data_ips"));
  g_assert_cmpstr (htap_demo_json_text (instance, "port"), ==, "9030");

  sibling = get_instance (probe, "bfc970d8e9b34a399b4c422aabe11409in17");
  state = json_object_get_object_member (sibling, "instance_state");
  g_assert_cmpstr (htap_demo_json_text (state, "instance_status"), ==, "normal");
}

static void
test_remove_instance (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  check (probe, "DELETE", "/demo/instances/" INSTANCE, NULL, 204);
  g_assert_null (get_instance (probe, INSTANCE));
  check (probe, "DELETE", "/demo/instances/" INSTANCE, NULL, 404);
  check (probe, "PUT", "/demo/instances/" INSTANCE, "{}", 404);
}

static void
test_add_instance (void)
{
  const char *path = "/demo/taurus/" ORDERS_TAURUS "/instances";
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) instance = NULL;

  check (probe, "POST", path,
         "{\"id\": \"h1\", \"name\": \"htap-new\", \"ha_mode\": \"Cluster\", \"data_vip\": null}",
         201);
  instance = get_instance (probe, "h1");
  g_assert_cmpstr (htap_demo_json_text (instance, "name"), ==, "htap-new");
  g_assert_cmpstr (htap_demo_json_text (instance, "ha_mode"), ==, "Cluster");
  g_assert_cmpstr (htap_demo_json_text (instance, "engine_name"), ==, "star-rocks");
  g_assert_cmpstr (htap_demo_json_text (instance, "project_id"), ==, ORDERS_PROJECT);
  g_assert_true (json_object_get_null_member (instance, "data_vip"));

  check (probe, "POST", path, "{\"id\": \"h1\", \"name\": \"htap-again\"}", 409);
  check (probe, "POST", path, "{\"name\": \"htap-new\"}", 400);
  check (probe, "POST", path, "{\"id\": 7, \"name\": \"htap-new\"}", 400);
  check (probe, "POST", "/demo/taurus/nowhere/instances", "{\"id\": \"h2\", \"name\": \"n\"}", 404);
}

static void
test_bad_bodies (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  check (probe, "POST", "/demo/faults", NULL, 400);
  check (probe, "POST", "/demo/faults", "{", 400);
  check (probe, "POST", "/demo/faults", "[]", 400);
  check (probe, "POST", "/demo/faults", "{\"stauts\": 503}", 400);
  check (probe, "PUT", "/demo/instances/" INSTANCE, "{\"a\": nonsense}", 400);
  check (probe, "PUT", "/demo/instances/" INSTANCE, "7", 400);
}

static void
test_paths_and_methods (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  check (probe, "GET", "/demo/nowhere", NULL, 404);
  check (probe, "GET", "/demo/", NULL, 404);
  check (probe, "GET", "/demo/faults", NULL, 405);
  check (probe, "GET", "/demo/instances/" INSTANCE, NULL, 405);
  check (probe, "PUT", "/demo/requests", "{}", 405);
}

static void
test_token (void)
{
  static const char *const tokens[] = { NULL, "", "wrong" };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) instance = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      SoupMessage *message = htap_demo_probe_message (probe, "DELETE", "/demo/instances/" INSTANCE);
      SoupMessageHeaders *headers = soup_message_get_request_headers (message);
      g_autoptr (HtapDemoReply) reply = NULL;

      soup_message_headers_remove (headers, "X-Auth-Token");
      if (tokens[i] != NULL)
        soup_message_headers_append (headers, "X-Auth-Token", tokens[i]);
      reply = htap_demo_probe_run (probe, message);
      g_assert_cmpuint (htap_demo_reply_status (reply), ==, 401);
    }

  instance = get_instance (probe, INSTANCE);
  g_assert_nonnull (instance);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-control/change-status", test_change_status);
  g_test_add_func ("/demo-control/remove-instance", test_remove_instance);
  g_test_add_func ("/demo-control/add-instance", test_add_instance);
  g_test_add_func ("/demo-control/bad-bodies", test_bad_bodies);
  g_test_add_func ("/demo-control/paths-and-methods", test_paths_and_methods);
  g_test_add_func ("/demo-control/token", test_token);

  return g_test_run ();
}
