/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-clock.h"

#include <libsoup/soup.h>

static void
test_format (void)
{
  g_autofree char *text = htap_demo_clock_format (G_GINT64_CONSTANT (1578128722000701));
  g_autofree char *whole = htap_demo_clock_format (0);

  g_assert_cmpstr (text, ==, "2020-01-04T09:05:22.000701Z");
  g_assert_cmpstr (whole, ==, "1970-01-01T00:00:00.000000Z");
}

static void
test_offset (void)
{
  const HtapDemoClock clock = { .offset = -3600 };
  const gint64 before = g_get_real_time ();
  const gint64 now = htap_demo_clock_now (&clock);
  g_autofree char *header = htap_demo_clock_dup_http_date (&clock);
  g_autoptr (GDateTime) date = soup_date_time_new_from_http_string (header);

  g_assert_cmpint (now, >=, before - G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC);
  g_assert_cmpint (now, <=, g_get_real_time () - G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC);
  g_assert_true (g_str_has_suffix (header, " GMT"));
  g_assert_cmpint (g_date_time_to_unix (date), >=, now / G_USEC_PER_SEC);
  g_assert_cmpint (g_date_time_to_unix (date), <=, g_get_real_time () / G_USEC_PER_SEC - 3600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-clock/format", test_format);
  g_test_add_func ("/demo-clock/offset", test_offset);

  return g_test_run ();
}
