/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-iam.h"

#include "htap-demo-json.h"
#include "htap-demo-probe.h"

#define OPS_KEY    "DEMOACCESSKEYOPS0001"
#define OPS_SECRET "demoSecretKeyOfOpsWhichIsNoSecretAtAll01"

/* Returns: (transfer full): a request with the token of a sign-in. */
static SoupMessage *
make_message (HtapDemoProbe *probe,
              const char *path,
              const char *user,
              const char *password,
              const char *scope)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_sign_in (probe, user, password, scope);
  SoupMessage *message = htap_demo_probe_message (probe, "GET", path);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 201);
  soup_message_headers_replace (soup_message_get_request_headers (message), "X-Auth-Token",
                                htap_demo_reply_header (reply, "X-Subject-Token"));

  return message;
}

static guint
count_projects (HtapDemoProbe *probe, SoupMessage *message)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_run (probe, message);
  g_autoptr (JsonObject) object = htap_demo_reply_object (reply);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 200);

  return json_array_get_length (json_object_get_array_member (object, "projects"));
}

static void
test_sign_in (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  g_autoptr (HtapDemoReply) reply =
      htap_demo_probe_sign_in (probe, "demo-ops", "Demo-Password-1", NULL);
  g_autoptr (HtapDemoReply) got = htap_demo_probe_get (probe, HTAP_DEMO_SIGN_IN_PATH);

  g_assert_cmpuint (htap_demo_reply_status (reply), ==, 201);
  g_assert_cmpuint (strlen (htap_demo_reply_header (reply, "X-Subject-Token")), >, 9000);
  g_assert_nonnull (htap_demo_reply_header (reply, "X-IAM-Trace-Id"));
  g_assert_cmpuint (htap_demo_reply_status (got), ==, 405);
  g_assert_cmpstr (htap_demo_reply_header (got, "Allow"), ==, "POST");
}

static void
test_catalog (void)
{
  static const struct
  {
    const char *path;
    guint length;
  } cases[] = { { "/v3/auth/tokens", 1 }, { "/v3/auth/tokens?nocatalog=true", 0 } };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapDemoReply) reply = htap_demo_probe_control (
          probe, "POST", cases[i].path,
          "{\"auth\": {\"identity\": {\"methods\": [\"password\"], \"password\": {\"user\": {"
          "\"name\": \"demo-ops\", \"password\": \"Demo-Password-1\", "
          "\"domain\": {\"name\": \"demo-account\"}}}}}}");
      g_autoptr (JsonObject) object = htap_demo_reply_object (reply);
      JsonObject *token = json_object_get_object_member (object, "token");

      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (token, "catalog")), ==,
                        cases[i].length);
    }
}

/* Whoever may enter one project only sees that one, and may not look the others up. */
static void
test_projects (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  const char *reader = "demo-reader", *password = "Demo-Password-2";

  g_assert_cmpuint (count_projects (probe, htap_demo_probe_signed (probe, "/v3/auth/projects",
                                                                   OPS_KEY, OPS_SECRET, 0)),
                    ==, 6);
  g_assert_cmpuint (
      count_projects (probe, make_message (probe, "/v3/auth/projects", reader, password, NULL)), ==,
      1);
  htap_demo_probe_check (
      probe, make_message (probe, "/v3/projects?name=cn-north-4", reader, password, NULL), 403,
      "iam:projects:list");
}

static void
test_projects_by_name (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();
  const char *user = "demo-ops", *password = "Demo-Password-1";

  g_assert_cmpuint (count_projects (probe, make_message (probe, "/v3/projects?name=cn-north-4",
                                                         user, password, NULL)),
                    ==, 1);
  g_assert_cmpuint (count_projects (probe, make_message (probe, "/v3/projects?name=cn-north-11",
                                                         user, password, NULL)),
                    ==, 0);
  g_assert_cmpuint (
      count_projects (probe, make_message (probe, "/v3/projects", user, password, NULL)), ==, 6);
}

static void
test_domains (void)
{
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  htap_demo_probe_check (probe,
                         htap_demo_probe_signed (probe, "/v3/auth/domains", OPS_KEY, OPS_SECRET, 0),
                         200, "\"demo-account\"");
}

static void
test_nobody (void)
{
  static const char *const paths[] = { "/v3/auth/projects", "/v3/projects", "/v3/auth/domains" };
  g_autoptr (HtapDemoProbe) probe = htap_demo_probe_new ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      SoupMessage *message = htap_demo_probe_message (probe, "GET", paths[i]);

      soup_message_headers_remove (soup_message_get_request_headers (message), "X-Auth-Token");
      htap_demo_probe_check (probe, message, 401, "x-auth-token not found");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-iam/sign-in", test_sign_in);
  g_test_add_func ("/demo-iam/catalog", test_catalog);
  g_test_add_func ("/demo-iam/projects", test_projects);
  g_test_add_func ("/demo-iam/projects-by-name", test_projects_by_name);
  g_test_add_func ("/demo-iam/domains", test_domains);
  g_test_add_func ("/demo-iam/nobody", test_nobody);

  return g_test_run ();
}
