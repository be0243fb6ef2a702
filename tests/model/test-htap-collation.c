/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-collation.h"

#include <string.h>

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

/* However short the key is, it never says the contrary. */
static void
test_begin (void)
{
  static const char *const texts[] = { "",        "0",       "00",     "007",     "7",     "12",
                                       "3.1.6",   "3.1.15",  "a",      "A",       "a-",    "a0",
                                       "a:",      "a/",      "htap-2", "htap-10", "HTAP-9", "华为",
                                       "1234567", "1234568", "a1b22",  "a1b9" };
  g_autofree char *long_number = g_strnfill (300, '8');
  g_autofree char *longer_number = g_strnfill (301, '1');

  for (gsize size = 1; size <= 8; size++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          guint8 one[8], other[8];
          int order;

          htap_collate_natural_begin (texts[i], one, size);
          htap_collate_natural_begin (texts[j], other, size);
          order = memcmp (one, other, size);
          if (order != 0)
            g_assert_true ((order < 0) == (htap_collate_natural (texts[i], texts[j]) < 0));
        }

  for (gsize size = 1; size <= 300; size += 23)
    {
      guint8 one[300], other[300];

      htap_collate_natural_begin (long_number, one, size);
      htap_collate_natural_begin (longer_number, other, size);
      g_assert_cmpint (memcmp (one, other, size), <=, 0);
    }
}

/* What it is there for: it reaches as far as there is room. */
static void
test_begin_tells_apart (void)
{
  guint8 one[16], other[16];

  htap_collate_natural_begin ("3.1.15.80", one, sizeof one);
  htap_collate_natural_begin ("3.1.6.80", other, sizeof other);
  g_assert_cmpint (memcmp (one, other, sizeof one), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collation/order", test_order);
  g_test_add_func ("/collation/spellings", test_spellings);
  g_test_add_func ("/collation/begin", test_begin);
  g_test_add_func ("/collation/begin-tells-apart", test_begin_tells_apart);

  return g_test_run ();
}
