/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-pause.h"

#include "htap-test.h"

static void
test_over (void)
{
  g_autoptr (HtapClock) clock = htap_clock_new_manual (0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_pause_async (clock, 500, cancellable, htap_test_on_result, &result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (result);

  htap_clock_advance (clock, 500);
  g_assert_true (htap_pause_finish (clock, htap_test_await (&result), &error));
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (void)
{
  for (guint early = 0; early < 2; early++)
    {
      g_autoptr (HtapClock) clock = htap_clock_new_manual (0);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      if (early == 1)
        g_cancellable_cancel (cancellable);
      htap_pause_async (clock, 500, cancellable, htap_test_on_result, &result);
      g_cancellable_cancel (cancellable);
      g_assert_false (htap_pause_finish (clock, htap_test_await (&result), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (htap_clock_get_next (clock), ==, -1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pause/over", test_over);
  g_test_add_func ("/pause/cancelled", test_cancelled);

  return g_test_run ();
}
