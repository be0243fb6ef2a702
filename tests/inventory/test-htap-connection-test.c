/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-connection-test.h"

#include "htap-error.h"
#include "htap-sign-in-fixture.h"
#include "htap-test-server.h"
#include "htap-test.h"

#define PASSWORD   "Demo-Password-1"
#define SECRET_KEY "demoSecretKeyOfOpsWhichIsNoSecretAtAll01"

/* One letter a step: waiting, Running, Passed, Failed, Skipped. */
static void
assert_states (HtapConnectionTest *test, const char *expected)
{
  g_autoptr (GString) states = g_string_new (NULL);

  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
    g_string_append_c (states, "wRPFS"[htap_connection_test_get_state (test, step)]);

  g_assert_cmpstr (states->str, ==, expected);
}

static gboolean
run (HtapConnectionTest *test, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  htap_connection_test_run_async (test, NULL, htap_test_on_result, &result);

  return htap_connection_test_run_finish (test, htap_test_await (&result), error);
}

static void
on_changed (HtapConnectionTest *test, guint *n_changes)
{
  (*n_changes)++;
}

/* TLS is skipped: it is plain HTTP on this computer. */
static void
test_all_is_well (HtapSignInFixture *fixture, gconstpointer data)
{
  static const struct
  {
    HtapSignIn sign_in;
    const char *project_id;
    const char *secret; /* NULL: the operator's token */
  } cases[] = {
    { HTAP_SIGN_IN_TOKEN, BI_PROJECT, NULL },
    { HTAP_SIGN_IN_TOKEN, "", NULL },
    { HTAP_SIGN_IN_PASSWORD, BI_PROJECT, PASSWORD },
    { HTAP_SIGN_IN_PASSWORD, "", PASSWORD },
    { HTAP_SIGN_IN_ACCESS_KEY, BI_PROJECT, SECRET_KEY },
    { HTAP_SIGN_IN_ACCESS_KEY, "", SECRET_KEY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapProfile) profile =
          htap_sign_in_fixture_new_profile (fixture, cases[i].sign_in, cases[i].project_id);
      const char *token = htap_demo_cloud_get_token (fixture->probe->cloud);
      g_autoptr (HtapCredentials) credentials = htap_sign_in_fixture_new_credentials (
          cases[i].sign_in, cases[i].secret != NULL ? cases[i].secret : token);
      g_autoptr (HtapConnectionTest) test =
          htap_inventory_new_connection_test (fixture->inventory, profile, credentials);
      g_autoptr (GError) error = NULL;
      guint n_changes = 0;

      g_signal_connect (test, "changed", G_CALLBACK (on_changed), &n_changes);
      assert_states (test, "wwwwww");
      g_assert_true (run (test, &error));
      g_assert_no_error (error);
      assert_states (test, "PSPPPP");
      g_assert_cmpuint (n_changes, >, 4);
      g_assert_cmpstr (htap_connection_test_get_found_project_id (test), ==, BI_PROJECT);
    }
}

/* Returns: (transfer full): a test of demo-ops' project */
static HtapConnectionTest *
new_test (HtapSignInFixture *fixture,
          HtapSignIn sign_in,
          const char *project_id,
          const char *secret)
{
  g_autoptr (HtapProfile) profile = htap_sign_in_fixture_new_profile (fixture, sign_in, project_id);
  g_autoptr (HtapCredentials) credentials = htap_sign_in_fixture_new_credentials (sign_in, secret);

  return htap_inventory_new_connection_test (fixture->inventory, profile, credentials);
}

static guint
count_requests (HtapSignInFixture *fixture)
{
  g_autoptr (HtapDemoReply) reply =
      htap_demo_probe_control (fixture->probe, "GET", "/demo/requests", NULL);
  g_autoptr (JsonObject) requests = htap_demo_reply_object (reply);

  return json_array_get_length (json_object_get_array_member (requests, "requests"));
}

/* Whoever was signed in stays so, whatever comes of a test with other secrets, and needs no other
 * token. */
