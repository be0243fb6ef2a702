/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import.h"
#include "htap-inventory-private.h"

/* Profiles that could be made of keys on this computer. An offer becomes a profile when somebody
 * takes it and saves it; where it came from is only read. */

/**
 * htap_inventory_find_imports:
 * @problems: (out) (optional) (transfer full) (element-type GError): a %HTAP_ERROR_STORAGE for each
 *   file that is there and is of no use
 *
 * Looks for keys that KooCLI, the SDKs or Terraform use. Reads two small files, synchronously.
 *
 * Returns: (transfer full) (element-type HtapImportOffer): what was found, none if nothing
 */
GPtrArray *
htap_inventory_find_imports (HtapInventory *self, GPtrArray **problems)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return htap_import_find (NULL, (const char *const *) self->environment, problems);
}

/**
 * htap_inventory_read_import_csv:
 * @path: (type filename): a `credentials.csv` that somebody chose or dropped
 * @error: %HTAP_ERROR_STORAGE, its subject the path
 *
 * Returns: (transfer full) (element-type HtapImportOffer) (nullable): its keys, at least one; %NULL
 *   with @error
 */
GPtrArray *
htap_inventory_read_import_csv (HtapInventory *self, const char *path, GError **error)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return htap_import_read_csv (path, error);
}

/**
 * htap_inventory_accept_import:
 * @offer: what somebody took
 * @credentials: (out) (transfer full): its secrets, maybe none
 *
 * Returns: (transfer full): a new profile under a name that no other has, to be completed and
 *   saved; nothing is saved yet
 */
HtapProfile *
htap_inventory_accept_import (HtapInventory *self,
                              HtapImportOffer *offer,
                              HtapCredentials **credentials)
{
  GListModel *profiles = htap_inventory_get_profiles (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (HTAP_IS_IMPORT_OFFER (offer), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      g_ptr_array_add (names, g_strdup (htap_profile_get_name (profile)));
    }
  g_ptr_array_add (names, NULL);

  return htap_import_offer_accept (offer, (const char *const *) names->pdata, credentials);
}
