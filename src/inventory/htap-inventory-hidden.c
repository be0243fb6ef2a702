/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"

/* What a profile finds but nobody wants to see. */

static gboolean
keep (HtapInventory *self, HtapProfile *profile, GError **error)
{
  if (htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED)
    return htap_inventory_save_to_file (self, profile, error);

  htap_inventory_add_transient_profile (self, profile, NULL);

  return TRUE;
}

static gboolean
set_hidden (HtapInventory *self, HtapProfile *profile, GPtrArray *hidden, GError **error)
{
  g_autoptr (HtapProfile) edited = htap_profile_copy (profile);

  htap_profile_set_hidden_taurus_ids (edited, hidden);

  return keep (self, edited, error);
}

/* The profiles change while they are gone through. */
static GPtrArray *
dup_sources_of (HtapInventory *self, const char *taurus_id)
{
  GListModel *sources = G_LIST_MODEL (self->sources);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (g_str_equal (htap_source_get_taurus_id (source), taurus_id))
        g_ptr_array_add (found, g_steal_pointer (&source));
    }

  return found;
}

/**
 * htap_inventory_hide_taurus:
 * @taurus_id: a TaurusDB instance; every profile that reads it leaves it out from now on
 *
 * Returns: %FALSE with %HTAP_ERROR_STORAGE or %HTAP_ERROR_CONFIG; a profile that could not be saved
 *   is as it was
 */
gboolean
htap_inventory_hide_taurus (HtapInventory *self, const char *taurus_id, GError **error)
{
  g_autoptr (GPtrArray) sources = NULL;

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);

  sources = dup_sources_of (self, taurus_id);
  for (guint i = 0; i < sources->len; i++)
    {
      HtapSource *source = sources->pdata[i];
      HtapProfile *profile = htap_source_get_profile (source);
      g_autoptr (GPtrArray) hidden =
          htap_regional_ids_copy (htap_profile_get_hidden_taurus_ids (profile));

      g_ptr_array_add (hidden, htap_regional_id_new (htap_source_get_region (source), taurus_id));
      if (!set_hidden (self, profile, hidden, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * htap_inventory_show_hidden:
 * @profile: a present one; it leaves nothing out from now on
 *
 * Returns: %FALSE with %HTAP_ERROR_STORAGE or %HTAP_ERROR_CONFIG; it is then as it was
 */
gboolean
htap_inventory_show_hidden (HtapInventory *self, HtapProfile *profile, GError **error)
{
  g_autoptr (GPtrArray) none = htap_regional_ids_new ();

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);

  return set_hidden (self, profile, none, error);
}
