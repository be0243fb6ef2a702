/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-region.h"

#include <glib/gi18n-lib.h>

/* Regions of TaurusDB with their hosts and names, from the service's endpoint page and the region
 * tables of its published SDKs. Those with documented HTAP instances come first. */
static const HtapRegion regions[] = {
  /* Translators: names of Huawei Cloud regions, as its consoles write them. */
  { "cn-north-4", "gaussdb", N_ ("CN North-Beijing4"), TRUE },
  { "cn-east-3", "gaussdb", N_ ("CN East-Shanghai1"), TRUE },
  { "cn-south-1", "gaussdb", N_ ("CN South-Guangzhou"), TRUE },
  { "cn-southwest-2", "gaussdb", N_ ("CN Southwest-Guiyang1"), TRUE },
  { "cn-north-2", "gaussdb", N_ ("CN North-Beijing2"), FALSE },
  { "cn-north-9", "gaussdb", N_ ("CN North-Ulanqab1"), FALSE },
  { "cn-north-11", "gaussdbformysql", NULL, FALSE },
  { "cn-east-5", "gaussdb-mysql", N_ ("CN East-Qingdao"), FALSE },
  { "cn-south-4", "gaussdb", N_ ("CN South-Guangzhou-InvitationOnly"), FALSE },
  { "cn-southwest-3", "gaussdb-mysql", NULL, FALSE },
  { "ap-southeast-1", "gaussdbformysql", N_ ("CN-Hong Kong"), FALSE },
  { "ap-southeast-2", "gaussdbformysql", N_ ("AP-Bangkok"), FALSE },
  { "ap-southeast-3", "gaussdb", N_ ("AP-Singapore"), FALSE },
  { "ap-southeast-4", "gaussdb", N_ ("AP-Jakarta"), FALSE },
  { "af-south-1", "gaussdb-mysql", N_ ("AF-Johannesburg"), FALSE },
  { "la-north-2", "gaussdb-mysql", N_ ("LA-Mexico City2"), FALSE },
  { "me-east-1", "gaussdbformysql", N_ ("ME-Riyadh"), FALSE },
  { "ru-northwest-2", "gaussdb", N_ ("RU-Moscow2"), FALSE },
  { "sa-brazil-1", "gaussdb", N_ ("LA-Sao Paulo1"), FALSE },
  { "tr-west-1", "gaussdbformysql", N_ ("TR-Istanbul"), FALSE },
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
