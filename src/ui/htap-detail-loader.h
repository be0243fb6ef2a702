/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL_LOADER (htap_detail_loader_get_type ())

/**
 * HtapDetailLoader:
 *
 * Reads what the instance that somebody looks at is made of, once they have rested on it for a
 * moment: nobody who steps through a list asks for every row.
 *
 * Signal: `changed`: htap_detail_loader_get_detail() is another one, or knows more or less.
 */
G_DECLARE_FINAL_TYPE (HtapDetailLoader, htap_detail_loader, HTAP, DETAIL_LOADER, GObject)

HtapDetailLoader   *htap_detail_loader_new           (HtapInventory    *inventory);

void                htap_detail_loader_set_instance  (HtapDetailLoader *self,
                                                      HtapInstance     *instance);
HtapInstanceDetail *htap_detail_loader_get_detail    (HtapDetailLoader *self);
gboolean            htap_detail_loader_is_waiting    (HtapDetailLoader *self);
void                htap_detail_loader_reload        (HtapDetailLoader *self);

G_END_DECLS
