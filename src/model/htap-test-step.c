/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-step.h"

/**
 * htap_test_step_get_id:
 *
 * Returns: a word that scripts may rely on
 */
const char *
htap_test_step_get_id (HtapTestStep step)
{
  static const char *const ids[] = {
    [HTAP_TEST_STEP_REACH] = "reach",     [HTAP_TEST_STEP_TLS] = "tls",
    [HTAP_TEST_STEP_CLOCK] = "clock",     [HTAP_TEST_STEP_SIGN_IN] = "sign-in",
    [HTAP_TEST_STEP_PROJECT] = "project", [HTAP_TEST_STEP_LIST] = "list",
  };

  g_return_val_if_fail (step < HTAP_N_TEST_STEPS, NULL);

  return ids[step];
}

/**
 * htap_test_state_get_id:
 *
 * Returns: a word that scripts may rely on
 */
const char *
htap_test_state_get_id (HtapTestState state)
{
  static const char *const ids[] = {
    [HTAP_TEST_WAITING] = "waiting", [HTAP_TEST_RUNNING] = "running", [HTAP_TEST_PASSED] = "passed",
    [HTAP_TEST_FAILED] = "failed",   [HTAP_TEST_SKIPPED] = "skipped",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (ids), NULL);

  return ids[state];
}
