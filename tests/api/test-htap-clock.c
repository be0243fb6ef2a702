/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-clock.h"

#include "htap-test.h"

static void
on_ring (gpointer user_data)
{
  (*(guint *) user_data)++;
}

static gboolean
has_rung (gpointer user_data)
{
  return *(guint *) user_data > 0;
}

static void
test_real (void)
{
  g_autoptr (HtapClock) clock = htap_clock_new ();
  gint64 before = g_get_real_time ();
  guint n_rung = 0, n_freed = 0;
  HtapAlarm *freed = htap_clock_add_alarm (clock, 0, on_ring, &n_freed);
  g_autoptr (HtapAlarm) alarm G_GNUC_UNUSED = htap_clock_add_alarm (clock, 2000, on_ring, &n_rung);

  htap_alarm_free (freed);
  htap_test_wait_until (has_rung, &n_rung, "an alarm");
  g_assert_cmpuint (n_rung, ==, 1);
  g_assert_cmpuint (n_freed, ==, 0);
  g_assert_cmpint (htap_clock_get_now (clock), >=, before + 2000);
}

static void
test_chance (void)
{
  g_autoptr (HtapClock) clock = htap_clock_new ();
  g_autoptr (HtapClock) manual = htap_clock_new_manual (0);
  double least = 1.0, most = 0.0;

  for (guint i = 0; i < 1000; i++)
    {
      double chance = htap_clock_get_chance (clock);

      g_assert_true (chance >= 0.0 && chance <= 1.0);
      least = MIN (least, chance);
      most = MAX (most, chance);
    }

  g_assert_true (least < 0.2 && most > 0.8);
  g_assert_true (htap_clock_get_chance (manual) >= 1.0);
}

static void
test_manual (void)
{
  g_autoptr (HtapClock) clock = htap_clock_new_manual (1000);
  guint n_early = 0, n_late = 0;
  g_autoptr (HtapAlarm) late = htap_clock_add_alarm (clock, 300, on_ring, &n_late);
  g_autoptr (HtapAlarm) early G_GNUC_UNUSED = htap_clock_add_alarm (clock, 100, on_ring, &n_early);

  g_assert_cmpint (htap_clock_get_next (clock), ==, 100);
  htap_clock_advance (clock, 99);
  g_assert_cmpuint (n_early, ==, 0);
  htap_clock_advance (clock, 1);
  g_assert_cmpuint (n_early, ==, 1);
  g_assert_cmpint (htap_clock_get_now (clock), ==, 1100);
  g_assert_cmpint (htap_clock_get_next (clock), ==, 200);

  g_clear_pointer (&late, htap_alarm_free);
  g_assert_cmpint (htap_clock_get_next (clock), ==, -1);
  htap_clock_advance (clock, 1000);
  g_assert_cmpuint (n_early, ==, 1);
  g_assert_cmpuint (n_late, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/real", test_real);
  g_test_add_func ("/clock/chance", test_chance);
  g_test_add_func ("/clock/manual", test_manual);

  return g_test_run ();
}
