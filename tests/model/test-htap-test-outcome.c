/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-outcome.h"

#include "htap-error.h"
#include "htap-test-samples.h"

static void
test_state (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapTestOutcome) outcome =
      htap_test_outcome_new (htap_source_get_profile (source), source);

  g_assert_cmpint (htap_test_outcome_get_state (outcome), ==, HTAP_TEST_SKIPPED);

  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
    outcome->states[step] = HTAP_TEST_PASSED;
  g_assert_cmpint (htap_test_outcome_get_state (outcome), ==, HTAP_TEST_PASSED);
}

/* The error is that of the step that failed, and of no other. */
static void
test_error (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapTestOutcome) outcome = htap_test_outcome_new (profile, NULL);

  outcome->states[HTAP_TEST_STEP_TLS] = HTAP_TEST_FAILED;
  htap_error_set (&outcome->error, HTAP_ERROR_TLS, NULL, "technical");

  g_assert_cmpint (htap_test_outcome_get_state (outcome), ==, HTAP_TEST_FAILED);
  g_assert_true (htap_test_outcome_get_error (outcome, HTAP_TEST_STEP_TLS) == outcome->error);
  g_assert_null (htap_test_outcome_get_error (outcome, HTAP_TEST_STEP_REACH));
  g_assert_null (htap_test_outcome_get_error (outcome, HTAP_TEST_STEP_LIST));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/test-outcome/state", test_state);
  g_test_add_func ("/test-outcome/error", test_error);

  return g_test_run ();
}
