/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-scan.h"

static char *
scan (const char *text)
{
  g_autoptr (GArray) addresses = htap_address_scan (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < addresses->len; i++)
    {
      g_autofree char *address =
          htap_address_range_dup_text (&g_array_index (addresses, HtapAddressRange, i));

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", address);
    }

  return g_strdup (found->str);
}

static void
test_scan (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "10.0.0.5:3306", "10.0.0.5" },
    { "[2001:DB8::1]:3306", "2001:db8::1" },
    { "jdbc:mysql://10.0.0.5:3306/db", "10.0.0.5" },
    { "http://10.0.0.5/24", "10.0.0.5" },
    { "from 10.0.0.0/24, then 10.0.0.5.", "10.0.0.0/24 10.0.0.5" },
    { "2026-11-24T17:04:09.123Z 17:04:09 10.0.0.5", "10.0.0.5" },
    { "user@10.0.0.5 (fd00::1): fd00::1.", "10.0.0.5 fd00::1" },
    { "::ffff:10.0.0.5", "10.0.0.5" },
    { "fe80::1%eth0", "fe80::1" },
    { "host:10.0.0.5:3306,cafe:10.0.0.6", "10.0.0.5 10.0.0.6" },
    { "连接10。0。0。5失败", "10.0.0.5" },
    { "v1.2.3.4 1.2.3.4.5 1.2.3 1.2.3.256 std::string 00:1b:63:84:45:e6", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = scan (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address-scan/scan", test_scan);

  return g_test_run ();
}
