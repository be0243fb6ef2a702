/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance-chain.h"

G_BEGIN_DECLS

#define HTAP_TYPE_COLUMN_SET (htap_column_set_get_type ())

/**
 * HtapColumnSet:
 *
 * The columns of a list, one for every field: which are shown, how wide, in which order.
 * At least one is shown: who hides the last one sees it come back.
 *
 * Signals: `changed`: a person or the program changed any of that; `visible-changed`: other columns
 * are on the screen, or in another order.
 */
G_DECLARE_FINAL_TYPE (HtapColumnSet, htap_column_set, HTAP, COLUMN_SET, GObject)

HtapColumnSet *htap_column_set_new (GtkColumnView *view);

GtkColumnViewColumn *htap_column_set_get_column (HtapColumnSet *self, HtapFieldIndex field);
GArray *htap_column_set_dup_visible (HtapColumnSet *self);
GArray *htap_column_set_dup_order (HtapColumnSet *self);
void htap_column_set_move (HtapColumnSet *self, HtapFieldIndex field, guint place);

GVariant *htap_column_set_save (HtapColumnSet *self);
void htap_column_set_load (HtapColumnSet *self, GVariant *saved);
void htap_column_set_reset (HtapColumnSet *self);
void htap_column_set_update_automatic (HtapColumnSet *self,
                                       HtapInstanceChain *chain,
                                       HtapFieldSet changed);

G_END_DECLS
