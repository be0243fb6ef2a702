/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 4: how long the window stops when the first answers come, all of them within a moment as they do
 * over HTTP/2, by GTK alone: as many rows and columns of empty cells.
 * 7: what 500 answers cost that come over three seconds, by one single merge of them. */

#include "htap-bench-cells.h"
#include "htap-bench-stops.h"
#include "htap-bench-window.h"
#include "htap-bench.h"

#define TARGET_FILL    1.6
#define TARGET_ANSWERS 2

/* Milliseconds from eight answers to the next ones: of a service that takes 50 ms. */
#define INTERVAL 50

typedef struct
{
  guint n_instances;
  gboolean computed; /* not the longest stop, but the most that is computed in one */
} Work;

static double
end_stops (const Work *work)
{
  const double stop = htap_bench_stops_end ();

  return work->computed ? htap_bench_stops_get_cpu () : stop;
}

static double
fill (gpointer data)
{
  const Work *work = data;
  g_autoptr (HtapBenchFleet) fleet = htap_bench_fleet_new (work->n_instances);
  g_autoptr (GPtrArray) answers = htap_bench_fleet_decode (fleet, 0);
  GtkWindow *window = htap_bench_window_open (fleet->inventory);
  double stop;

  htap_bench_stops_begin ();
  htap_bench_fleet_begin (fleet);
  htap_bench_fleet_arrive (fleet, answers, 1);
  htap_bench_window_settle (window);
  stop = end_stops (work);
  htap_bench_window_close (window);

  return stop;
}

static double
fill_with_cells (gpointer data)
{
  const Work *work = data;
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWindow *window;
  guint n_columns;
  double stop;

  htap_field_get_default_columns (&n_columns);
  window = htap_bench_window_open_plain (htap_bench_cells_new (G_LIST_MODEL (store), n_columns));
  for (guint i = 0; i < MIN (work->n_instances, HTAP_BENCH_CELLS_MOST_ROWS); i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));

  htap_bench_stops_begin ();
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  htap_bench_window_settle (window);
  stop = end_stops (work);
  htap_bench_window_close (window);

  return stop;
}

static void
arrive (HtapBenchFleet *fleet, GPtrArray *answers)
{
  htap_bench_fleet_arrive (fleet, answers, INTERVAL);
}

/* @how: how the answers come. Returns: processor time in milliseconds */
static double
take_in (const Work *work, void (*how) (HtapBenchFleet *fleet, GPtrArray *answers))
{
  g_autoptr (HtapBenchFleet) fleet = htap_bench_fleet_new (work->n_instances);
  g_autoptr (GPtrArray) answers = htap_bench_fleet_decode (fleet, 0);
  GtkWindow *window = htap_bench_window_open (fleet->inventory);
  const double start = htap_bench_cpu_ms ();
  double figure;

  htap_bench_fleet_begin (fleet);
  how (fleet, answers);
  htap_bench_window_settle (window);
  figure = htap_bench_cpu_ms () - start;
  htap_bench_window_close (window);

  return figure;
}

static double
take_in_one_by_one (gpointer data)
{
  return take_in (data, arrive);
}

static double
take_in_at_once (gpointer data)
{
  return take_in (data, htap_bench_fleet_merge);
}

static void
measure_fill (guint n_instances, guint n_rounds, double target)
{
  for (int computed = FALSE; computed <= TRUE; computed++)
    {
      Work work = { n_instances, computed };
      g_autofree char *name =
          g_strdup_printf ("%s, first fill of %u, by name",
                           computed ? "most computed in a stop" : "longest stop", n_instances);

      htap_bench_report (&(HtapBenchResult){
          4, name, "ms", "GTK builds as many rows of empty cells",
          htap_bench_interleave (n_rounds, fill, fill_with_cells, &work), target });
    }
}

static void
measure_answers (guint n_answers, guint n_rounds, double target)
{
  Work work = { n_answers * HTAP_BENCH_FLEET_SHARE, FALSE };
  g_autofree char *name = g_strdup_printf (
      "processor time, %u answers over time, shown by name", n_answers);

  htap_bench_report (&(HtapBenchResult){
      7, name, "ms", "one merge of all of them",
      htap_bench_interleave (n_rounds, take_in_one_by_one, take_in_at_once, &work), target });
}

int
main (int argc, char *argv[])
{
  htap_bench_window_init ();
  measure_fill (10, 7, 0);
  measure_fill (1000, 7, 0);
  measure_fill (10000, 7, TARGET_FILL);
  measure_fill (100000, 2, 0);
  measure_answers (50, 3, 0);
  measure_answers (500, 5, TARGET_ANSWERS);

  return 0;
}
