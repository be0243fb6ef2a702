/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-lockout.h"

#define SECOND G_USEC_PER_SEC

static void
fail (HtapDemoLockout *lockout, const char *name, guint times, gboolean locks)
{
  for (guint i = 0; i < times; i++)
    g_assert_true (htap_demo_lockout_fail (lockout, name, 1000 * SECOND) == locks);
}

static void
test_lock (void)
{
  g_autoptr (HtapDemoLockout) lockout = htap_demo_lockout_new (5, 300);

  fail (lockout, "key", 5, FALSE);
  g_assert_false (htap_demo_lockout_is_locked (lockout, "key", 1000 * SECOND));
  fail (lockout, "key", 1, TRUE);
  g_assert_true (htap_demo_lockout_is_locked (lockout, "key", 1000 * SECOND));
  g_assert_false (htap_demo_lockout_is_locked (lockout, "other", 1000 * SECOND));
  g_assert_true (htap_demo_lockout_is_locked (lockout, "key", 1299 * SECOND));
  g_assert_false (htap_demo_lockout_is_locked (lockout, "key", 1300 * SECOND));

  /* A lock that is over is forgotten. */
  fail (lockout, "key", 5, FALSE);
}

static void
test_success_between (void)
{
  g_autoptr (HtapDemoLockout) lockout = htap_demo_lockout_new (5, 300);

  fail (lockout, "key", 5, FALSE);
  htap_demo_lockout_succeed (lockout, "key");
  fail (lockout, "key", 5, FALSE);
  fail (lockout, "key", 1, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-lockout/lock", test_lock);
  g_test_add_func ("/demo-lockout/success-between", test_success_between);

  return g_test_run ();
}
