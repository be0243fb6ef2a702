/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-step.h"

/* Scripts read them: each step and each state has its word, and no other has the same. */
static void
test_ids (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (HtapTestStep step = HTAP_TEST_STEP_REACH; step < HTAP_N_TEST_STEPS; step++)
    {
      g_assert_nonnull (htap_test_step_get_id (step));
      g_assert_true (g_hash_table_add (ids, (char *) htap_test_step_get_id (step)));
    }

  for (HtapTestState state = HTAP_TEST_WAITING; state <= HTAP_TEST_SKIPPED; state++)
    {
      g_assert_nonnull (htap_test_state_get_id (state));
      g_assert_true (g_hash_table_add (ids, (char *) htap_test_state_get_id (state)));
    }

  g_assert_cmpstr (htap_test_step_get_id (HTAP_TEST_STEP_SIGN_IN), ==, "sign-in");
  g_assert_cmpstr (htap_test_state_get_id (HTAP_TEST_SKIPPED), ==, "skipped");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/test-step/ids", test_ids);

  return g_test_run ();
}
