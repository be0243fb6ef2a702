/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-inventory.h"
#include "htap-palette-item.h"

G_BEGIN_DECLS

#define HTAP_TYPE_PALETTE (htap_palette_get_type ())

/**
 * HtapPalette:
 *
 * Reaches anything by a few letters: actions, profiles, TaurusDB instances and HTAP instances.
 *
 * Signals: `chosen` (#HtapPaletteItem): after the palette is closed.
 */
G_DECLARE_FINAL_TYPE (HtapPalette, htap_palette, HTAP, PALETTE, AdwWindow)

GtkWidget *htap_palette_new (GtkWindow     *parent,
                             HtapInventory *inventory,
                             GPtrArray     *actions);

G_END_DECLS
