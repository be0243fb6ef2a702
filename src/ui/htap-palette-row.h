/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-palette-item.h"

G_BEGIN_DECLS

#define HTAP_TYPE_PALETTE_ROW (htap_palette_row_get_type ())

G_DECLARE_FINAL_TYPE (HtapPaletteRow, htap_palette_row, HTAP, PALETTE_ROW, GtkListBoxRow)

GtkWidget       *htap_palette_row_new      (HtapPaletteItem *item);
HtapPaletteItem *htap_palette_row_get_item (HtapPaletteRow  *self);

G_END_DECLS
