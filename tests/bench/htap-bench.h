/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapBenchRun:
 * @data: what the benchmark runs on
 *
 * Does the work once. Measures by itself, so that preparing and clearing up can be left out.
 *
 * Returns: the figure of this run, in whatever unit: milliseconds, bytes
 */
typedef double (*HtapBenchRun) (gpointer data);

/**
 * HtapBenchPair:
 * @work: the figure of what is measured
 * @reference: the figure of what it is measured by
 *
 * Two medians of one and the same run.
 */
typedef struct {
  double work;
  double reference;
} HtapBenchPair;

/**
 * HtapBenchResult:
 * @number: of the benchmark, as in the table of README.md
 * @work: what was measured; English, short
 * @unit: `ms`, `MB`, …
 * @reference: (nullable): what it is measured by, %NULL if the target is an absolute figure
 * @figures: @reference stays 0 without a reference
 * @target: greatest ratio, or without a reference greatest figure; 0 if there is none, for a row
 *   that only shows how something grows
 */
typedef struct {
  guint         number;
  const char   *work;
  const char   *unit;
  const char   *reference;
  HtapBenchPair figures;
  double        target;
} HtapBenchResult;

double        htap_bench_now_ms     (void);
double        htap_bench_cpu_ms     (void);
double        htap_bench_resident   (void);
double        htap_bench_median     (GArray                *figures);
HtapBenchPair htap_bench_interleave (guint                  n_rounds,
                                     HtapBenchRun           work,
                                     HtapBenchRun           reference,
                                     gpointer               data);
void          htap_bench_report     (const HtapBenchResult *result);

G_END_DECLS
