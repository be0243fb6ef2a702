/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-blame.h"

#include "htap-error.h"

static void
test_errors (void)
{
  static const struct
  {
    HtapError kind;
    HtapErrorReason reason;
    HtapTestStep undecided;
    HtapTestStep failed;
  } cases[] = {
    { HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_REFUSED, HTAP_TEST_STEP_REACH, HTAP_TEST_STEP_REACH },
    { HTAP_ERROR_NETWORK, HTAP_ERROR_REASON_REFUSED, HTAP_TEST_STEP_SIGN_IN,
      HTAP_TEST_STEP_SIGN_IN },
    { HTAP_ERROR_TLS, HTAP_ERROR_REASON_NONE, HTAP_TEST_STEP_TLS, HTAP_TEST_STEP_TLS },
    { HTAP_ERROR_CLOCK_SKEW, HTAP_ERROR_REASON_NONE, HTAP_TEST_STEP_REACH, HTAP_TEST_STEP_CLOCK },
    { HTAP_ERROR_CLOCK_SKEW, HTAP_ERROR_REASON_NONE, HTAP_TEST_STEP_SIGN_IN,
      HTAP_TEST_STEP_SIGN_IN },
    { HTAP_ERROR_AUTH, HTAP_ERROR_REASON_WRONG_PASSWORD, HTAP_TEST_STEP_SIGN_IN,
      HTAP_TEST_STEP_SIGN_IN },
    { HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_CONSOLE_ONLY, HTAP_TEST_STEP_SIGN_IN,
      HTAP_TEST_STEP_SIGN_IN },
    { HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_UNKNOWN_PROJECT, HTAP_TEST_STEP_SIGN_IN,
      HTAP_TEST_STEP_PROJECT },
    { HTAP_ERROR_CONFIG, HTAP_ERROR_REASON_PROJECT_ID_NEEDED, HTAP_TEST_STEP_SIGN_IN,
      HTAP_TEST_STEP_PROJECT },
    { HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REASON_NO_PERMISSION, HTAP_TEST_STEP_SIGN_IN,
      HTAP_TEST_STEP_LIST },
    { HTAP_ERROR_NOT_FOUND, HTAP_ERROR_REASON_NONE, HTAP_TEST_STEP_SIGN_IN, HTAP_TEST_STEP_LIST },
    { HTAP_ERROR_SERVER, HTAP_ERROR_REASON_NONE, HTAP_TEST_STEP_LIST, HTAP_TEST_STEP_LIST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapErrorDetails details = { .reason = cases[i].reason };
      g_autoptr (GError) error = NULL;

      htap_error_set (&error, cases[i].kind, &details, "case %u", i);
      g_test_message ("%s", error->message);
      g_assert_cmpint (htap_test_blame_find_step (error, cases[i].undecided), ==, cases[i].failed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/test-blame/errors", test_errors);

  return g_test_run ();
}
