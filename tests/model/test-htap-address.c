/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address.h"

static void
test_order (void)
{
  static const char *const ascending[] = {
    "192.168.0.7", "192.168.0.41", "192.168.0.183", "::1", "2407:c080:1200:2075::21", "no address",
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (ascending); i++)
    {
      g_assert_cmpint (htap_address_compare_text (ascending[i], ascending[i + 1]), <, 0);
      g_assert_cmpint (htap_address_compare_text (ascending[i + 1], ascending[i]), >, 0);
    }
}

static void
test_spellings (void)
{
  g_assert_cmpint (
      htap_address_compare_text ("2407:c080:1200:2075:0:0:0:21", "2407:C080:1200:2075::21"), ==, 0);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "1.2.3", "1.2.3.256", "1.2.3.4 ", "10.0.0.0/24", NULL };
  HtapAddress address;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (htap_address_parse (texts[i], &address));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/order", test_order);
  g_test_add_func ("/address/spellings", test_spellings);
  g_test_add_func ("/address/refused", test_refused);

  return g_test_run ();
}
