/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-text.h"

#include "htap-error.h"
#include "htap-test-samples.h"

/* Each step has a word of its own, and sentences that say whether it is still at it. */
static void
test_every_step_has_its_words (void)
{
  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
    {
      g_autofree char *running = htap_test_text_dup_sentence (step, HTAP_TEST_RUNNING, NULL, NULL);
      g_autofree char *passed = htap_test_text_dup_sentence (step, HTAP_TEST_PASSED, NULL, NULL);

      g_assert_cmpstr (htap_test_text_get_title (step), !=, "");
      g_assert_true (g_str_has_suffix (running, "…"));
      g_assert_true (g_str_has_suffix (passed, "."));
    }
}

static void
test_what_was_not_tested (void)
{
  g_autofree char *waiting =
      htap_test_text_dup_sentence (HTAP_TEST_STEP_LIST, HTAP_TEST_WAITING, NULL, NULL);
  g_autofree char *skipped =
      htap_test_text_dup_sentence (HTAP_TEST_STEP_LIST, HTAP_TEST_SKIPPED, NULL, NULL);

  g_assert_cmpstr (waiting, ==, "Not tested yet.");
  g_assert_cmpstr (skipped, ==, "Not tested.");
}

/* The reason and the remedy, as everywhere. */
static void
test_failure (void)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NO_PERMISSION,
                               .subject = (char *) "gaussdb:instance:list" };
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  htap_error_set (&error, HTAP_ERROR_FORBIDDEN, &details, "technical");
  sentence = htap_test_text_dup_sentence (HTAP_TEST_STEP_LIST, HTAP_TEST_FAILED, error, source);

  g_assert_cmpstr (sentence, ==,
                   "This IAM user lacks the permission gaussdb:instance:list. Ask your account's "
                   "administrator for it, or for \"TaurusDB ReadOnlyAccess\" in this region's "
                   "project.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/test-text/every-step-has-its-words", test_every_step_has_its_words);
  g_test_add_func ("/test-text/what-was-not-tested", test_what_was_not_tested);
  g_test_add_func ("/test-text/failure", test_failure);

  return g_test_run ();
}
