/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-text.h"

#include "htap-error-text.h"

#include <glib/gi18n-lib.h>

/* By HtapTestStep. */
static const struct
{
  const char *title;
  const char *running;
  const char *passed;
} texts[] = {
  [HTAP_TEST_STEP_REACH] = { NC_ ("test step", "Connection"), N_ ("Connecting…"),
                             N_ ("The service can be reached.") },
  [HTAP_TEST_STEP_TLS] = { NC_ ("test step", "Certificate"), N_ ("Checking the certificate…"),
                           N_ ("The service's certificate is trusted.") },
  [HTAP_TEST_STEP_CLOCK] = { NC_ ("test step", "Clock"), N_ ("Comparing clocks…"),
                             N_ ("This computer's clock is good enough to sign in.") },
  [HTAP_TEST_STEP_SIGN_IN] = { NC_ ("test step", "Sign-In"), N_ ("Signing in…"),
                               N_ ("The service accepts the sign-in.") },
  [HTAP_TEST_STEP_PROJECT] = { NC_ ("test step", "Project"), N_ ("Looking for the project…"),
                               N_ ("The project is there.") },
  [HTAP_TEST_STEP_LIST] = { NC_ ("test step", "Permission"), N_ ("Listing instances…"),
                            N_ ("Instances may be listed.") },
};

/**
 * htap_test_text_get_title:
 *
 * Returns: (transfer none): what @step is about, in a word
 */
const char *
htap_test_text_get_title (HtapTestStep step)
{
  g_return_val_if_fail (step < HTAP_N_TEST_STEPS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "test step", texts[step].title);
}

/**
 * htap_test_text_dup_sentence:
 * @error: (nullable): why @step failed
 * @source: (nullable): what was tested
 *
 * Returns: (transfer full): how it stands with @step, and if it failed, why and what to do next;
 *   plain text, never markup
 */
char *
htap_test_text_dup_sentence (HtapTestStep step,
                             HtapTestState state,
                             const GError *error,
                             HtapSource *source)
{
  g_return_val_if_fail (step < HTAP_N_TEST_STEPS, NULL);

  switch (state)
    {
    case HTAP_TEST_RUNNING:
      return g_strdup (_ (texts[step].running));
    case HTAP_TEST_PASSED:
      return g_strdup (_ (texts[step].passed));
    case HTAP_TEST_FAILED:
      return htap_error_text_dup_sentence (error, source);
    case HTAP_TEST_SKIPPED:
      return g_strdup (_ ("Not tested."));
    case HTAP_TEST_WAITING:
    default:
      return g_strdup (_ ("Not tested yet."));
    }
}
