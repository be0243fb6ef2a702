/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-id.h"

#define HEX_32 "23a50154cf494ec9ad6883979a12db0a"

static void
test_verdicts (void)
{
  static const struct
  {
    HtapIdKind kind;
    const char *id;
    HtapIdVerdict verdict;
  } cases[] = {
    { HTAP_ID_PROJECT, HEX_32, HTAP_ID_VALID },
    { HTAP_ID_PROJECT, HEX_32 "in07", HTAP_ID_UNUSUAL },
    { HTAP_ID_PROJECT, "abc", HTAP_ID_UNUSUAL },
    { HTAP_ID_TAURUS, HEX_32 "in07", HTAP_ID_VALID },
    { HTAP_ID_TAURUS, HEX_32 "in17", HTAP_ID_UNUSUAL },
    { HTAP_ID_TAURUS, HEX_32, HTAP_ID_UNUSUAL },
    { HTAP_ID_TAURUS, HEX_32 "0in07", HTAP_ID_UNUSUAL },
    { HTAP_ID_TAURUS, "in07", HTAP_ID_UNUSUAL },
    { HTAP_ID_HTAP, HEX_32 "in17", HTAP_ID_VALID },
    { HTAP_ID_HTAP, HEX_32 "in16", HTAP_ID_VALID },
    { HTAP_ID_HTAP, HEX_32, HTAP_ID_UNUSUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (htap_id_check (cases[i].kind, cases[i].id), ==, cases[i].verdict);
}

/* Nothing that could change the meaning of a path gets through. */
static void
test_refused (void)
{
  static const char *const ids[] = {
    "..", "a/b", "a\\b",         "a?b", "a#b", "a%2fb", " a",
    "a ", "a\n", "a\r\nHost: b", "a-b", "ä",   "\xFF",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint kind = HTAP_ID_PROJECT; kind <= HTAP_ID_HTAP; kind++)
      g_assert_cmpint (htap_id_check (kind, ids[i]), ==, HTAP_ID_REFUSED);
}

static void
test_empty (void)
{
  g_assert_cmpint (htap_id_check (HTAP_ID_PROJECT, NULL), ==, HTAP_ID_EMPTY);
  g_assert_cmpint (htap_id_check (HTAP_ID_TAURUS, ""), ==, HTAP_ID_EMPTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/verdicts", test_verdicts);
  g_test_add_func ("/id/refused", test_refused);
  g_test_add_func ("/id/empty", test_empty);

  return g_test_run ();
}
