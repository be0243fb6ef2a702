/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"

/* What an instance is made of, for whoever looks at it. */

/**
 * htap_inventory_peek_detail:
 *
 * Returns: (transfer none) (nullable): what was read of @instance within the last minute, or is on
 *   its way; %NULL if it has to be asked for
 */
HtapInstanceDetail *
htap_inventory_peek_detail (HtapInventory *self, HtapInstance *instance)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);
  g_return_val_if_fail (HTAP_IS_INSTANCE (instance), NULL);

  return htap_detail_memory_peek (self->details, instance);
}

/**
 * htap_inventory_get_detail:
 *
 * Asks for nothing: htap_instance_detail_load() does. What was read is remembered for a minute, of
 * the last 32 instances, and no longer than until their source is refreshed.
 *
 * Returns: (transfer full): what @instance is made of
 */
HtapInstanceDetail *
htap_inventory_get_detail (HtapInventory *self, HtapInstance *instance)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);
  g_return_val_if_fail (HTAP_IS_INSTANCE (instance), NULL);

  return htap_detail_memory_get (self->details, instance);
}
