/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-bench-stops.h"

#include "htap-bench.h"

#include <time.h>

/* A poll function gets no data: one watch at a time. */
static GPollFunc usual_poll;
static double busy_since, longest;
static double cpu_since, longest_cpu;

/* Of this thread, which runs the main loop. */
static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
begin_stop (void)
{
  busy_since = htap_bench_now_ms ();
  cpu_since = get_cpu_ms ();
}

static void
end_stop (void)
{
  longest = MAX (longest, htap_bench_now_ms () - busy_since);
  longest_cpu = MAX (longest_cpu, get_cpu_ms () - cpu_since);
}

static int
poll_and_look (GPollFD *descriptors, guint n_descriptors, int timeout)
{
  int n_ready;

  end_stop ();
  n_ready = usual_poll (descriptors, n_descriptors, timeout);
  begin_stop ();

  return n_ready;
}

/**
 * htap_bench_stops_begin:
 *
 * Watches the main loop of the default context: how long it is away from its poll, which is how long
 * nothing that happens on the screen is noticed. Adds no source and no wake-up of its own.
 */
void
htap_bench_stops_begin (void)
{
  g_assert (usual_poll == NULL);

  usual_poll = g_main_context_get_poll_func (NULL);
  longest = 0;
  longest_cpu = 0;
  begin_stop ();
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
  end_stop ();
  g_main_context_set_poll_func (NULL, usual_poll);
  usual_poll = NULL;

  return longest;
}

/**
 * htap_bench_stops_get_cpu:
 *
 * Returns: of the watch that ended last, the most that the main loop's thread computed in a stop,
 *   in milliseconds. That leaves out what it waited for: the X server, but also a processor that
 *   others use, which on a machine that is not idle is most of the longest stop
 */
double
htap_bench_stops_get_cpu (void)
{
  return longest_cpu;
}
