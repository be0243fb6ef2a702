/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HtapCellText:
 * @field: whose value it is: says how it looks
 * @shown: (nullable): one harmless line; %NULL for an absent value
 * @layout: (nullable): what was drawn last
 *
 * The text of a cell, which draws it itself: the list has two thousand cells, most of which nobody
 * sees, and a label in each, or a #GtkInscription, would be laid out for nothing.
 */
typedef struct {
  const HtapField *field;
  char            *shown;
  PangoLayout     *layout;
} HtapCellText;

void         htap_cell_text_clear         (HtapCellText       *self);
void         htap_cell_text_forget_layout (HtapCellText       *self);
gboolean     htap_cell_text_set           (HtapCellText       *self,
                                           const char         *text);
const char  *htap_cell_text_get           (const HtapCellText *self);
char        *htap_cell_text_dup_safe      (const char         *text);
const char  *htap_cell_text_get_css_class (const HtapField    *field);
PangoLayout *htap_cell_text_lay_out       (const HtapCellText *self,
                                           GtkWidget          *widget);
int          htap_cell_text_measure       (const HtapCellText *self,
                                           GtkWidget          *widget);
void         htap_cell_text_snapshot      (HtapCellText       *self,
                                           GtkWidget          *widget,
                                           GtkSnapshot        *snapshot,
                                           int                 x,
                                           int                 width);

G_END_DECLS
