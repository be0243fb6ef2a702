/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"
#include "htap-test-step.h"

G_BEGIN_DECLS

/**
 * HtapTestOutcome:
 * @profile: what was tested
 * @source: (nullable): which of its projects, as far as it is known; %NULL without one
 * @states: how it stands with each step
 * @error: (nullable): why a step failed
 *
 * What a test of a profile came to.
 */
typedef struct {
  HtapProfile   *profile;
  HtapSource    *source;
  HtapTestState  states[HTAP_N_TEST_STEPS];
  GError        *error;
} HtapTestOutcome;

HtapTestOutcome *htap_test_outcome_new       (HtapProfile           *profile,
                                              HtapSource            *source);
void             htap_test_outcome_free      (HtapTestOutcome       *self);

HtapTestState    htap_test_outcome_get_state (const HtapTestOutcome *self);
const GError    *htap_test_outcome_get_error (const HtapTestOutcome *self,
                                              HtapTestStep           step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapTestOutcome, htap_test_outcome_free)

G_END_DECLS
