/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-sign-in.h"

#include "htap-demo-json.h"

#define BEIJING "ac72d1d4e9f9381df4b966d371e13167"

typedef struct
{
  HtapDemoAccess *access;
  HtapDemoData *data;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->access = htap_demo_access_new ();
  fixture->data = htap_demo_data_new ();
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  htap_demo_access_free (fixture->access);
  htap_demo_data_free (fixture->data);
}

static HtapDemoAnswer *
send (Fixture *fixture, const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  return htap_demo_sign_in_answer (fixture->access, fixture->data, bytes, TRUE);
}

static HtapDemoAnswer *
sign_in (Fixture *fixture, const char *user, const char *password, const char *scope)
{
  g_autofree char *body =
      g_strdup_printf ("{\"auth\": {\"identity\": {\"methods\": [\"password\"], \"password\": "
                       "{\"user\": {\"name\": \"%s\", \"password\": \"%s\", "
                       "\"domain\": {\"name\": \"demo-account\"}}}}, \"scope\": %s}}",
                       user, password, scope);

  return send (fixture, body);
}

static void
check (HtapDemoAnswer *answer, guint status, const char *text)
{
  g_autoptr (HtapDemoAnswer) owned G_GNUC_UNUSED = answer;
  g_autofree char *body =
      g_strndup (g_bytes_get_data (answer->body, NULL), g_bytes_get_size (answer->body));

  g_assert_cmpuint (answer->status, ==, status);
  g_assert_nonnull (strstr (body, text));
  g_assert_true ((status == 201) ==
                 (soup_message_headers_get_one (answer->headers, "X-Subject-Token") != NULL));
}

static void
test_token (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDemoAnswer) answer =
      sign_in (fixture, "demo-ops", "Demo-Password-1", "{\"project\": {\"name\": \"cn-north-4\"}}");
  g_autoptr (JsonObject) object = htap_demo_json_parse (answer->body, NULL);
  JsonObject *token = htap_demo_json_object (object, "token");
  JsonObject *project = htap_demo_json_object (token, "project");
  const char *text = soup_message_headers_get_one (answer->headers, "X-Subject-Token");
  const HtapDemoToken *issued = htap_demo_tokens_find (fixture->access->tokens, text);
  g_autofree char *expires_at = htap_demo_clock_format (issued->expires_at);

  g_assert_cmpuint (answer->status, ==, 201);
  g_assert_cmpstr (issued->project_id, ==, BEIJING);
  g_assert_cmpstr (htap_demo_json_text (project, "id"), ==, BEIJING);
  g_assert_cmpstr (htap_demo_json_text (project, "name"), ==, "cn-north-4");
  g_assert_cmpstr (htap_demo_json_text (htap_demo_json_object (project, "domain"), "name"), ==,
                   "demo-account");
  g_assert_cmpstr (htap_demo_json_text (token, "expires_at"), ==, expires_at);
  g_assert_cmpstr (htap_demo_json_text (htap_demo_json_object (token, "user"), "name"), ==,
                   "demo-ops");
}

static void
test_scopes (Fixture *fixture, gconstpointer data)
{
  const char *user = "demo-ops", *password = "Demo-Password-1";

  check (sign_in (fixture, user, password, "{\"project\": {\"id\": \"" BEIJING "\"}}"), 201,
         "\"cn-north-4\"");
  check (sign_in (fixture, user, password,
                  "{\"domain\": {\"name\": \"demo-account\"}, \"project\": {\"id\": \"" BEIJING
                  "\"}}"),
         201, "\"project\"");
  check (sign_in (fixture, user, password, "{\"domain\": {\"name\": \"demo-account\"}}"), 201,
         "\"domain\"");
  check (sign_in (fixture, user, password, "{\"project\": {\"id\": \"nowhere\"}}"), 404,
         "Could not find project: nowhere.");
  check (sign_in (fixture, user, password, "{\"project\": {\"name\": \"cn-south-1\"}}"), 403,
         "IAM.0002");
  check (sign_in (fixture, user, password, "{\"project\": {}}"), 404, "IAM.0004");
  check (sign_in (fixture, "demo-reader", "Demo-Password-2",
                  "{\"project\": {\"name\": \"cn-east-3\"}}"),
         403, "IAM.0002");
  check (sign_in (fixture, "demo-reader", "Demo-Password-2",
                  "{\"project\": {\"name\": \"cn-north-4\"}}"),
         201, BEIJING);
}

static void
test_troubles (Fixture *fixture, gconstpointer data)
{
  check (sign_in (fixture, "demo-ops", "wrong", "{}"), 401, "\"code\":401");
  check (sign_in (fixture, "nobody", "Demo-Password-1", "{}"), 401,
         "The username or password is wrong.");
  check (sign_in (fixture, "demo-console", "Demo-Password-5", "{}"), 403, "IAM.0081");
  check (sign_in (fixture, "demo-console", "wrong", "{}"), 401, "The username");
  check (sign_in (fixture, "demo-disabled", "Demo-Password-6", "{}"), 403, "IAM.0080");
  check (sign_in (fixture, "demo-protected", "Demo-Password-4", "{}"), 401, "totp");
}

/* The lock counts failures in a row, holds with the right password, and ends by the clock. */
static void
test_lock (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    check (sign_in (fixture, "demo-ops", "wrong", "{}"), 401, "Unauthorized");
  check (sign_in (fixture, "demo-ops", "wrong", "{}"), 401, "IAM.0061");
  check (sign_in (fixture, "demo-ops", "Demo-Password-1", "{}"), 401, "IAM.0061");
  check (sign_in (fixture, "demo-guest", "Demo-Password-3", "{}"), 201, "\"token\"");

  fixture->access->clock.offset = 15 * 60;
  check (sign_in (fixture, "demo-ops", "Demo-Password-1", "{}"), 201, "\"token\"");
}

static void
test_bad_bodies (Fixture *fixture, gconstpointer data)
{
  static const char *const bodies[] = {
    "",
    "{}",
    "[]",
    "{\"auth\": 7}",
    "{\"auth\": {\"identity\": {\"methods\": \"password\"}}}",
    "{\"auth\": {\"identity\": {\"methods\": [7, \"totp\"]}}}",
    "{\"auth\": {\"identity\": {\"methods\": [\"password\"]}}}",
    "{\"auth\": {\"identity\": {\"methods\": [\"password\"], \"password\": {\"user\": {}}}}}",
    ("{\"auth\": {\"identity\": {\"methods\": [\"password\"], \"password\": {\"user\": "
     "{\"password\": 7}}}}}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    check (send (fixture, bodies[i]), 400, "is a required property.");
  check (send (fixture, "{\"auth\": {\"identity\": {\"methods\": [\"password\"], \"password\": "
                        "{\"user\": {\"password\": \"p\"}}}}}"),
         401, "Unauthorized");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/demo-sign-in/token", test_token },           { "/demo-sign-in/scopes", test_scopes },
    { "/demo-sign-in/troubles", test_troubles },     { "/demo-sign-in/lock", test_lock },
    { "/demo-sign-in/bad-bodies", test_bad_bodies },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);

  return g_test_run ();
}
