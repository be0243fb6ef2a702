/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-collation.h"

static void
test_order (void)
{
  static const char *const ascending[] = {
    "",          "3.1.6",  "3.1.15",  "3.1.15.80", "12345678901234567890123",
    "htap",      "htap-2", "htap-10", "htap-10b",  "HTAP-11",
    "htap-011b", "华为",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        int order = htap_collate_natural (ascending[i], ascending[j]);

        g_assert_cmpint (CLAMP (order, -1, 1), ==, CLAMP ((int) i - (int) j, -1, 1));
      }
}

/* Equal for a person, but not the same: the order must not depend on which came first. */
static void
test_spellings (void)
{
  static const char *const pairs[][2] = { { "htap-7", "htap-07" }, { "a", "A" }, { "0", "00" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      int order = htap_collate_natural (pairs[i][0], pairs[i][1]);
      int reverse = htap_collate_natural (pairs[i][1], pairs[i][0]);

      g_assert_cmpint (order, !=, 0);
      g_assert_cmpint (CLAMP (order, -1, 1), ==, -CLAMP (reverse, -1, 1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collation/order", test_order);
  g_test_add_func ("/collation/spellings", test_spellings);

  return g_test_run ();
}
