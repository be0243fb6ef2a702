/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell-face.h"

/* Pixels between an icon and the text, and on both sides of the mark. */
#define SPACING      6
#define MARK_SPACING 3

static const HtapCellIcon mark = { "htap-changed-symbolic", "accent_color" };

static int
get_icon_room (const HtapCellIcon *icon)
{
  return icon->name != NULL ? HTAP_CELL_ICON_SIZE + SPACING : 0;
}

/* Returns: pixels that the text does not get */
static int
get_room (const HtapCellFace *self)
{
  return get_icon_room (&self->leading) + get_icon_room (&self->trailing) +
         (self->marked ? HTAP_CELL_ICON_SIZE + 2 * MARK_SPACING : 0);
}

/**
 * htap_cell_face_measure:
 * @widget: the cell
 *
 * Returns: the width in pixels at which nothing of it is cut
 */
int
htap_cell_face_measure (const HtapCellFace *self, GtkWidget *widget)
{
  return htap_cell_text_measure (&self->text, widget) + get_room (self);
}

/* Draws at what is @x from the side where @widget begins, be that the right one. */
static void
snapshot_icon (const HtapCellIcon *icon, GtkWidget *widget, GtkSnapshot *snapshot, int x)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - HTAP_CELL_ICON_SIZE;

  htap_cell_icon_snapshot (icon, widget, snapshot, x);
}

static void
snapshot_text (HtapCellText *text, GtkWidget *widget, GtkSnapshot *snapshot, int x, int width)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;

  htap_cell_text_snapshot (text, widget, snapshot, x, width);
}

/**
 * htap_cell_face_snapshot:
 * @widget: the cell
 * @width: pixels, from where @widget begins
 */
void
htap_cell_face_snapshot (HtapCellFace *self, GtkWidget *widget, GtkSnapshot *snapshot, int width)
{
  const int text_x = get_icon_room (&self->leading);
  int text_width = width - get_room (self);

  /* Numbers end where the cell does; a mark there would otherwise seem to be of the next one. */
  if (self->marked && htap_field_get_kind (self->text.field) != HTAP_FIELD_KIND_NUMBER)
    text_width = MIN (text_width, htap_cell_text_measure (&self->text, widget));

  snapshot_icon (&self->leading, widget, snapshot, 0);
  snapshot_text (&self->text, widget, snapshot, text_x, text_width);
  if (self->marked)
    snapshot_icon (&mark, widget, snapshot, text_x + text_width + MARK_SPACING);
  snapshot_icon (&self->trailing, widget, snapshot, width - HTAP_CELL_ICON_SIZE);
}
