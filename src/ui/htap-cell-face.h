/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell-icon.h"
#include "htap-cell-text.h"

G_BEGIN_DECLS

/**
 * HtapCellFace:
 * @text: in the middle, with all the room that the others leave
 * @leading: before it
 * @trailing: behind it
 * @marked: whether the value is another than it was, which is shown right behind the text
 *
 * What a cell draws.
 */
typedef struct {
  HtapCellText text;
  HtapCellIcon leading;
  HtapCellIcon trailing;
  gboolean     marked;
} HtapCellFace;

int  htap_cell_face_measure  (const HtapCellFace *self,
                              GtkWidget          *widget);
void htap_cell_face_snapshot (HtapCellFace       *self,
                              GtkWidget          *widget,
                              GtkSnapshot        *snapshot,
                              int                 width);

G_END_DECLS
