/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_COLUMN_ROW (htap_column_row_get_type ())

/**
 * HtapColumnRow:
 *
 * A column of the list, to be shown or hidden and moved.
 *
 * Signals: `move` (int): a person wants it so many places further down, up if negative;
 * `HTAP_N_FIELDS` places mean all the way.
 */
G_DECLARE_FINAL_TYPE (HtapColumnRow, htap_column_row, HTAP, COLUMN_ROW, AdwActionRow)

GtkWidget *htap_column_row_new (GtkColumnViewColumn *column);

HtapFieldIndex htap_column_row_get_field (HtapColumnRow *self);
gboolean htap_column_row_matches (HtapColumnRow *self, const char *text);
void htap_column_row_set_movable (HtapColumnRow *self, gboolean up, gboolean down);
void htap_column_row_set_hidable (HtapColumnRow *self, gboolean hidable);

G_END_DECLS
