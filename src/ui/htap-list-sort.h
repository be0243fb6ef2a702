/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-column-set.h"
#include "htap-instance-chain.h"

G_BEGIN_DECLS

#define HTAP_TYPE_LIST_SORT (htap_list_sort_get_type ())

/**
 * HtapListSort:
 *
 * What a list is sorted by, as its headers, a menu and the settings see it.
 *
 * Properties: `field` (string, the field's id; an unknown one is passed over), `direction`
 * (#GtkSortType). Signals: `changed`: once for both.
 */
G_DECLARE_FINAL_TYPE (HtapListSort, htap_list_sort, HTAP, LIST_SORT, GObject)

HtapListSort *
htap_list_sort_new (GtkColumnView *view, HtapColumnSet *columns, HtapInstanceChain *chain);

void htap_list_sort_set (HtapListSort *self, HtapFieldIndex field, gboolean descending);

G_END_DECLS
