/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-console-link.h"

/**
 * htap_console_link_dup:
 *
 * The web console has no address of a single instance: its list is what can be reached. It opens in
 * the region it was left in, unless it follows the one that is named here.
 *
 * Returns: (transfer full) (nullable): where the web console lists the TaurusDB instances of
 *   @source's region; %NULL where the profile has an endpoint of its own, whose console is not
 * known
 */
char *
htap_console_link_dup (HtapSource *source)
{
  const char *region;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (HTAP_IS_SOURCE (source), NULL);

  region = htap_source_get_region (source);
  if (htap_profile_get_endpoint (htap_source_get_profile (source), region) != NULL)
    return NULL;

  escaped = g_uri_escape_string (region, NULL, FALSE);

  return g_strdup_printf (
      "https://console.huaweicloud.com/gaussdbformysql/?region=%s#/management/list", escaped);
}
