/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-control-access.h"

#include "htap-demo-json.h"
#include "htap-demo-probe.h"

/* Returns: (transfer full): the answer, which must be of this status. */
static JsonObject *
ask (HtapDemoProbe *probe, const char *method, const char *path, const char *body, guint status)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_control (probe, method, path, body);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, status);

  return htap_demo_reply_object (reply);
}

static void
test_accounts (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) object = ask (probe, "GET", "/demo/accounts", NULL, 200);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "accounts")), ==,
                    1);
}

static void
test_lifetime (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) before = ask (probe, "GET", "/demo/tokens", NULL, 200);
  g_autoptr (JsonObject) set = ask (probe, "PUT", "/demo/tokens", "{\"lifetime\": 60}", 200);
  g_autoptr (HtapDemoReply) reply G_GNUC_UNUSED =
      htap_demo_probe_sign_in (probe, "demo-ops", "Demo-Password-1", NULL);
  g_autoptr (JsonObject) after = ask (probe, "GET", "/demo/tokens", NULL, 200);

  g_assert_cmpint (json_object_get_int_member (before, "lifetime"), ==, 86400);
  g_assert_cmpint (json_object_get_int_member (before, "issued"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (set, "lifetime"), ==, 60);
  g_assert_cmpint (json_object_get_int_member (after, "issued"), ==, 1);
}

static void
test_expire (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) signed_in =
      htap_demo_probe_sign_in (probe, "demo-ops", "Demo-Password-1", NULL);
  SoupMessage *message = htap_demo_probe_message (probe, "GET", "/v3/auth/projects");
  g_autoptr (HtapDemoReply) expired =
      htap_demo_probe_control (probe, "DELETE", "/demo/tokens", NULL);

  g_assert_cmpuint (htap_demo_reply_status (expired), ==, 204);
  soup_message_headers_replace (soup_message_get_request_headers (message), "X-Auth-Token",
                                htap_demo_reply_header (signed_in, "X-Subject-Token"));
  htap_demo_probe_check (probe, message, 401, "token expires");
}

static void
test_clock (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) set G_GNUC_UNUSED =
      ask (probe, "PUT", "/demo/clock", "{\"offset\": -1320}", 200);
  g_autoptr (JsonObject) shown = ask (probe, "GET", "/demo/clock", NULL, 200);

  g_assert_cmpint (json_object_get_int_member (shown, "offset"), ==, -1320);
  g_assert_true (g_str_has_suffix (htap_demo_json_text (shown, "now"), "Z"));
}

static void
test_mistakes (void)
{
  static const char *const bodies[] = {
    "{}",
    "{\"lifetime\": \"60\"}",
    "{\"lifetime\": -1}",
    "{\"offset\": 60, \"lifetime\": 60}",
    "{\"lifetime\": 99999999999}",
    "{\"offset\": 0.5}",
    "{\"offset\": 99999999999}",
  };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (JsonObject) tokens_after = NULL;
  g_autoptr (JsonObject) clock_after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (JsonObject) tokens = ask (probe, "PUT", "/demo/tokens", bodies[i], 400);
      g_autoptr (JsonObject) clock = ask (probe, "PUT", "/demo/clock", bodies[i], 400);

      g_assert_true (g_str_has_suffix (htap_demo_json_text (tokens, "error"), "."));
      g_assert_true (g_str_has_suffix (htap_demo_json_text (clock, "error"), "."));
    }

  /* What was refused changed nothing. */
  tokens_after = ask (probe, "GET", "/demo/tokens", NULL, 200);
  clock_after = ask (probe, "GET", "/demo/clock", NULL, 200);
  g_assert_cmpint (json_object_get_int_member (tokens_after, "lifetime"), ==, 86400);
  g_assert_cmpint (json_object_get_int_member (clock_after, "offset"), ==, 0);
}

/* Only the operator's token opens the control path. */
static void
test_closed (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply =
      htap_demo_probe_sign_in (probe, "demo-ops", "Demo-Password-1", NULL);
  SoupMessage *message = htap_demo_probe_message (probe, "GET", "/demo/accounts");

  soup_message_headers_replace (soup_message_get_request_headers (message), "X-Auth-Token",
                                htap_demo_reply_header (reply, "X-Subject-Token"));
  htap_demo_probe_check (probe, message, 401, "error");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-control-access/accounts", test_accounts);
  g_test_add_func ("/demo-control-access/lifetime", test_lifetime);
  g_test_add_func ("/demo-control-access/expire", test_expire);
  g_test_add_func ("/demo-control-access/clock", test_clock);
  g_test_add_func ("/demo-control-access/mistakes", test_mistakes);
  g_test_add_func ("/demo-control-access/closed", test_closed);

  return g_test_run ();
}
