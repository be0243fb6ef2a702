/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HtapCellMark:
 * @image: (nullable): most cells never have one
 * @sentence: (nullable): what the mark says, while it is shown
 *
 * The mark behind a cell's text: the value is another than it was. All zero: none.
 */
typedef struct {
  GtkWidget *image;
  char      *sentence;
} HtapCellMark;

void  htap_cell_mark_clear        (HtapCellMark       *self);
void  htap_cell_mark_set          (HtapCellMark       *self,
                                   GtkInscription     *text,
                                   const char         *sentence);
void  htap_cell_mark_place        (const HtapCellMark *self,
                                   GtkInscription     *text);
char *htap_cell_mark_add_sentence (const HtapCellMark *self,
                                   char               *tooltip);

G_END_DECLS
