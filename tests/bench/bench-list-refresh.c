/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 3: how long the window stops while what it shows is refreshed and one in a hundred has changed.
 * All answers come within a moment, as they do over HTTP/2. */

#include "htap-bench-stops.h"
#include "htap-bench-window.h"
#include "htap-bench.h"

/* Milliseconds: one frame at 60 Hz. */
#define TARGET 16

static double
refresh (HtapBenchFleet *fleet, GtkWindow *window, guint n_changed)
{
  g_autoptr (GPtrArray) answers = htap_bench_fleet_decode (fleet, n_changed);

  htap_bench_window_settle (window);
  htap_bench_stops_begin ();
  htap_bench_fleet_begin (fleet);
  htap_bench_fleet_arrive (fleet, answers, 1);
  htap_bench_window_settle (window);

  return htap_bench_stops_end ();
}

static void
report (guint n_instances, const char *what, GArray *figures, double target)
{
  g_autofree char *name =
      g_strdup_printf ("%s, %u by name are refreshed, 1 %% changed", what, n_instances);

  htap_bench_report (
      &(HtapBenchResult){ 3, name, "ms", NULL, { htap_bench_median (figures), 0 }, target });
}

static void
measure (guint n_instances, guint n_rounds, double target)
{
  g_autoptr (HtapBenchFleet) fleet = htap_bench_fleet_new (n_instances);
  g_autoptr (GPtrArray) answers = htap_bench_fleet_decode (fleet, 0);
  GtkWindow *window = htap_bench_window_open (fleet->inventory);
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) computed = g_array_new (FALSE, FALSE, sizeof (double));

  htap_bench_fleet_merge (fleet, answers);
  for (guint i = 0; i < n_rounds; i++)
    {
      const double stop = refresh (fleet, window, i % 2 == 0 ? MAX (1, n_instances / 100) : 0);

      const double cpu = htap_bench_stops_get_cpu ();

      g_array_append_val (stops, stop);
      g_array_append_val (computed, cpu);
    }

  report (n_instances, "longest stop", stops, target);
  report (n_instances, "most computed in a stop", computed, target);
  htap_bench_window_close (window);
}

int
main (int argc, char *argv[])
{
  htap_bench_window_init ();
  measure (10, 11, 0);
  measure (1000, 11, 0);
  measure (10000, 11, TARGET);
  measure (100000, 4, 0);

  return 0;
}
