/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

G_BEGIN_DECLS

/**
 * HtapInstanceCounts:
 * @n_listed: how many there are
 * @n_gone: how many are no longer listed, and nobody has seen that
 * @n_in_trouble: of how many that are listed a warning or an error is open
 */
typedef struct {
  guint n_listed;
  guint n_gone;
  guint n_in_trouble;
} HtapInstanceCounts;

void htap_inventory_count_instances (HtapInventory      *self,
                                     GPtrArray          *sources,
                                     HtapInstanceCounts *counts);

G_END_DECLS
