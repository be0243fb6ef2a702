/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 8, the second figure: which instances a search finds, without a window. */

#include "htap-bench-fleet.h"
#include "htap-bench.h"
#include "htap-search.h"

/* Milliseconds for 10,000 instances. */
#define TARGET 5

typedef struct
{
  GListModel *instances;
  const char *text;
} Work;

/* What the filter does at a key. */
static double
run (gpointer data)
{
  const Work *work = data;
  const double start = htap_bench_now_ms ();
  g_autoptr (HtapSearch) search = htap_search_new_among (work->text, work->instances);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (work->instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (work->instances, i);

      n_found += htap_search_matches (search, instance);
    }
  g_assert (n_found <= g_list_model_get_n_items (work->instances));

  return htap_bench_now_ms () - start;
}

static void
measure (Work *work, double target)
{
  static const struct
  {
    const char *what;
    const char *text;
  } searches[] = {
    { "a word that nobody has", "nobody" },
    { "the begin of a name", "htap-0012" },
    { "an address", "10.64.3.7" },
    { "an address that nobody has", "172.16.0.1" },
    { "a network", "10.64.0.0/14" },
    { "the line of a log", "jdbc:mysql://10.64.3.7:3306/orders" },
    { "a status", "status:abnormal" },
    { "three conditions", "region:cn-north-4 nodes:>=3 -star" },
  };
  const guint n_instances = g_list_model_get_n_items (work->instances);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *name =
          g_strdup_printf ("match %s among %u", searches[i].what, n_instances);
      g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (double));

      work->text = searches[i].text;
      run (work);
      for (guint j = 0; j < 11; j++)
        {
          const double figure = run (work);

          g_array_append_val (figures, figure);
        }
      htap_bench_report (&(HtapBenchResult){
          8, name, "ms", NULL, { htap_bench_median (figures), 0 }, target });
    }
}

static void
measure_among (guint n_instances, double target)
{
  g_autoptr (HtapBenchFleet) fleet = htap_bench_fleet_new (n_instances);
  g_autoptr (GPtrArray) answers = htap_bench_fleet_decode (fleet, 0);
  Work work = { htap_inventory_get_instances (fleet->inventory), NULL };

  htap_bench_fleet_merge (fleet, answers);
  measure (&work, target);
}

int
main (int argc, char *argv[])
{
  measure_among (10, 0);
  measure_among (1000, 0);
  measure_among (10000, TARGET);
  measure_among (100000, 0);

  return 0;
}
