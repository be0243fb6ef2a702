/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-fault.h"

#include <gio/gio.h>

#include "htap-demo-json.h"

static HtapDemoFault *
make_fault (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JsonObject) description = htap_demo_json_parse (bytes, NULL);

  g_assert_nonnull (description);

  return htap_demo_fault_new (description, error);
}

static HtapDemoAnswer *
make_answer (void)
{
  g_autoptr (JsonObject) object = json_object_new ();

  return htap_demo_answer_new_json (200, object);
}

static void
assert_body (HtapDemoAnswer *answer, const char *expected)
{
  g_assert_cmpmem (g_bytes_get_data (answer->body, NULL), g_bytes_get_size (answer->body), expected,
                   strlen (expected));
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "{\"path\": 7}",
    "{\"status\": \"503\"}",
    "{\"status\": 199}",
    "{\"status\": 600}",
    "{\"status\": 503.5}",
    "{\"status\": null}",
    "{\"headers\": []}",
    "{\"headers\": {\"A\": 7}}",
    "{\"headers\": {\"A\": \"b\\r\\nC: d\"}}",
    "{\"headers\": {\"A: b\": \"c\"}}",
    "{\"headers\": {\"\": \"c\"}}",
    "{\"headers\": {\"content-Length\": \"7\"}}",
    "{\"headers\": {\"Transfer-Encoding\": \"chunked\"}}",
    "{\"delay\": -1}",
    "{\"delay\": 600001}",
    "{\"cut\": 1}",
    "{\"cut\": \"before-headers\"}",
    "{\"redirect\": \"\"}",
    "{\"redirect\": \"http://a\\nb\"}",
    "{\"count\": 0}",
    "{\"count\": true}",
    "{\"stauts\": 503}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (make_fault (texts[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_unknown_member_is_named (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (make_fault ("{\"stauts\": 503}", &error));
  g_assert_cmpstr (error->message, ==, "A fault has no member “stauts”.");
}

static void
test_matches (void)
{
  g_autoptr (HtapDemoFault) every = make_fault ("{}", NULL);
  g_autoptr (HtapDemoFault) some = make_fault ("{\"path\": \"t1in07\"}", NULL);

  g_assert_true (htap_demo_fault_matches (every, "/v3/p/instances/t2in07/htap"));
  g_assert_true (htap_demo_fault_matches (some, "/v3/p/instances/t1in07/htap"));
  g_assert_false (htap_demo_fault_matches (some, "/v3/p/instances/t2in07/htap"));
}

static void
test_nothing_said (void)
{
  g_autoptr (HtapDemoFault) fault = make_fault ("{\"cut\": false}", NULL);
  g_autoptr (HtapDemoAnswer) answer = make_answer ();

  answer->delay = 7;
  g_assert_true (htap_demo_fault_apply (fault, answer));

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpuint (answer->delay, ==, 7);
  g_assert_cmpint (answer->cut, ==, HTAP_DEMO_CUT_NONE);
  assert_body (answer, "{}");
}

static void
test_status_empties_the_body (void)
{
  g_autoptr (HtapDemoFault) fault = make_fault ("{\"status\": 503, \"delay\": 0}", NULL);
  g_autoptr (HtapDemoAnswer) answer = make_answer ();

  answer->delay = 7;
  htap_demo_fault_apply (fault, answer);

  g_assert_cmpuint (answer->status, ==, 503);
  g_assert_cmpuint (answer->delay, ==, 0);
  assert_body (answer, "");
}

static void
test_body (void)
{
  g_autoptr (HtapDemoFault) text = make_fault ("{\"body\": \"<html>\"}", NULL);
  g_autoptr (HtapDemoFault) json = make_fault ("{\"body\": {\"a\": [1]}, \"status\": 404}", NULL);
  g_autoptr (HtapDemoAnswer) answer = make_answer ();

  htap_demo_fault_apply (text, answer);
  g_assert_cmpuint (answer->status, ==, 200);
  assert_body (answer, "<html>");

  htap_demo_fault_apply (json, answer);
  g_assert_cmpuint (answer->status, ==, 404);
  assert_body (answer, "{\"a\":[1]}");
}

/* Whichever of the two members comes first. */
static void
test_redirect (void)
{
  g_autoptr (HtapDemoFault) plain = make_fault ("{\"redirect\": \"http://a/\"}", NULL);
  g_autoptr (HtapDemoFault) before =
      make_fault ("{\"status\": 307, \"redirect\": \"http://b/\"}", NULL);
  g_autoptr (HtapDemoFault) after =
      make_fault ("{\"redirect\": \"http://c/\", \"status\": 308}", NULL);
  g_autoptr (HtapDemoAnswer) answer = make_answer ();

  htap_demo_fault_apply (plain, answer);
  g_assert_cmpuint (answer->status, ==, 302);
  g_assert_cmpstr (soup_message_headers_get_one (answer->headers, "Location"), ==, "http://a/");

  htap_demo_fault_apply (before, answer);
  g_assert_cmpuint (answer->status, ==, 307);
  htap_demo_fault_apply (after, answer);
  g_assert_cmpuint (answer->status, ==, 308);
  g_assert_cmpstr (soup_message_headers_get_one (answer->headers, "Location"), ==, "http://c/");
}

static void
test_count (void)
{
  g_autoptr (HtapDemoFault) fault = make_fault ("{\"count\": 2}", NULL);
  g_autoptr (HtapDemoAnswer) answer = make_answer ();

  g_assert_true (htap_demo_fault_apply (fault, answer));
  g_assert_false (htap_demo_fault_apply (fault, answer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-fault/refused", test_refused);
  g_test_add_func ("/demo-fault/unknown-member-is-named", test_unknown_member_is_named);
  g_test_add_func ("/demo-fault/matches", test_matches);
  g_test_add_func ("/demo-fault/nothing-said", test_nothing_said);
  g_test_add_func ("/demo-fault/status-empties-the-body", test_status_empties_the_body);
  g_test_add_func ("/demo-fault/body", test_body);
  g_test_add_func ("/demo-fault/redirect", test_redirect);
  g_test_add_func ("/demo-fault/count", test_count);

  return g_test_run ();
}
