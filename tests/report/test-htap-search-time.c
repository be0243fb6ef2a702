/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-time.h"

#define MINUTE    G_GINT64_CONSTANT (60000)
#define DAY       (24 * 60 * MINUTE)
#define JANUARY_1 (G_GINT64_CONSTANT (1767225600) * 1000) /* 2026 */

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    gint64 start;
    gint64 length;
  } cases[] = {
    { "2026", JANUARY_1, 365 * DAY },
    { "2026-01", JANUARY_1, 31 * DAY },
    { "2026/1/2", JANUARY_1 + DAY, DAY },
    { "2026-01-01 10:00", JANUARY_1 + 600 * MINUTE, MINUTE },
    { "2026-01-01t10:00:30z", JANUARY_1 + 600 * MINUTE + 30000, 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 start, end;

      g_assert_true (htap_search_time_parse (cases[i].text, &start, &end));
      g_assert_cmpint (start, ==, cases[i].start);
      g_assert_cmpint (end - start, ==, cases[i].length);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "z",
    "202",
    "20260",
    "2026-",
    "2026-13",
    "2026-02-30",
    "2026-01-01t10",
    "2026-01-01 10:00 ",
    "x",
  };
  gint64 start, end;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (htap_search_time_parse (texts[i], &start, &end));
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-time/spans", test_spans);
  g_test_add_func ("/search-time/refused", test_refused);

  return g_test_run ();
}
