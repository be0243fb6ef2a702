/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell-icon.h"

#include "htap-compat.h"

/* Error, warning and success beside the colour itself: the order of GtkSymbolicColor. */
#define N_COLORS 4

gboolean
htap_cell_icon_equal (HtapCellIcon one, HtapCellIcon other)
{
  return g_strcmp0 (one.name, other.name) == 0 && g_strcmp0 (one.color, other.color) == 0;
}

/**
 * htap_cell_icon_snapshot:
 * @widget: the cell
 * @x: where it begins, in pixels from the left end of @widget; it is in the middle of its height
 */
void
htap_cell_icon_snapshot (const HtapCellIcon *self, GtkWidget *widget, GtkSnapshot *snapshot, int x)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  const int y = (gtk_widget_get_height (widget) - HTAP_CELL_ICON_SIZE) / 2;
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA colors[N_COLORS];

  if (self->name == NULL)
    return;

  icon = gtk_icon_theme_lookup_icon (theme, self->name, NULL, HTAP_CELL_ICON_SIZE,
                                     gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  if (self->color == NULL || !htap_compat_lookup_color (widget, self->color, &colors[0]))
    htap_compat_get_color (widget, &colors[0]);
  for (guint i = 1; i < N_COLORS; i++)
    colors[i] = colors[0];

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot,
                                            HTAP_CELL_ICON_SIZE, HTAP_CELL_ICON_SIZE, colors,
                                            N_COLORS);
  gtk_snapshot_restore (snapshot);
}
