/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-connection-test.h"

#include "htap-error.h"
#include "htap-sign-in-fixture.h"
#include "htap-test.h"

#define OPS_PASSWORD "Demo-Password-1"
#define OPS_KEY_ID   "DEMOACCESSKEYOPS0001"
#define OPS_KEY      "demoSecretKeyOfOpsWhichIsNoSecretAtAll01"
#define NOWHERE      "00000000000000000000000000000000"
#define HUAWEI_ID                                                                                  \
  "{\"path\": \"auth/tokens\", \"count\": 1, \"status\": 401, \"body\": "                          \
  "{\"error\": {\"message\": \"A HUAWEI ID cannot be authenticated.\", \"code\": 401, "            \
  "\"title\": \"Unauthorized\"}}}"
#define BROKEN                                                                                     \
  "{\"path\": \"/instances\", \"count\": 4, \"status\": 500, \"body\": "                           \
  "{\"error_code\": \"DBS.200005\", \"error_msg\": \"Server failure.\"}}"

typedef struct
{
  const char *what;
  HtapSignIn sign_in;
  const char *who; /* an IAM user or an access key ID; NULL: demo-ops */
  const char *secret;
  const char *project_id;
  const char *fault; /* (nullable) */
  HtapTestStep step;
  HtapError kind;
  HtapErrorReason reason;
  const char *subject; /* (nullable): whatever */
} Cause;

static const Cause causes[] = {
  { "wrong password", HTAP_SIGN_IN_PASSWORD, NULL, "wrong", BI_PROJECT, NULL,
    HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_WRONG_PASSWORD },
  { "unknown user", HTAP_SIGN_IN_PASSWORD, "demo-nobody", "wrong", BI_PROJECT, NULL,
    HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_WRONG_PASSWORD },
  { "console only", HTAP_SIGN_IN_PASSWORD, "demo-console", "Demo-Password-5", BI_PROJECT, NULL,
    HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_CONSOLE_ONLY },
  { "disabled", HTAP_SIGN_IN_PASSWORD, "demo-disabled", "Demo-Password-6", BI_PROJECT, NULL,
    HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_USER_DISABLED },
  { "login protection", HTAP_SIGN_IN_PASSWORD, "demo-protected", "Demo-Password-4", BI_PROJECT,
    NULL, HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_MFA },
  { "HUAWEI ID", HTAP_SIGN_IN_PASSWORD, NULL, OPS_PASSWORD, BI_PROJECT, HUAWEI_ID,
    HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_NOT_IAM_USER },
  { "unknown project of a password", HTAP_SIGN_IN_PASSWORD, NULL, OPS_PASSWORD, NOWHERE, NULL,
    HTAP_TEST_STEP_PROJECT, HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_UNKNOWN_PROJECT, NOWHERE },
  { "unknown project of a key", HTAP_SIGN_IN_ACCESS_KEY, NULL, OPS_KEY, NOWHERE, NULL,
    HTAP_TEST_STEP_PROJECT, HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_UNKNOWN_PROJECT, NOWHERE },
  { "somebody else's project", HTAP_SIGN_IN_ACCESS_KEY, "DEMOACCESSKEYREAD002",
    "demoSecretKeyOfReadWhichIsNoSecretAtAll2", OTHER_PROJECT, NULL, HTAP_TEST_STEP_PROJECT,
    HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_UNKNOWN_PROJECT, OTHER_PROJECT },
  { "permission", HTAP_SIGN_IN_ACCESS_KEY, "DEMOACCESSKEYGUEST03",
    "demoSecretKeyOfGuestWhichIsNoSecretAll03", BI_PROJECT, NULL, HTAP_TEST_STEP_LIST,
    HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_NO_PERMISSION, "gaussdb:instance:list" },
  { "permission of a password", HTAP_SIGN_IN_PASSWORD, "demo-guest", "Demo-Password-3", "", NULL,
    HTAP_TEST_STEP_LIST, HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_NO_PERMISSION,
    "gaussdb:instance:list" },
  { "unknown key", HTAP_SIGN_IN_ACCESS_KEY, "DEMOACCESSKEYNOBODY0", OPS_KEY, BI_PROJECT, NULL,
    HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_KEY_NOT_FOUND },
  { "unknown key, project to be found", HTAP_SIGN_IN_ACCESS_KEY, "DEMOACCESSKEYNOBODY0", OPS_KEY,
    "", NULL, HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_KEY_NOT_FOUND },
  { "refused signature", HTAP_SIGN_IN_ACCESS_KEY, NULL, "wrong", BI_PROJECT, NULL,
    HTAP_TEST_STEP_SIGN_IN, HTAP_ERROR_AUTH, HTAP_ERROR_REASON_SIGNATURE_REFUSED },
  { "wrong token", HTAP_SIGN_IN_TOKEN, NULL, "wrong", BI_PROJECT, NULL, HTAP_TEST_STEP_SIGN_IN,
    HTAP_ERROR_AUTH, HTAP_ERROR_REASON_TOKEN_EXPIRED },
  { "broken service", HTAP_SIGN_IN_PASSWORD, NULL, OPS_PASSWORD, BI_PROJECT, BROKEN,
    HTAP_TEST_STEP_LIST, HTAP_ERROR_SERVER, HTAP_ERROR_REASON_NONE },
};

