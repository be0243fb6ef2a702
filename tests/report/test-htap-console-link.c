/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-console-link.h"

static char *
dup_link (const char *region, const char *endpoint)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = NULL;

  htap_profile_set_endpoint (profile, "cn-north-4", endpoint);
  source = htap_source_new (profile, region, "0d2a", "18c3in07");

  return htap_console_link_dup (source);
}

static void
test_region (void)
{
  g_autofree char *plain = dup_link ("cn-north-4", NULL);
  g_autofree char *odd = dup_link ("a&b#c", NULL);
  g_autofree char *other = dup_link ("cn-east-3", "https://taurus.example.com");

  g_assert_cmpstr (
      plain, ==,
      "https://console.huaweicloud.com/gaussdbformysql/?region=cn-north-4#/management/list");
  g_assert_cmpstr (
      odd, ==,
      "https://console.huaweicloud.com/gaussdbformysql/?region=a%26b%23c#/management/list");
  g_assert_nonnull (other);
}

static void
test_endpoint_of_its_own (void)
{
  g_assert_null (dup_link ("cn-north-4", "https://taurus.example.com"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/console-link/region", test_region);
  g_test_add_func ("/console-link/endpoint-of-its-own", test_endpoint_of_its_own);

  return g_test_run ();
}
