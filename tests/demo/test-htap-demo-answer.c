/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-answer.h"

#include "htap-demo-json.h"

static void
test_request_id (void)
{
  g_autoptr (HtapDemoAnswer) first = htap_demo_answer_new (200);
  g_autoptr (HtapDemoAnswer) second = htap_demo_answer_new (200);
  const char *request_id = htap_demo_answer_get_id (first);

  g_assert_cmpuint (strspn (request_id, "0123456789abcdef"), ==, 32);
  g_assert_cmpuint (strlen (request_id), ==, 32);
  g_assert_cmpstr (request_id, !=, htap_demo_answer_get_id (second));
}

static void
test_json (void)
{
  g_autoptr (HtapDemoAnswer) answer = htap_demo_answer_new_sentence (400, "It is “so”.");
  g_autoptr (JsonObject) object = htap_demo_json_parse (answer->body, NULL);

  g_assert_cmpuint (answer->status, ==, 400);
  g_assert_cmpstr (json_object_get_string_member (object, "error"), ==, "It is “so”.");
  g_assert_cmpstr (soup_message_headers_get_content_type (answer->headers, NULL), ==,
                   "application/json");
}

static void
test_own_content_type (void)
{
  g_autoptr (HtapDemoAnswer) answer = htap_demo_answer_new (502);
  g_autoptr (GBytes) body = g_bytes_new_static ("<html>", 6);

  g_assert_null (soup_message_headers_get_content_type (answer->headers, NULL));
  soup_message_headers_set_content_type (answer->headers, "text/html", NULL);
  htap_demo_answer_set_body (answer, body);
  g_assert_cmpstr (soup_message_headers_get_content_type (answer->headers, NULL), ==, "text/html");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-answer/request-id", test_request_id);
  g_test_add_func ("/demo-answer/json", test_json);
  g_test_add_func ("/demo-answer/own-content-type", test_own_content_type);

  return g_test_run ();
}
