/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-outcome.h"

/**
 * htap_test_outcome_new:
 * @source: (nullable): which of the profile's projects
 *
 * Returns: (transfer full): an outcome of which nothing was tested
 */
HtapTestOutcome *
htap_test_outcome_new (HtapProfile *profile, HtapSource *source)
{
  HtapTestOutcome *self = g_new0 (HtapTestOutcome, 1);

  self->profile = g_object_ref (profile);
  self->source = source != NULL ? g_object_ref (source) : NULL;
  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
    self->states[step] = HTAP_TEST_SKIPPED;

  return self;
}

void
htap_test_outcome_free (HtapTestOutcome *self)
{
  g_object_unref (self->profile);
  g_clear_object (&self->source);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * htap_test_outcome_get_state:
 *
 * Returns: how it stands with all steps together: failed if one did, passed if the last did
 */
HtapTestState
htap_test_outcome_get_state (const HtapTestOutcome *self)
{
  return self->error != NULL ? HTAP_TEST_FAILED : self->states[HTAP_N_TEST_STEPS - 1];
}

/**
 * htap_test_outcome_get_error:
 *
 * Returns: (transfer none) (nullable): why @step failed
 */
const GError *
htap_test_outcome_get_error (const HtapTestOutcome *self, HtapTestStep step)
{
  g_return_val_if_fail (step < HTAP_N_TEST_STEPS, NULL);

  return self->states[step] == HTAP_TEST_FAILED ? self->error : NULL;
}
