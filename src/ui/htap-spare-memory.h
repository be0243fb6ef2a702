/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SPARE_MEMORY (htap_spare_memory_get_type ())

/**
 * HtapSpareMemory:
 *
 * Gives memory back that was needed for a moment: to start, to read what was saved, to sweep. The
 * allocator keeps it for the next time, but that is minutes away.
 */
G_DECLARE_FINAL_TYPE (HtapSpareMemory, htap_spare_memory, HTAP, SPARE_MEMORY, GObject)

HtapSpareMemory *htap_spare_memory_new (HtapInventory *inventory);

G_END_DECLS
