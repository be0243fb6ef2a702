/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-endpoint.h"
#include "htap-inventory-private.h"

/* Whether the network is there: a hint, never a wall. It stops what nobody has asked for, and says
 * nothing of this computer's own endpoints. */

static void
on_monitor_notify_available (HtapInventory *self)
{
  gboolean offline = !g_network_monitor_get_network_available (self->monitor);

  if (self->offline == offline)
    return;

  self->offline = offline;
  g_object_notify (G_OBJECT (self), "offline");
}

/**
 * htap_inventory_set_network_monitor:
 * @monitor: whose hint to follow from now on; without one the network is always there
 */
void
htap_inventory_set_network_monitor (HtapInventory *self, GNetworkMonitor *monitor)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));
  g_return_if_fail (self->monitor == NULL);

  self->monitor = g_object_ref (monitor);
  g_signal_connect_object (monitor, "notify::network-available",
                           G_CALLBACK (on_monitor_notify_available), self, G_CONNECT_SWAPPED);
  on_monitor_notify_available (self);
}

/**
 * htap_inventory_get_offline:
 *
 * Returns: whether there seems to be no network
 */
gboolean
htap_inventory_get_offline (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);

  return self->offline;
}

/**
 * htap_inventory_is_cut_off:
 *
 * Returns: whether there seems to be no network, and @profile needs one for @region
 */
gboolean
htap_inventory_is_cut_off (HtapInventory *self, HtapProfile *profile, const char *region)
{
  g_autoptr (GUri) endpoint = NULL;

  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);

  if (!self->offline)
    return FALSE;

  /* What is wrong with an endpoint is said without a network. */
  endpoint = htap_endpoint_resolve (profile, region, NULL);

  return endpoint != NULL && !htap_endpoint_is_loopback (endpoint);
}

static gboolean
is_item_cut_off (HtapInventory *self, gpointer item)
{
  return HTAP_IS_SOURCE (item) ? htap_inventory_is_cut_off (self, htap_source_get_profile (item),
                                                            htap_source_get_region (item))
                               : htap_inventory_is_cut_off (self, htap_discovery_get_profile (item),
                                                            htap_discovery_get_region (item));
}

/* @items: (element-type GObject): sources or discoveries. Returns: (transfer full): those that can
 * be reached, as far as one knows */
GPtrArray *
htap_inventory_collect_reachable (HtapInventory *self, GPtrArray *items)
{
  GPtrArray *reachable = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    if (!is_item_cut_off (self, items->pdata[i]))
      g_ptr_array_add (reachable, g_object_ref (items->pdata[i]));

  return reachable;
}
