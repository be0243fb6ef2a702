/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"

/* Which TaurusDB instances are not shown. The profile remembers it. */

/* Returns: (transfer full): an edited copy of @profile */
static HtapProfile *
edit (HtapProfile *profile, const HtapRegionalId *taurus, gboolean hidden)
{
  HtapProfile *edited = htap_profile_copy (profile);
  g_autoptr (GPtrArray) ids = htap_regional_ids_copy (htap_profile_get_hidden_taurus_ids (profile));
  guint position;

  if (!hidden && g_ptr_array_find_with_equal_func (ids, taurus, htap_regional_id_equal, &position))
    g_ptr_array_remove_index (ids, position);
  else if (hidden)
    g_ptr_array_add (ids, htap_regional_id_copy (taurus));
  htap_profile_set_hidden_taurus_ids (edited, ids);

  return edited;
}

/**
 * htap_inventory_set_taurus_hidden:
 * @profile: who sees it; looked up by its uuid
 * @taurus: a TaurusDB instance, known or not
 * @hidden: whether to leave it out; one that is to be shown again is read at once
 * @error: %HTAP_ERROR_STORAGE or %HTAP_ERROR_CONFIG, see htap_profile_store_save()
 *
 * Hidden instances are in htap_profile_get_hidden_taurus_ids(); htap_discovery_find() knows the
 * names of those that are discovered.
 *
 * Returns: %FALSE if that could not be saved; then nothing changed
 */
gboolean
htap_inventory_set_taurus_hidden (HtapInventory *self,
                                  HtapProfile *profile,
                                  const HtapRegionalId *taurus,
                                  gboolean hidden,
                                  GError **error)
{
  g_autoptr (HtapProfile) present = NULL;
  g_autoptr (HtapProfile) edited = NULL;

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);
  g_return_val_if_fail (taurus != NULL, FALSE);

  present =
      g_list_model_get_item (G_LIST_MODEL (self->profiles),
                             htap_inventory_find_profile (self, htap_profile_get_uuid (profile)));
  if (present == NULL)
    return TRUE;

  edited = edit (present, taurus, hidden);
  if (!htap_inventory_keep_profile (self, edited, error))
    return FALSE;

  if (!hidden)
    htap_inventory_refresh_new (self);

  return TRUE;
}

/**
 * htap_inventory_set_source_hidden:
 * @source: the TaurusDB instance, as its profile sees it; may be one that is hidden already
 * @hidden: whether to leave it out
 * @error: as htap_inventory_set_taurus_hidden()
 *
 * What is hidden leaves the list of sources, with its rows unless another profile sees them. What
 * is shown again is another #HtapSource.
 *
 * Returns: %FALSE if that could not be saved; then nothing changed
 */
gboolean
htap_inventory_set_source_hidden (HtapInventory *self,
                                  HtapSource *source,
                                  gboolean hidden,
                                  GError **error)
{
  g_autoptr (HtapRegionalId) taurus = NULL;

  g_return_val_if_fail (HTAP_IS_SOURCE (source), FALSE);

  taurus =
      htap_regional_id_new (htap_source_get_region (source), htap_source_get_taurus_id (source));

  return htap_inventory_set_taurus_hidden (self, htap_source_get_profile (source), taurus, hidden,
                                           error);
}
