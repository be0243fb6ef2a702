/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_FILE_ROW (htap_file_row_get_type ())

/**
 * HtapFileRow:
 *
 * The path of a file, to be typed or chosen.
 */
G_DECLARE_FINAL_TYPE (HtapFileRow, htap_file_row, HTAP, FILE_ROW, AdwEntryRow)

GtkWidget *htap_file_row_new (void);

G_END_DECLS
