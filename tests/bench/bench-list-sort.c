/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 9: how long the window stops when its list is sorted by something else. */

#include "htap-bench-stops.h"
#include "htap-bench-window.h"
#include "htap-bench.h"

/* Milliseconds for 10,000 instances. */
#define TARGET 45

typedef struct
{
  HtapFieldIndex field;
  const char *name;
  GArray *stops;
  GArray *computed;
} Sort;

static void
run (GtkWindow *window, Sort *sort)
{
  double stop, cpu;

  htap_bench_stops_begin ();
  htap_instance_view_set_sort (htap_bench_window_get_view (window), sort->field, FALSE);
  htap_bench_window_settle (window);
  stop = htap_bench_stops_end ();
  cpu = htap_bench_stops_get_cpu ();
  g_array_append_val (sort->stops, stop);
  g_array_append_val (sort->computed, cpu);
}

static void
report (const Sort *sort, const char *what, GArray *figures, guint n_instances, double target)
{
  g_autofree char *name = g_strdup_printf ("%s, %u are sorted by %s", what, n_instances, sort->name);

  htap_bench_report (
      &(HtapBenchResult){ 9, name, "ms", NULL, { htap_bench_median (figures), 0 }, target });
}

static void
measure (guint n_instances, guint n_rounds, double target)
{
  Sort sorts[] = { { HTAP_FIELD_DATA_VIP, "address", NULL, NULL },
                   { HTAP_FIELD_CREATE_AT, "time", NULL, NULL },
                   { HTAP_FIELD_NAME, "name", NULL, NULL } };
  g_autoptr (HtapBenchFleet) fleet = htap_bench_fleet_new (n_instances);
  g_autoptr (GPtrArray) answers = htap_bench_fleet_decode (fleet, 0);
  GtkWindow *window = htap_bench_window_open (fleet->inventory);

  htap_bench_fleet_merge (fleet, answers);
  htap_bench_window_settle (window);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      sorts[i].stops = g_array_new (FALSE, FALSE, sizeof (double));
      sorts[i].computed = g_array_new (FALSE, FALSE, sizeof (double));
    }

  for (guint i = 0; i < n_rounds; i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorts); j++)
      run (window, &sorts[j]);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      report (&sorts[i], "longest stop", sorts[i].stops, n_instances, target);
      report (&sorts[i], "most computed in a stop", sorts[i].computed, n_instances, target);
      g_array_unref (sorts[i].stops);
      g_array_unref (sorts[i].computed);
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