static void
test_disturbs_nobody (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, HTAP_SIGN_IN_PASSWORD, BI_PROJECT);
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_PASSWORD, PASSWORD);
  g_autoptr (HtapCredentials) wrong =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_PASSWORD, "wrong");
  g_autoptr (HtapConnectionTest) test =
      htap_inventory_new_connection_test (fixture->inventory, profile, wrong);
  g_autoptr (GError) error = NULL;

  htap_sign_in_fixture_add_profile (fixture, profile, credentials);
  htap_sign_in_fixture_refresh (fixture);
  g_assert_cmpuint (htap_sign_in_fixture_count_tokens (fixture), ==, 1);

  g_assert_false (run (test, &error));
  htap_sign_in_fixture_refresh (fixture);
  g_assert_cmpuint (htap_sign_in_fixture_count_tokens (fixture), ==, 1);
}

/* Failures lock a key: one is enough to know. */
static void
test_refused_once (HtapSignInFixture *fixture, gconstpointer data)
{
  static const char *const projects[] = { BI_PROJECT, "" };

  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    {
      g_autoptr (HtapConnectionTest) test =
          new_test (fixture, HTAP_SIGN_IN_ACCESS_KEY, projects[i], "wrong");
      g_autoptr (GError) error = NULL;

      htap_sign_in_fixture_control (fixture, "DELETE", "/demo/requests", NULL);
      g_assert_false (run (test, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
      /* Whether it is there, and the one that was refused. */
      g_assert_cmpuint (count_requests (fixture), ==, 2);
    }
}

typedef struct
{
  HtapConnectionTest *test;
  HtapTestStep step;
} Wait;

static gboolean
is_running (gpointer data)
{
  const Wait *wait = data;

  return htap_connection_test_get_state (wait->test, wait->step) == HTAP_TEST_RUNNING;
}

/* Wherever it waits, it ends at once, and what was not answered is neither passed nor failed. */
static void
test_cancelled (HtapSignInFixture *fixture, gconstpointer data)
{
  static const struct
  {
    HtapSignIn sign_in;
    const char *project_id;
    const char *path;
    HtapTestStep step;
    const char *states;
  } cases[] = {
    { HTAP_SIGN_IN_TOKEN, BI_PROJECT, "/", HTAP_TEST_STEP_REACH, "SSSSSS" },
    { HTAP_SIGN_IN_TOKEN, BI_PROJECT, "/", HTAP_TEST_STEP_TLS, "PSSSSS" },
    { HTAP_SIGN_IN_PASSWORD, BI_PROJECT, "auth/tokens", HTAP_TEST_STEP_SIGN_IN, "PSPSSS" },
    { HTAP_SIGN_IN_ACCESS_KEY, "", "auth/projects", HTAP_TEST_STEP_SIGN_IN, "PSPSSS" },
    { HTAP_SIGN_IN_TOKEN, BI_PROJECT, "/instances", HTAP_TEST_STEP_SIGN_IN, "PSPSSS" },
    { HTAP_SIGN_IN_PASSWORD, BI_PROJECT, "/instances", HTAP_TEST_STEP_LIST, "PSPPPS" },
    { HTAP_SIGN_IN_ACCESS_KEY, BI_PROJECT, "/htap", HTAP_TEST_STEP_LIST, "PSPPPS" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *token = htap_demo_cloud_get_token (fixture->probe->cloud);
      const char *const secrets[] = { token, PASSWORD, SECRET_KEY };
      g_autofree char *fault =
          g_strdup_printf ("{\"path\": \"%s\", \"delay\": 600000, \"count\": 1}", cases[i].path);
      g_autoptr (HtapConnectionTest) test =
          new_test (fixture, cases[i].sign_in, cases[i].project_id, secrets[cases[i].sign_in]);
      Wait wait = { test, cases[i].step };
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      htap_demo_probe_fault (fixture->probe, fault);
      htap_connection_test_run_async (test, cancellable, htap_test_on_result, &result);
      htap_test_wait_until (is_running, &wait, "the step");
      g_cancellable_cancel (cancellable);
      g_assert_false (htap_connection_test_run_finish (test, htap_test_await (&result), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_states (test, cases[i].states);
      for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
        g_assert_null (htap_connection_test_get_error (test, step));
      htap_sign_in_fixture_control (fixture, "DELETE", "/demo/faults", NULL);
    }
}

/* Returns: (transfer full): a test of a service whose certificate nobody signed */
static HtapConnectionTest *
new_tls_test (HtapSignInFixture *fixture, HtapTestServer *server, const char *ca_file)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, HTAP_SIGN_IN_TOKEN, BI_PROJECT);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autofree char *url = htap_test_server_dup_url (server);

  htap_profile_set_endpoint (profile, BI_REGION, url);
  htap_profile_set_ca_file (profile, ca_file);

  return htap_inventory_new_connection_test (fixture->inventory, profile, credentials);
}

/* It is refused, or accepted; then the service may still let one wait for its clock. */
static void
test_certificate (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autofree char *directory = htap_test_temporary_directory ();
  g_autofree char *path = g_build_filename (directory, "ca.pem", NULL);
  g_autofree char *pem = NULL;
  g_autoptr (GTlsCertificate) certificate = htap_test_self_signed ();
  g_autoptr (HtapTestServer) server =
      htap_test_server_new_tls (certificate, htap_test_on_paused, NULL);
  g_autoptr (HtapConnectionTest) untrusted = new_tls_test (fixture, server, NULL);
  g_autoptr (HtapConnectionTest) trusted = new_tls_test (fixture, server, path);
  Wait wait = { trusted, HTAP_TEST_STEP_CLOCK };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (run (untrusted, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TLS);
  assert_states (untrusted, "PFSSSS");
  g_clear_error (&error);

  g_object_get (certificate, "certificate-pem", &pem, NULL);
  htap_test_write_file (path, pem);
  htap_connection_test_run_async (trusted, cancellable, htap_test_on_result, &result);
  htap_test_wait_until (is_running, &wait, "the clock");
  assert_states (trusted, "PPRwww");
  g_cancellable_cancel (cancellable);
  g_assert_false (htap_connection_test_run_finish (trusted, htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_states (trusted, "PPSSSS");

  htap_test_remove_tree (directory);
}

/* A profile that names TaurusDB instances and does not look for others needs no other list. */
static void
test_named_instance (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, HTAP_SIGN_IN_ACCESS_KEY, BI_PROJECT);
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_ACCESS_KEY, SECRET_KEY);
  g_autoptr (GPtrArray) gone = htap_regional_ids_new ();
  g_autoptr (HtapConnectionTest) test = NULL;
  g_autoptr (HtapSource) source = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (gone, htap_regional_id_new (BI_REGION, "00000000000000000000000000000000in07"));
  htap_profile_set_taurus_ids (profile, gone);
  htap_profile_set_discover (profile, FALSE);
  test = htap_inventory_new_connection_test (fixture->inventory, profile, credentials);
  g_assert_false (run (test, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_NOT_FOUND);
  assert_states (test, "PSPPPF");

  source = htap_connection_test_dup_source (test);
  g_assert_cmpstr (htap_source_get_taurus_id (source), ==, "00000000000000000000000000000000in07");
}

static void
test_another_project (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapConnectionTest) test =
      new_test (fixture, HTAP_SIGN_IN_ACCESS_KEY, BI_PROJECT, SECRET_KEY);
  g_autoptr (HtapRegionalId) other = htap_regional_id_new (BI_REGION, OTHER_PROJECT);
  g_autoptr (GError) error = NULL;

  htap_connection_test_set_project (test, other);
  g_assert_true (run (test, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (htap_connection_test_get_found_project_id (test), ==, OTHER_PROJECT);
}

static void
test_no_project (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapConnectionTest) test =
      htap_inventory_new_connection_test (fixture->inventory, profile, NULL);
  g_autoptr (HtapTestOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (run (test, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
  outcome = htap_connection_test_dup_outcome (test);
  g_assert_null (outcome->source);
  g_assert_error (outcome->error, HTAP_ERROR, HTAP_ERROR_CONFIG);
  g_assert_cmpint (htap_test_outcome_get_state (outcome), ==, HTAP_TEST_FAILED);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, HtapSignInFixture, NULL, htap_sign_in_fixture_set_up, test,                    \
              htap_sign_in_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/connection-test/all-is-well", test_all_is_well);
  ADD ("/connection-test/disturbs-nobody", test_disturbs_nobody);
  ADD ("/connection-test/refused-once", test_refused_once);
  ADD ("/connection-test/cancelled", test_cancelled);
  ADD ("/connection-test/certificate", test_certificate);
  ADD ("/connection-test/named-instance", test_named_instance);
  ADD ("/connection-test/another-project", test_another_project);
  ADD ("/connection-test/no-project", test_no_project);

  return g_test_run ();
}
