/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-connection-test.h"

#include "htap-sign-in-fixture.h"
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/connection-test/all-is-well", HtapSignInFixture, NULL, htap_sign_in_fixture_set_up,
              test_all_is_well, htap_sign_in_fixture_tear_down);

  return g_test_run ();
}
