/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-bench.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Milliseconds since some time in the past. */
double
htap_bench_now_ms (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* Milliseconds of processor time that all threads of this process have used. */
double
htap_bench_cpu_ms (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

/* Resident memory of this process, in megabytes of 1,000,000 bytes. */
double
htap_bench_resident (void)
{
  g_autofree char *text = NULL;
  unsigned long size, resident;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%lu %lu", &size, &resident) != 2)
    g_error ("/proc/self/statm cannot be read");

  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * htap_bench_median:
 * @figures: (element-type double): at least one; sorted by this
 */
double
htap_bench_median (GArray *figures)
{
  const guint middle = figures->len / 2;

  g_assert (figures->len > 0);
  g_array_sort (figures, compare);
  if (figures->len % 2 == 1)
    return g_array_index (figures, double, middle);

  return (g_array_index (figures, double, middle - 1) + g_array_index (figures, double, middle)) /
         2;
}

static void
measure (HtapBenchRun run, gpointer data, GArray *figures)
{
  const double figure = run (data);

  g_array_append_val (figures, figure);
}

/**
 * htap_bench_interleave:
 * @n_rounds: how often each of the two is run, after once that does not count
 *
 * Runs the two in turns, so that whatever else the machine does concerns both alike, and now one
 * goes first, now the other.
 */
HtapBenchPair
htap_bench_interleave (guint n_rounds, HtapBenchRun work, HtapBenchRun reference, gpointer data)
{
  g_autoptr (GArray) of_work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) of_reference = g_array_new (FALSE, FALSE, sizeof (double));

  work (data);
  reference (data);
  for (guint i = 0; i < n_rounds; i++)
    {
      if (i % 2 == 0)
        measure (work, data, of_work);
      measure (reference, data, of_reference);
      if (i % 2 == 1)
        measure (work, data, of_work);
    }

  return (HtapBenchPair){ htap_bench_median (of_work), htap_bench_median (of_reference) };
}

/* For the summary at the end: see results.py. */
static void
keep (const HtapBenchResult *result)
{
  const char *path = g_getenv ("HTAP_BENCH_RESULTS");
  g_autofree char *line = NULL;
  FILE *file;

  if (path == NULL)
    return;

  line = g_strdup_printf ("%u\t%s\t%s\t%.6g\t%s\t%.6g\t%g\n", result->number, result->work,
                          result->unit, result->figures.work,
                          result->reference != NULL ? result->reference : "",
                          result->figures.reference, result->target);
  file = fopen (path, "a");
  if (file == NULL || fputs (line, file) < 0 || fclose (file) != 0)
    g_error ("%s cannot be written", path);
}

static const char *
judge (double reached, double target)
{
  if (target <= 0)
    return "";

  return reached <= target ? ", met" : ", MISSED";
}

/**
 * htap_bench_report:
 *
 * Prints one line: figure, reference, ratio, target, met or missed. Never fails because something
 * took long.
 */
void
htap_bench_report (const HtapBenchResult *result)
{
  const HtapBenchPair *figures = &result->figures;
  g_autofree char *target = g_strdup_printf ("%g", result->target);

  g_print ("%2u  %s: %.4g %s", result->number, result->work, figures->work, result->unit);
  if (result->reference != NULL)
    g_print ("; %s: %.4g %s; ratio %.2f, target %s%s\n", result->reference, figures->reference,
             result->unit, figures->work / figures->reference, result->target > 0 ? target : "none",
             judge (figures->work / figures->reference, result->target));
  else
    g_print ("; target %s%s\n", result->target > 0 ? target : "none",
             judge (figures->work, result->target));

  keep (result);
}
