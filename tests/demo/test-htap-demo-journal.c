/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-journal.h"

#include "htap-demo-json.h"
#include "htap-demo-probe.h"

/* Returns: (transfer full): what the control path says was asked. */
static JsonArray *
list_requests (HtapDemoProbe *probe)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, "/demo/requests");
  g_autoptr (JsonObject) object = htap_demo_reply_object (reply);
  g_autofree char *text =
      g_strndup (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body));

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);
  g_assert_null (strstr (text, htap_demo_cloud_get_token (probe->cloud)));

  return json_array_ref (json_object_get_array_member (object, "requests"));
}

static void
ask (HtapDemoProbe *probe, const char *method, const char *path, const char *language)
{
  SoupMessage *message = htap_demo_probe_message (probe, method, path);
  g_autoptr (HtapDemoReply) reply = NULL;

  if (language != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "X-Language",
                                  language);
  reply = htap_demo_probe_run (probe, message);
  g_assert_no_error (reply->error);
}

static void
test_requests (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonArray) requests = NULL;
  JsonObject *first, *second;

  ask (probe, "GET", ORDERS_PATH, "zh-cn");
  ask (probe, "POST", "/nowhere/%FF%0A?a=b", NULL);
  requests = list_requests (probe);
  g_assert_cmpuint (json_array_get_length (requests), ==, 2);

  first = json_array_get_object_element (requests, 0);
  g_assert_cmpstr (htap_demo_json_text (first, "method"), ==, "GET");
  g_assert_cmpstr (htap_demo_json_text (first, "path"), ==, ORDERS_PATH);
  g_assert_cmpstr (htap_demo_json_text (first, "x_language"), ==, "zh-cn");
  g_assert_cmpstr (htap_demo_json_text (first, "content_type"), ==, "application/json");
  g_assert_cmpint (json_object_get_int_member (first, "status"), ==, 200);
  g_assert_true (json_object_get_null_member (first, "query"));

  second = json_array_get_object_element (requests, 1);
  g_assert_cmpstr (htap_demo_json_text (second, "method"), ==, "POST");
  g_assert_cmpstr (htap_demo_json_text (second, "path"), ==, "/nowhere/%FF%0A");
  g_assert_cmpstr (htap_demo_json_text (second, "query"), ==, "a=b");
  g_assert_true (json_object_get_null_member (second, "x_language"));
  g_assert_cmpint (json_object_get_int_member (second, "status"), ==, 404);
}

static gint64
get_count (HtapDemoProbe *probe, const char *path)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, "/demo/requests");
  g_autoptr (JsonObject) object = htap_demo_reply_object (reply);

  return json_object_get_int_member_with_default (
      json_object_get_object_member (object, "counts"), path, 0);
}

static void
test_counts (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) cleared = NULL;

  for (guint i = 0; i < 3; i++)
    ask (probe, "GET", ORDERS_PATH, NULL);
  ask (probe, "POST", ORDERS_PATH, NULL);
  g_assert_cmpint (get_count (probe, "GET " ORDERS_PATH), ==, 3);
  g_assert_cmpint (get_count (probe, "POST " ORDERS_PATH), ==, 1);
  g_assert_cmpint (get_count (probe, "GET /demo/requests"), ==, 0);

  cleared = htap_demo_probe_control (probe, "DELETE", "/demo/requests", NULL);
  g_assert_cmpint (get_count (probe, "GET " ORDERS_PATH), ==, 0);
}

/* What was really answered counts. */
static void
test_faults_are_noted (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonArray) requests = NULL;

  htap_demo_probe_fault (probe, "{\"status\": 503}");
  ask (probe, "GET", ORDERS_PATH, NULL);
  requests = list_requests (probe);

  g_assert_cmpuint (json_array_get_length (requests), ==, 1);
  g_assert_cmpint (
      json_object_get_int_member (json_array_get_object_element (requests, 0), "status"), ==, 503);
}

static void
test_clear (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply = NULL;
  g_autoptr (JsonArray) requests = NULL;

  ask (probe, "GET", ORDERS_PATH, NULL);
  reply = htap_demo_probe_control (probe, "DELETE", "/demo/requests", NULL);
  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 204);

  requests = list_requests (probe);
  g_assert_cmpuint (json_array_get_length (requests), ==, 0);
}

static void
test_bounded (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonArray) requests = NULL;

  ask (probe, "GET", "/first", NULL);
  ask (probe, "GET", "/second", NULL);
  for (guint i = 0; i < HTAP_DEMO_JOURNAL_LENGTH - 1; i++)
    ask (probe, "GET", "/later", NULL);
  requests = list_requests (probe);

  g_assert_cmpuint (json_array_get_length (requests), ==, HTAP_DEMO_JOURNAL_LENGTH);
  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (requests, 0), "path"), ==,
                   "/second");
}

static void
test_sign_ins (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) first =
      htap_demo_probe_sign_in (probe, "demo-ops", "Demo-Password-1", NULL);
  g_autoptr (HtapDemoReply) second = htap_demo_probe_sign_in (probe, "demo-ops", "wrong", NULL);
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_get (probe, "/demo/requests");
  g_autoptr (JsonObject) object = htap_demo_reply_object (reply);
  g_autofree char *text =
      g_strndup (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body));

  g_assert_cmpuint (htap_demo_reply_status (first), ==, 201);
  g_assert_cmpuint (htap_demo_reply_status (second), ==, 401);
  g_assert_cmpint (json_object_get_int_member (object, "sign_ins"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "refused_sign_ins"), ==, 1);
  g_assert_null (strstr (text, "Demo-Password-1"));
}

static void
test_authorisation (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonArray) requests = NULL;

  htap_demo_probe_check (
      probe, htap_demo_probe_signed (probe, ORDERS_PATH, "NOBODY", "no secret", 0), 401, NULL);
  ask (probe, "GET", ORDERS_PATH, NULL);
  requests = list_requests (probe);

  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (requests, 0), "auth"), ==,
                   "signature");
  g_assert_cmpstr (htap_demo_json_text (json_array_get_object_element (requests, 1), "auth"), ==,
                   "token");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-journal/requests", test_requests);
  g_test_add_func ("/demo-journal/counts", test_counts);
  g_test_add_func ("/demo-journal/faults-are-noted", test_faults_are_noted);
  g_test_add_func ("/demo-journal/clear", test_clear);
  g_test_add_func ("/demo-journal/sign-ins", test_sign_ins);
  g_test_add_func ("/demo-journal/authorisation", test_authorisation);
  g_test_add_func ("/demo-journal/bounded", test_bounded);

  return g_test_run ();
}
