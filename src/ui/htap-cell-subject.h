/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HtapCellSubject:
 * @cell: who shows it; not owned
 * @changed: called with @cell when what it shows may be another than it was
 * @field: what is shown
 * @list_item: (nullable): while bound; it owns the cell
 * @instance: (nullable): while bound
 * @source: (nullable): the instance's, while bound
 *
 * Whom a cell shows, and follows.
 */
typedef struct {
  GtkWidget       *cell;
  void           (*changed) (gpointer cell);
  const HtapField *field;
  GtkListItem     *list_item;
  HtapInstance    *instance;
  HtapSource      *source;
} HtapCellSubject;

void  htap_cell_subject_bind         (HtapCellSubject       *self,
                                      GtkListItem           *list_item);
void  htap_cell_subject_unbind       (HtapCellSubject       *self);
guint htap_cell_subject_get_position (const HtapCellSubject *self);

G_END_DECLS
