/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-region.h"

#include <glib/gi18n-lib.h>

/* Regions of TaurusDB with their hosts and names: those of the region tables of the service's
 * published SDKs (gaussdb_region.py and GaussDBRegion.ts, 3.1.211) and of the endpoint page of its
 * API reference (taurusdb_00_0003). Which offer HTAP instances says the user guide
 * (taurusdb_03_0080), and the example of the API page; these come first. Regional IAM hosts are
 * those of auth/endpoint.py of the SDK's core. The names in Chinese are in po/zh_CN.po. */
static const HtapRegion regions[] = {
  /* Translators: names of Huawei Cloud regions, as its consoles write them. */
  { "cn-north-4", "gaussdb", N_ ("CN North-Beijing4"), TRUE, TRUE },
  { "cn-east-3", "gaussdb", N_ ("CN East-Shanghai1"), TRUE, TRUE },
  { "cn-south-1", "gaussdb", N_ ("CN South-Guangzhou"), TRUE, TRUE },
  { "cn-southwest-2", "gaussdb", N_ ("CN Southwest-Guiyang1"), TRUE, TRUE },
  { "cn-north-2", "gaussdb", N_ ("CN North-Beijing2"), FALSE, TRUE },
  { "cn-north-9", "gaussdb", N_ ("CN North-Ulanqab1"), FALSE, TRUE },
  { "cn-north-11", "gaussdbformysql", NULL, FALSE, FALSE },
  { "cn-east-5", "gaussdb-mysql", N_ ("CN East-Qingdao"), FALSE, TRUE },
  { "cn-south-4", "gaussdb", N_ ("CN South-Guangzhou-InvitationOnly"), FALSE, FALSE },
  { "cn-southwest-3", "gaussdb-mysql", NULL, FALSE, FALSE },
  { "ap-southeast-1", "gaussdbformysql", N_ ("CN-Hong Kong"), FALSE, TRUE },
  { "ap-southeast-2", "gaussdbformysql", N_ ("AP-Bangkok"), FALSE, TRUE },
  { "ap-southeast-3", "gaussdb", N_ ("AP-Singapore"), FALSE, TRUE },
  { "ap-southeast-4", "gaussdb", N_ ("AP-Jakarta"), FALSE, TRUE },
  { "af-south-1", "gaussdb-mysql", N_ ("AF-Johannesburg"), FALSE, TRUE },
  { "la-north-2", "gaussdb-mysql", N_ ("LA-Mexico City2"), FALSE, TRUE },
  { "me-east-1", "gaussdbformysql", N_ ("ME-Riyadh"), FALSE, TRUE },
  { "ru-northwest-2", "gaussdb", N_ ("RU-Moscow2"), FALSE, FALSE },
  { "sa-brazil-1", "gaussdb", N_ ("LA-Sao Paulo1"), FALSE, TRUE },
  { "tr-west-1", "gaussdbformysql", N_ ("TR-Istanbul"), FALSE, TRUE },
};

/**
 * htap_region_get_all:
 * @n_regions: (out): how many
 *
 * Returns: (transfer none) (array length=n_regions): every known region, those with HTAP first
 */
const HtapRegion *
htap_region_get_all (guint *n_regions)
{
  *n_regions = G_N_ELEMENTS (regions);

  return regions;
}

/**
 * htap_region_find:
 *
 * Returns: (transfer none) (nullable): %NULL for a region that is not in the table, as those of
 *   private clouds are not
 */
const HtapRegion *
htap_region_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    if (g_strcmp0 (regions[i].id, id) == 0)
      return &regions[i];

  return NULL;
}

/**
 * htap_region_dup_name:
 *
 * Returns: (transfer full): the region's name in the user's language, else its id
 */
char *
htap_region_dup_name (const char *id)
{
  const HtapRegion *region = htap_region_find (id);

  return g_strdup (region != NULL && region->name != NULL ? _ (region->name) : id);
}