static HtapConnectionTest *
new_test (HtapSignInFixture *fixture, const Cause *cause)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, cause->sign_in, cause->project_id);
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (cause->sign_in, cause->secret);

  if (cause->who != NULL && cause->sign_in == HTAP_SIGN_IN_PASSWORD)
    htap_profile_set_user (profile, cause->who);
  else if (cause->who != NULL)
    htap_profile_set_access_key_id (profile, cause->who);

  return htap_inventory_new_connection_test (fixture->inventory, profile, credentials);
}

/* The step that failed, with its cause; what was proven before it, passed, and nothing after it. */
static void
assert_failed (HtapConnectionTest *test, const Cause *cause)
{
  const GError *error = htap_connection_test_get_error (test, cause->step);

  g_assert_error (error, HTAP_ERROR, (int) cause->kind);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, cause->reason);
  if (cause->subject != NULL)
    g_assert_cmpstr (htap_error_get_details (error)->subject, ==, cause->subject);
  g_assert_null (strstr (error->message, cause->secret));

  for (HtapTestStep step = HTAP_TEST_STEP_CLOCK; step < HTAP_N_TEST_STEPS; step++)
    {
      HtapTestState expected = step < cause->step   ? HTAP_TEST_PASSED
                               : step > cause->step ? HTAP_TEST_SKIPPED
                                                    : HTAP_TEST_FAILED;

      g_assert_cmpint (htap_connection_test_get_state (test, step), ==, expected);
    }
}

static void
run_and_fail (HtapSignInFixture *fixture, const Cause *cause)
{
  g_autoptr (HtapConnectionTest) test = new_test (fixture, cause);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", cause->what);
  htap_connection_test_run_async (test, NULL, htap_test_on_result, &result);
  g_assert_false (htap_connection_test_run_finish (test, htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, (int) cause->kind);
  assert_failed (test, cause);
}

static void
test_causes (HtapSignInFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      if (causes[i].fault != NULL)
        htap_demo_probe_fault (fixture->probe, causes[i].fault);
      run_and_fail (fixture, &causes[i]);
      htap_sign_in_fixture_control (fixture, "DELETE", "/demo/faults", NULL);
    }
}

/* Five failures are forgiven. */
static void
test_locked (HtapSignInFixture *fixture, gconstpointer data)
{
  static const Cause user = { "locked user",
                              HTAP_SIGN_IN_PASSWORD,
                              NULL,
                              "wrong",
                              BI_PROJECT,
                              NULL,
                              HTAP_TEST_STEP_SIGN_IN,
                              HTAP_ERROR_AUTH,
                              HTAP_ERROR_REASON_ACCOUNT_LOCKED };
  static const Cause key = { "locked key",
                             HTAP_SIGN_IN_ACCESS_KEY,
                             NULL,
                             "wrong",
                             BI_PROJECT,
                             NULL,
                             HTAP_TEST_STEP_SIGN_IN,
                             HTAP_ERROR_AUTH,
                             HTAP_ERROR_REASON_KEY_LOCKED };
  const Cause *const locked[] = { &user, &key };

  for (guint i = 0; i < G_N_ELEMENTS (locked); i++)
    {
      for (guint j = 0; j < 6; j++)
        {
          g_autoptr (HtapConnectionTest) test = new_test (fixture, locked[i]);
          g_autoptr (GAsyncResult) result = NULL;

          htap_connection_test_run_async (test, NULL, htap_test_on_result, &result);
          g_assert_false (htap_connection_test_run_finish (test, htap_test_await (&result), NULL));
        }
      run_and_fail (fixture, locked[i]);
    }
}

