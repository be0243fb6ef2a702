/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell-face.h"

G_BEGIN_DECLS

#define HTAP_TYPE_CELL (htap_cell_get_type ())

/**
 * HtapCell:
 *
 * One field of one instance in the list: text that is cut where the column ends, between two icons,
 * with room for a widget behind it. It draws all but that itself. While it is bound it follows its
 * instance.
 *
 * Properties: `field` (pointer to a #HtapField, construct only).
 */
G_DECLARE_DERIVABLE_TYPE (HtapCell, htap_cell, HTAP, CELL, GtkWidget)

/**
 * HtapCellClass:
 * @update: shows what the instance is now; only called while the cell is bound
 */
struct _HtapCellClass
{
  GtkWidgetClass parent_class;

  void (*update) (HtapCell *self);
};

GtkWidget *htap_cell_new (const HtapField *field);

void htap_cell_bind (HtapCell *self, GtkListItem *list_item);
void htap_cell_unbind (HtapCell *self);

const HtapField *htap_cell_get_field (HtapCell *self);
HtapInstance *htap_cell_get_instance (HtapCell *self);
guint htap_cell_get_position (HtapCell *self);

const HtapCellFace *htap_cell_get_face (HtapCell *self);

void htap_cell_set_text (HtapCell *self, const char *text);
void htap_cell_set_icons (HtapCell *self, HtapCellIcon leading, HtapCellIcon trailing);
void htap_cell_set_mark (HtapCell *self, const char *sentence);
void htap_cell_set_trailing (HtapCell *self, GtkWidget *widget);
int htap_cell_measure_text (HtapCell *self);

G_END_DECLS
