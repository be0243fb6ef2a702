/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-range.h"

static void
test_has (void)
{
  static const struct
  {
    const char *range;
    const char *address;
    gboolean has;
  } cases[] = {
    { "10.0.0.5", "10.0.0.5", TRUE },
    { "10.0.0.5", "10.0.0.55", FALSE },
    { "10.0.0.0/24", "10.0.0.255", TRUE },
    { "10.0.0.77/24", "10.0.0.255", TRUE },
    { "10.0.0.0/24", "10.0.1.0", FALSE },
    { "10.0.0.0/23", "10.0.1.255", TRUE },
    { "10.0.0.0/23", "10.0.2.0", FALSE },
    { "0.0.0.0/0", "255.255.255.255", TRUE },
    { "0.0.0.0/0", "::1", FALSE },
    { "::ffff:10.0.0.5", "10.0.0.5", TRUE },
    { "2407:C080:0:0:0:0:0:21", "2407:c080::21", TRUE },
    { "2407:c080::/33", "2407:c080:7fff::1", TRUE },
    { "2407:c080::/33", "2407:c080:8000::1", FALSE },
    { "10.0.0.0/24", "no address", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapAddressRange range;

      g_test_message ("%s %s", cases[i].range, cases[i].address);
      g_assert_true (htap_address_range_parse (cases[i].range, &range));
      g_assert_cmpint (htap_address_range_has_text (&range, cases[i].address), ==, cases[i].has);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "10.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/8/8",
    "::/129",
    "/8",
    NULL,
    "1111111111111111111111111111111111111111111111111111111111111111111111.0.0.1",
  };
  HtapAddressRange range;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (htap_address_range_parse (texts[i], &range));
}

static void
test_text (void)
{
  static const char *const texts[] = { "10.0.0.5", "10.0.0.0/24", "fd00:20:1::30", "fd00::/8" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = NULL;
      HtapAddressRange range;

      g_assert_true (htap_address_range_parse (texts[i], &range));
      text = htap_address_range_dup_text (&range);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address-range/has", test_has);
  g_test_add_func ("/address-range/refused", test_refused);
  g_test_add_func ("/address-range/text", test_text);

  return g_test_run ();
}
