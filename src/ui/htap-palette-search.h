/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"
#include "htap-palette-item.h"

G_BEGIN_DECLS

/* More than anybody reads: who looks further down types another letter. */
#define HTAP_PALETTE_MAX_ITEMS 30

GPtrArray *htap_palette_search (HtapInventory *inventory,
                                GPtrArray     *actions,
                                const char    *text);

G_END_DECLS
