/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-blame.h"

#include "htap-error.h"

/* What the service says about a project or a permission it says to somebody it knows. */
static HtapTestStep
find_latest_step (const GError *error)
{
  switch (htap_error_get_details (error)->reason)
    {
    case HTAP_ERROR_REASON_UNKNOWN_PROJECT:
    case HTAP_ERROR_REASON_PROJECT_ID_NEEDED:
    case HTAP_ERROR_REASON_NO_PROJECT:
      return HTAP_TEST_STEP_PROJECT;
    case HTAP_ERROR_REASON_USER_DISABLED:
    case HTAP_ERROR_REASON_CONSOLE_ONLY:
      return HTAP_TEST_STEP_SIGN_IN;
    default:
      break;
    }

  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_CLOCK_SKEW))
    return HTAP_TEST_STEP_CLOCK;
  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN) ||
      g_error_matches (error, HTAP_ERROR, HTAP_ERROR_NOT_FOUND))
    return HTAP_TEST_STEP_LIST;

  return HTAP_TEST_STEP_REACH;
}

/**
 * htap_test_blame_find_step:
 * @error: why a request failed
 * @undecided: the first step of which nothing is known yet
 *
 * One request may decide several steps: who may not list something is signed in.
 *
 * Returns: the step that failed, @undecided or one after it
 */
HtapTestStep
htap_test_blame_find_step (const GError *error, HtapTestStep undecided)
{
  return MAX (undecided, find_latest_step (error));
}
