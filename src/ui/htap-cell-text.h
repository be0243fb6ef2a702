/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The text of a cell: a GtkInscription, for a widget of our own around it would be one more for
 * each cell. */

GtkWidget *htap_cell_text_new (void);
void htap_cell_text_set_field (GtkInscription *self, const HtapField *field);
void htap_cell_text_show (GtkInscription *self, const char *text, const char *row_name);
char *htap_cell_text_dup (const char *text);
int htap_cell_text_measure (GtkInscription *self);
void htap_cell_text_set_tight (GtkInscription *self, gboolean tight);

G_END_DECLS
