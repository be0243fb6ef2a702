/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"

G_BEGIN_DECLS

#define HTAP_TYPE_PALETTE_ITEM (htap_palette_item_get_type ())

/**
 * HtapPaletteItem:
 *
 * What the command palette leads to: an action of the program, or a profile, a TaurusDB instance or
 * an HTAP instance. Immutable; its texts are safe to show.
 */
G_DECLARE_FINAL_TYPE (HtapPaletteItem, htap_palette_item, HTAP, PALETTE_ITEM, GObject)

HtapPaletteItem *htap_palette_item_new_for_action   (const char      *title,
                                                     const char      *accelerators,
                                                     const char      *action);
HtapPaletteItem *htap_palette_item_new_for_profile  (HtapProfile     *profile);
HtapPaletteItem *htap_palette_item_new_for_source   (HtapSource      *source);
HtapPaletteItem *htap_palette_item_new_for_instance (HtapInstance    *instance);

const char      *htap_palette_item_get_title        (HtapPaletteItem *self);
const char      *htap_palette_item_get_detail       (HtapPaletteItem *self);
const char      *htap_palette_item_get_icon_name    (HtapPaletteItem *self);
const char      *htap_palette_item_get_accelerator  (HtapPaletteItem *self);
const char      *htap_palette_item_get_address      (HtapPaletteItem *self);
const char      *htap_palette_item_get_action       (HtapPaletteItem *self);
GObject         *htap_palette_item_get_object       (HtapPaletteItem *self);

G_END_DECLS
