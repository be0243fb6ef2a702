/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapTestStep:
 * @HTAP_TEST_STEP_REACH: the service can be connected to
 * @HTAP_TEST_STEP_TLS: its certificate is trusted
 * @HTAP_TEST_STEP_CLOCK: this computer's clock is near enough to the service's
 * @HTAP_TEST_STEP_SIGN_IN: the service accepts the credentials
 * @HTAP_TEST_STEP_PROJECT: the project is there, and theirs
 * @HTAP_TEST_STEP_LIST: TaurusDB and HTAP instances may be listed
 *
 * What a test of a profile looks at, in this order.
 */
typedef enum {
  HTAP_TEST_STEP_REACH,
  HTAP_TEST_STEP_TLS,
  HTAP_TEST_STEP_CLOCK,
  HTAP_TEST_STEP_SIGN_IN,
  HTAP_TEST_STEP_PROJECT,
  HTAP_TEST_STEP_LIST,
} HtapTestStep;

#define HTAP_N_TEST_STEPS (HTAP_TEST_STEP_LIST + 1)

/**
 * HtapTestState:
 * @HTAP_TEST_WAITING: it is not its turn yet
 * @HTAP_TEST_RUNNING: the answer is under way
 * @HTAP_TEST_PASSED: all is well
 * @HTAP_TEST_FAILED: there is an error
 * @HTAP_TEST_SKIPPED: nothing is known, for a step before it failed or somebody ended the test; or
 *   there is nothing to test, as TLS to a service on this very computer
 *
 * How it stands with one step.
 */
typedef enum {
  HTAP_TEST_WAITING,
  HTAP_TEST_RUNNING,
  HTAP_TEST_PASSED,
  HTAP_TEST_FAILED,
  HTAP_TEST_SKIPPED,
} HtapTestState;

const char *htap_test_step_get_id  (HtapTestStep  step);
const char *htap_test_state_get_id (HtapTestState state);

G_END_DECLS
