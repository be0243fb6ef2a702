/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-bench-stops.h"

#include "htap-bench.h"

/* A poll function gets no data: one watch at a time. */
static GPollFunc usual_poll;
static double busy_since;
static double longest;

static int
poll_and_look (GPollFD *descriptors, guint n_descriptors, int timeout)
{
  int n_ready;

  longest = MAX (longest, htap_bench_now_ms () - busy_since);
  n_ready = usual_poll (descriptors, n_descriptors, timeout);
  busy_since = htap_bench_now_ms ();

  return n_ready;
}

/**
 * htap_bench_stops_begin:
 *
 * Watches the main loop of the default context: how long it is away from its poll, which is how
 * long nothing that happens on the screen is noticed. Adds no source and no wake-up of its own.
 */
void
htap_bench_stops_begin (void)
{
  g_assert (usual_poll == NULL);

  usual_poll = g_main_context_get_poll_func (NULL);
  busy_since = htap_bench_now_ms ();
  longest = 0;
  g_main_context_set_poll_func (NULL, poll_and_look);
}

/**
 * htap_bench_stops_end:
 *
 * Returns: the longest stop since htap_bench_stops_begin(), in milliseconds
 */
double
htap_bench_stops_end (void)
{
  longest = MAX (longest, htap_bench_now_ms () - busy_since);
  g_main_context_set_poll_func (NULL, usual_poll);
  usual_poll = NULL;

  return longest;
}