/* A token that was good, once here and once elsewhere. */
static void
test_tokens (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDemoReply) reply = htap_demo_probe_sign_in (
      fixture->probe, "demo-ops", OPS_PASSWORD, "{\"project\": {\"id\": \"" BI_PROJECT "\"}}");
  Cause cause = { "token of another region",
                  HTAP_SIGN_IN_TOKEN,
                  NULL,
                  htap_demo_reply_header (reply, "X-Subject-Token"),
                  OTHER_PROJECT,
                  NULL,
                  HTAP_TEST_STEP_SIGN_IN,
                  HTAP_ERROR_AUTH,
                  HTAP_ERROR_REASON_OTHER_REGION };

  run_and_fail (fixture, &cause);

  htap_sign_in_fixture_control (fixture, "DELETE", "/demo/tokens", NULL);
  cause.what = "expired token";
  cause.project_id = BI_PROJECT;
  cause.reason = HTAP_ERROR_REASON_TOKEN_EXPIRED;
  run_and_fail (fixture, &cause);
}

static void
test_clock (HtapSignInFixture *fixture, gconstpointer data)
{
  static const Cause cause = { "wrong clock",
                               HTAP_SIGN_IN_ACCESS_KEY,
                               NULL,
                               OPS_KEY,
                               BI_PROJECT,
                               NULL,
                               HTAP_TEST_STEP_CLOCK,
                               HTAP_ERROR_CLOCK_SKEW,
                               HTAP_ERROR_REASON_NONE };

  htap_sign_in_fixture_control (fixture, "PUT", "/demo/clock", "{\"offset\": 1320}");
  run_and_fail (fixture, &cause);
}

/* Who may not look up an id is asked for it. */
static void
test_project_id_needed (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, HTAP_SIGN_IN_ACCESS_KEY, "");
  g_autoptr (HtapCredentials) credentials = htap_sign_in_fixture_new_credentials (
      HTAP_SIGN_IN_ACCESS_KEY, "demoSecretKeyOfReadWhichIsNoSecretAtAll2");
  g_autoptr (HtapRegionalId) elsewhere = htap_regional_id_new ("cn-east-3", "");
  g_autoptr (HtapConnectionTest) test = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_profile_set_access_key_id (profile, "DEMOACCESSKEYREAD002");
  htap_profile_set_endpoint (profile, "cn-east-3",
                             htap_demo_cloud_get_address (fixture->probe->cloud));
  test = htap_inventory_new_connection_test (fixture->inventory, profile, credentials);
  htap_connection_test_set_project (test, elsewhere);
  htap_connection_test_run_async (test, NULL, htap_test_on_result, &result);
  g_assert_false (htap_connection_test_run_finish (test, htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_PROJECT_ID_NEEDED);
  g_assert_cmpint (htap_connection_test_get_state (test, HTAP_TEST_STEP_SIGN_IN), ==,
                   HTAP_TEST_PASSED);
  g_assert_cmpint (htap_connection_test_get_state (test, HTAP_TEST_STEP_PROJECT), ==,
                   HTAP_TEST_FAILED);
}

static GLogWriterOutput
on_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append (user_data, fields[i].value);

  return G_LOG_WRITER_HANDLED;
}

/* Where the service is not the region's own, an IAM service that nobody named is not asked. */
static void
test_no_guess_at_iam (HtapSignInFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile =
      htap_sign_in_fixture_new_profile (fixture, HTAP_SIGN_IN_ACCESS_KEY, NOWHERE);
  g_autoptr (HtapCredentials) credentials =
      htap_sign_in_fixture_new_credentials (HTAP_SIGN_IN_ACCESS_KEY, OPS_KEY);
  g_autoptr (HtapConnectionTest) test = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GString *log = g_string_new (NULL);

  g_log_set_writer_func (on_log, log, NULL);
  htap_profile_set_iam_endpoint (profile, NULL);
  test = htap_inventory_new_connection_test (fixture->inventory, profile, credentials);
  htap_connection_test_run_async (test, NULL, htap_test_on_result, &result);
  g_assert_false (htap_connection_test_run_finish (test, htap_test_await (&result), &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN);
  g_assert_cmpint (htap_connection_test_get_state (test, HTAP_TEST_STEP_LIST), ==,
                   HTAP_TEST_FAILED);
  g_assert_nonnull (strstr (log->str, "GET /v3.1/"));
  g_assert_null (strstr (log->str, "GET /v3/auth/projects"));
  g_string_free (log, TRUE);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, HtapSignInFixture, NULL, htap_sign_in_fixture_set_up, test,                    \
              htap_sign_in_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/connection-test-run/causes", test_causes);
  ADD ("/connection-test-run/locked", test_locked);
  ADD ("/connection-test-run/tokens", test_tokens);
  ADD ("/connection-test-run/clock", test_clock);
  ADD ("/connection-test-run/project-id-needed", test_project_id_needed);
  ADD ("/connection-test-run/no-guess-at-iam", test_no_guess_at_iam); /* takes the log; last */

  return g_test_run ();
}
