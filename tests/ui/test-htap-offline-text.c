/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-offline-text.h"

#include "htap-error.h"

/* 2024-03-22 14:02:31 UTC, 13:40:05, and the day before at 23:59:00. */
#define NOW       G_GINT64_CONSTANT (1711116151)
#define EARLIER   (NOW - 22 * 60 - 26)
#define YESTERDAY (NOW - 14 * 3600 - 3 * 60 - 31)

static const struct
{
  const char *name;
  gboolean cut_off;
  gint64 oldest;
  gboolean has_failed;
  HtapError failed;
  gboolean one_cause;
  const char *text; /* NULL: nothing is said */
} cases[] = {
  { "online", FALSE, EARLIER, FALSE, 0, FALSE, NULL },
  { "data", TRUE, EARLIER, FALSE, 0, FALSE, "Offline. Showing data from 13:40." },
  { "old-data", TRUE, YESTERDAY, FALSE, 0, FALSE, "Offline. Showing data from 2024-03-21 23:59." },
  { "no-data", TRUE, 0, FALSE, 0, FALSE, "Offline. Everything is read when the network is back." },
  /* Somebody tried, and is told that already. */
  { "tried", TRUE, EARLIER, TRUE, HTAP_ERROR_NETWORK, TRUE, NULL },
  { "tried-in-vain", TRUE, 0, TRUE, HTAP_ERROR_NETWORK, TRUE, NULL },
  /* That says nothing of the network. */
  { "some-failed", TRUE, EARLIER, TRUE, HTAP_ERROR_NETWORK, FALSE,
    "Offline. Showing data from 13:40." },
  { "refused", TRUE, EARLIER, TRUE, HTAP_ERROR_FORBIDDEN, TRUE,
    "Offline. Showing data from 13:40." },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapProfile) profile = htap_profile_new ("1");
      g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "23a5", "ain07");
      HtapViewState state = { .cut_off = cases[i].cut_off,
                              .oldest = cases[i].oldest,
                              .one_cause = cases[i].one_cause };
      g_autofree char *text = NULL;

      if (cases[i].has_failed)
        {
          g_autoptr (GError) error = NULL;

          htap_error_set (&error, cases[i].failed, NULL, "as if");
          htap_source_fail (source, error);
          state.failed = source;
        }
      text = htap_offline_text_dup (&state, NOW);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/offline-text/texts", test_texts);

  return g_test_run ();
}
