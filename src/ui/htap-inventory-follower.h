/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_INVENTORY_FOLLOWER (htap_inventory_follower_get_type ())

/**
 * HtapInventoryFollower:
 *
 * Sees everything in an inventory that changes but its instances' records: profiles, sources, what
 * discovers them, the refresh that runs. A merge moves many of them at once, and what is derived from
 * all of them wants to be derived once.
 *
 * Signals: `changed`: something is different; at most once per turn of the main loop.
 */
G_DECLARE_FINAL_TYPE (
    HtapInventoryFollower, htap_inventory_follower, HTAP, INVENTORY_FOLLOWER, GObject)

HtapInventoryFollower *htap_inventory_follower_new   (HtapInventory         *inventory);
void                   htap_inventory_follower_queue (HtapInventoryFollower *self);
void                   htap_inventory_follower_flush (HtapInventoryFollower *self);

G_END_DECLS
