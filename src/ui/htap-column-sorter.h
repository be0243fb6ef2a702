/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_COLUMN_SORTER (htap_column_sorter_get_type ())

/**
 * HtapColumnSorter:
 *
 * The sorter of one column. It tells which field the column shows, and whether the column is the
 * one that the view sorts by.
 */
G_DECLARE_FINAL_TYPE (HtapColumnSorter, htap_column_sorter, HTAP, COLUMN_SORTER, GtkSorter)

GtkSorter *htap_column_sorter_new (const HtapField *field);
const HtapField *htap_column_sorter_get_field (HtapColumnSorter *self);

const HtapField *htap_column_sorter_find_primary (GtkSorter *view_sorter, gboolean *descending);

G_END_DECLS
