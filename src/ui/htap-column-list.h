/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-column-set.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_COLUMN_LIST (htap_column_list_get_type ())

/**
 * HtapColumnList:
 *
 * Every column of a set in its order, to be shown, hidden, dragged and moved.
 *
 * Signals: `moved` (#HtapColumnRow, uint): a person moved a column to this place, from 1.
 */
G_DECLARE_FINAL_TYPE (HtapColumnList, htap_column_list, HTAP, COLUMN_LIST, GtkWidget)

GtkWidget *htap_column_list_new (HtapColumnSet *columns);

void htap_column_list_set_search (HtapColumnList *self, const char *text);

G_END_DECLS
