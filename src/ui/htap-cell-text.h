/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The text of a cell: a GtkInscription, for a widget of our own around it would be one more for
 * each cell. */

/* What a text asks for; it gets what the column has. */
#define HTAP_CELL_TEXT_CHARACTERS 8

GtkWidget *htap_cell_text_new (void);
void htap_cell_text_set_field (GtkInscription *self, const HtapField *field);
void htap_cell_text_show (GtkInscription *self, const char *text, const char *row_name);
int htap_cell_text_measure (GtkInscription *self);

G_END_DECLS
