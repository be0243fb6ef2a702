/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"

/**
 * htap_inventory_get_requests:
 *
 * For support.
 *
 * Returns: (transfer none): a list of #HtapRequestEntry: the last requests that left the program,
 *   the newest first
 */
GListModel *
htap_inventory_get_requests (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return G_LIST_MODEL (self->requests);
}
