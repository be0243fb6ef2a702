/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-text-match.h"

static void
test_fits (void)
{
  static const struct
  {
    const char *text;
    const char *needle;
    HtapSearchFit fit;
    gboolean found;
  } cases[] = {
    { "abnormal", "normal", HTAP_SEARCH_ANYWHERE, TRUE },
    { "Abnormal", "normal", HTAP_SEARCH_AT_WORD, FALSE },
    { "abnormal, Normal", "norm", HTAP_SEARCH_AT_WORD, TRUE },
    { "状态异常", "异常", HTAP_SEARCH_AT_WORD, TRUE },
    { "db 10.0.0.5", "10.0.0.5", HTAP_SEARCH_WHOLE_WORDS, TRUE },
    { "10.0.0.55", "10.0.0.5", HTAP_SEARCH_WHOLE_WORDS, FALSE },
    { "fe80::1", "::1", HTAP_SEARCH_WHOLE_WORDS, FALSE },
    { "10.0.0.5", "10.0.", HTAP_SEARCH_PREFIX, TRUE },
    { "1.10.0.5", "10.0.", HTAP_SEARCH_PREFIX, FALSE },
    { "Prod", "prod", HTAP_SEARCH_EQUAL, TRUE },
    { "prod2", "prod", HTAP_SEARCH_EQUAL, FALSE },
    { NULL, "prod", HTAP_SEARCH_ANYWHERE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (htap_search_raw_has (cases[i].text, cases[i].needle, cases[i].fit), ==,
                     cases[i].found);
}

/* However long the value is, and wherever its last letters are. */
static void
test_lengths (void)
{
  for (gsize length = 1; length < 300; length++)
    {
      g_autofree char *filling = g_strnfill (length, 'A');
      g_autofree char *ascii = g_strconcat (filling, "B", NULL);
      g_autofree char *wide = g_strconcat (filling, "Ｂ", NULL);

      g_assert_true (htap_search_raw_has (ascii, "ab", HTAP_SEARCH_ANYWHERE));
      g_assert_true (htap_search_raw_has (wide, "ab", HTAP_SEARCH_ANYWHERE));
      g_assert_false (htap_search_raw_has (filling, "b", HTAP_SEARCH_ANYWHERE));
      g_assert_false (htap_search_raw_has (ascii, filling, HTAP_SEARCH_EQUAL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-text-match/fits", test_fits);
  g_test_add_func ("/search-text-match/lengths", test_lengths);

  return g_test_run ();
}
