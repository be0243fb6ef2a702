/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-region.h"

/* The hosts of a wrong table would answer, but not with this API. */
static void
test_table (void)
{
  static const struct
  {
    const char *id;
    const char *host_prefix;
    const char *name;
  } expected[] = {
    { "cn-north-4", "gaussdb", "CN North-Beijing4" },
    { "cn-north-9", "gaussdb", "CN North-Ulanqab1" },
    { "cn-north-2", "gaussdb", "CN North-Beijing2" },
    { "cn-north-11", "gaussdbformysql", NULL },
    { "cn-east-3", "gaussdb", "CN East-Shanghai1" },
    { "cn-east-5", "gaussdb-mysql", "CN East-Qingdao" },
    { "cn-south-1", "gaussdb", "CN South-Guangzhou" },
    { "cn-south-4", "gaussdb", "CN South-Guangzhou-InvitationOnly" },
    { "cn-southwest-2", "gaussdb", "CN Southwest-Guiyang1" },
    { "cn-southwest-3", "gaussdb-mysql", NULL },
    { "ap-southeast-1", "gaussdbformysql", "CN-Hong Kong" },
    { "ap-southeast-2", "gaussdbformysql", "AP-Bangkok" },
    { "ap-southeast-3", "gaussdb", "AP-Singapore" },
    { "ap-southeast-4", "gaussdb", "AP-Jakarta" },
    { "af-south-1", "gaussdb-mysql", "AF-Johannesburg" },
    { "me-east-1", "gaussdbformysql", "ME-Riyadh" },
    { "tr-west-1", "gaussdbformysql", "TR-Istanbul" },
    { "sa-brazil-1", "gaussdb", "LA-Sao Paulo1" },
    { "la-north-2", "gaussdb-mysql", "LA-Mexico City2" },
    { "ru-northwest-2", "gaussdb", "RU-Moscow2" },
  };
  guint n_regions;

  htap_region_get_all (&n_regions);
  g_assert_cmpuint (n_regions, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const HtapRegion *region = htap_region_find (expected[i].id);
      g_autofree char *name = htap_region_dup_name (expected[i].id);

      g_assert_nonnull (region);
      g_assert_cmpstr (region->host_prefix, ==, expected[i].host_prefix);
      g_assert_cmpstr (region->name, ==, expected[i].name);
      g_assert_cmpstr (name, ==, expected[i].name != NULL ? expected[i].name : expected[i].id);
    }
}

static void
test_htap_first (void)
{
  guint n_regions, n_with_htap = 0;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  for (guint i = 0; i < n_regions; i++)
    {
      n_with_htap += regions[i].offers_htap ? 1 : 0;
      g_assert_true (i == 0 || regions[i - 1].offers_htap || !regions[i].offers_htap);
    }

  g_assert_cmpuint (n_with_htap, ==, 4);
}

/* The others would not resolve. */
static void
test_iam (void)
{
  static const char *const global[] = { "cn-north-11", "cn-south-4", "cn-southwest-3",
                                        "ru-northwest-2", NULL };
  guint n_regions;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  for (guint i = 0; i < n_regions; i++)
    g_assert_true (regions[i].has_iam != g_strv_contains (global, regions[i].id));
}

static void
test_unknown (void)
{
  g_autofree char *name = htap_region_dup_name ("private-1");
  g_autofree char *none = htap_region_dup_name (NULL);

  g_assert_null (htap_region_find ("private-1"));
  g_assert_null (htap_region_find (NULL));
  g_assert_cmpstr (name, ==, "private-1");
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/region/table", test_table);
  g_test_add_func ("/region/htap-first", test_htap_first);
  g_test_add_func ("/region/iam", test_iam);
  g_test_add_func ("/region/unknown", test_unknown);

  return g_test_run ();
}
