/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader says of a cell. */

void htap_cell_speech_name     (GtkWidget  *cell,
                                const char *text,
                                const char *row_name);
void htap_cell_speech_describe (GtkWidget  *cell,
                                const char *sentence);

G_END_DECLS
