/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 8: from a key in the search to the frame after which nothing moves any more, by the same key with
 * the answer of every instance known beforehand: what GTK takes to show other rows is in both. What
 * the window waits after a key, for the next one, is in neither. */

#include "htap-bench-window.h"
#include "htap-bench.h"
#include "htap-instance-filter.h"

#define TARGET 1.5

typedef struct
{
  GtkWindow *window;
  const char *before;
  const char *after;
} Work;

/* Those that are known to match: a filter gets no data. */
static GHashTable *known;
static gboolean (*usual_match) (GtkFilter *self, gpointer item);

static gboolean
match_known (GtkFilter *filter, gpointer item)
{
  return g_hash_table_contains (known, item);
}

static void
learn (GtkWindow *window)
{
  GListModel *shown = htap_instance_view_get_shown (htap_bench_window_get_view (window));

  g_clear_pointer (&known, g_hash_table_unref);
  known = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (shown, i);

      g_hash_table_add (known, instance);
    }
}

static void
prepare (Work *work)
{
  htap_bench_window_search (work->window, work->before);
  htap_bench_window_settle (work->window);
}

static double
type (Work *work)
{
  const double start = htap_bench_now_ms ();

  htap_bench_window_search (work->window, work->after);

  return htap_bench_window_settle (work->window) - start;
}

static double
run_work (gpointer data)
{
  prepare (data);

  return type (data);
}

static double
run_reference (gpointer data)
{
  GtkFilterClass *klass = g_type_class_peek (HTAP_TYPE_INSTANCE_FILTER);
  double figure;

  prepare (data);
  usual_match = klass->match;
  klass->match = match_known;
  figure = type (data);
  klass->match = usual_match;

  return figure;
}

static void
measure (guint n_instances, guint n_rounds, double target)
{
  static const struct
  {
    const char *what;
    const char *before;
    const char *after;
  } keys[] = {
    { "that leaves a tenth", "htap-00", "htap-001" },
    { "that leaves one", "htap-00000", "htap-000004" },
    { "that leaves all", "hta", "htap" },
  };
  g_autoptr (HtapBenchFleet) fleet = htap_bench_fleet_new (n_instances);
  g_autoptr (GPtrArray) answers = htap_bench_fleet_decode (fleet, 0);
  Work work = { htap_bench_window_open (fleet->inventory), NULL, NULL };

  htap_bench_fleet_merge (fleet, answers);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strdup_printf ("a key %s of %u, to the settled frame",
                                               keys[i].what, n_instances);

      work.before = keys[i].before;
      work.after = keys[i].after;
      run_work (&work);
      learn (work.window);
      htap_bench_report (&(HtapBenchResult){
          8, name, "ms", "matching known beforehand",
          htap_bench_interleave (n_rounds, run_work, run_reference, &work), target });
    }
  htap_bench_window_close (work.window);
  g_clear_pointer (&known, g_hash_table_unref);
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
