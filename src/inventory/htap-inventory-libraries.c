/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-api-libraries.h"
#include "htap-inventory.h"
#include "htap-store-libraries.h"

/**
 * htap_inventory_dup_libraries:
 *
 * For support.
 *
 * Returns: (transfer full): name and version of the libraries it works with, a line each
 */
char *
htap_inventory_dup_libraries (void)
{
  g_autofree char *api = htap_api_libraries_dup_text ();
  g_autofree char *store = htap_store_libraries_dup_text ();

  return g_strconcat (api, store, NULL);
}
