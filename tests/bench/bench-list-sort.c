/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 9: how long the window stops when its list is sorted by something else. */

#include "htap-bench-stops.h"
#include "htap-bench-window.h"
#include "htap-bench.h"

/* Milliseconds for 10,000 instances. */
#define TARGET 45

static double
sort_by (GtkWindow *window, HtapFieldIndex field)
{
  htap_bench_stops_begin ();
  htap_instance_view_set_sort (htap_bench_window_get_view (window), field, FALSE);
  htap_bench_window_settle (window);

  return htap_bench_stops_end ();
}

static void
measure (guint n_instances, guint n_rounds, double target)
{
  static const struct
  {
    HtapFieldIndex field;
    const char *name;
  } sorts[] = { { HTAP_FIELD_DATA_VIP, "address" },
                { HTAP_FIELD_CREATE_AT, "time" },
                { HTAP_FIELD_NAME, "name" } };
  g_autoptr (HtapBenchFleet) fleet = htap_bench_fleet_new (n_instances);
  g_autoptr (GPtrArray) answers = htap_bench_fleet_decode (fleet, 0);
  GtkWindow *window = htap_bench_window_open (fleet->inventory);
  GArray *figures[G_N_ELEMENTS (sorts)];

  htap_bench_fleet_merge (fleet, answers);
  htap_bench_window_settle (window);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    figures[i] = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_rounds; i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorts); j++)
      {
        const double stop = sort_by (window, sorts[j].field);

        g_array_append_val (figures[j], stop);
      }

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *name = g_strdup_printf ("longest stop, %u shown are sorted by %s",
                                               n_instances, sorts[i].name);

      htap_bench_report (&(HtapBenchResult){
          9, name, "ms", NULL, { htap_bench_median (figures[i]), 0 }, target });
      g_array_unref (figures[i]);
    }
  htap_bench_window_close (window);
}

int
main (int argc, char *argv[])
{
  htap_bench_window_init ();
  measure (10, 11, 0);
  measure (1000, 11, 0);
  measure (10000, 11, TARGET);
  measure (100000, 3, 0);

  return 0;
}
