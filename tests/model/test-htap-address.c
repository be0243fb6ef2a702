/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address.h"

#include <arpa/inet.h>

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

/* What inet_pton() makes of @text. */
static void
assert_as_usual (const char *text)
{
  guint8 expected[4] = { 0 };
  gboolean is_address = inet_pton (AF_INET, text, expected) == 1;
  HtapAddress address;

  g_assert_true (htap_address_parse (text, &address) == is_address);
  g_assert_false (address.is_ipv6);
  /* Zero where it is none. */
  g_assert_cmpmem (address.bytes + 12, 4, expected, 4);
}

static void
test_ipv4 (void)
{
  static const char letters[] = "0012259.... ";
  static const char *const texts[] = { "0.0.0.0",    "255.255.255.255",  "256.0.0.1", "1.2.3.04",
                                       "1.2.3.00",   "1.2.3.0004",       "1.2.3",     "1.2.3.4.",
                                       "1.2.3.4.5",  ".1.2.3.4",         "1..2.3",    "1.2.3.4 ",
                                       " 1.2.3.4",   "1.2.3.4000",       "+1.2.3.4",  "1.2.3.-4",
                                       "0x1.2.3.4",  "1.2.3.4/8",        "10.0.0.5",  "",
                                       "4294967296", "1.2.3.99999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_as_usual (texts[i]);

  for (guint i = 0; i < 200000; i++)
    {
      char text[16];
      guint length = (guint) g_test_rand_int_range (5, 14);

      for (guint j = 0; j < length; j++)
        text[j] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      text[length] = '\0';
      assert_as_usual (text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/order", test_order);
  g_test_add_func ("/address/spellings", test_spellings);
  g_test_add_func ("/address/refused", test_refused);
  g_test_add_func ("/address/ipv4", test_ipv4);

  return g_test_run ();
}
