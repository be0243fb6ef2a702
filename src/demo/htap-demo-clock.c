/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-clock.h"

#include <libsoup/soup.h>

/**
 * htap_demo_clock_now:
 *
 * Returns: microseconds since 1970 UTC, by this clock
 */
gint64
htap_demo_clock_now (const HtapDemoClock *self)
{
  return g_get_real_time () + self->offset * G_USEC_PER_SEC;
}

/**
 * htap_demo_clock_dup_http_date:
 *
 * Returns: (transfer full): the value of a `Date` header, by this clock
 */
char *
htap_demo_clock_dup_http_date (const HtapDemoClock *self)
{
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_utc (htap_demo_clock_now (self) / G_USEC_PER_SEC);

  return soup_date_time_to_string (now, SOUP_DATE_HTTP);
}

/**
 * htap_demo_clock_format:
 * @time: microseconds since 1970 UTC
 *
 * Returns: (transfer full): `2020-01-04T09:05:22.701000Z`, as IAM writes times
 */
char *
htap_demo_clock_format (gint64 time)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%06dZ", text, (int) (time % G_USEC_PER_SEC));
}
