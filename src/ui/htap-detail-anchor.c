/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-anchor.h"

#include "htap-detail-row.h"

struct _HtapDetailAnchor
{
  GtkAdjustment *adjustment;
  GtkBox *content;
  GtkWidget *row;
  int above; /* height of what is above the row, spacing left out */
};

/* The first row whose end is on the screen. */
static GtkWidget *
find_row (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  if (HTAP_IS_DETAIL_ROW (widget))
    return gtk_widget_compute_bounds (widget, window, &bounds) &&
                   bounds.origin.y + bounds.size.height > 0
               ? widget
               : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, window);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* What is before @widget among its siblings, as high as it is going to be. */
static int
measure_before (GtkWidget *widget)
{
  int sum = 0;

  for (GtkWidget *sibling = gtk_widget_get_prev_sibling (widget); sibling != NULL;
       sibling = gtk_widget_get_prev_sibling (sibling))
    {
      int height = 0;

      if (gtk_widget_should_layout (sibling))
        gtk_widget_measure (sibling, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (widget), NULL,
                            &height, NULL, NULL);
      sum += height;
    }

  return sum;
}

/* Returns: -1 for a row that is no longer there */
static int
measure_above (HtapDetailAnchor *self)
{
  GtkWidget *content = GTK_WIDGET (self->content);
  int sum = 0;

  for (GtkWidget *widget = self->row; widget != content; widget = gtk_widget_get_parent (widget))
    {
      if (widget == NULL)
        return -1;
      sum += measure_before (widget);
    }

  return sum;
}

/**
 * htap_detail_anchor_take:
 * @window: what scrolls
 * @content: what is in it, with the groups of rows
 *
 * Returns: (transfer full) (nullable): the row at the top of what is on the screen; %NULL at the
 *   very top, where what arrives may be seen, and while nothing is on the screen
 */
HtapDetailAnchor *
htap_detail_anchor_take (GtkScrolledWindow *window, GtkBox *content)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (window);
  HtapDetailAnchor *self;
  GtkWidget *row;

  if (gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment) ||
      !gtk_widget_get_mapped (GTK_WIDGET (content)))
    return NULL;

  row = find_row (GTK_WIDGET (content), GTK_WIDGET (window));
  if (row == NULL)
    return NULL;

  self = g_new0 (HtapDetailAnchor, 1);
  self->adjustment = g_object_ref (adjustment);
  self->content = g_object_ref (content);
  self->row = g_object_ref (row);
  self->above = measure_above (self);

  return self;
}

/**
 * htap_detail_anchor_release:
 * @self: (transfer full) (nullable)
 *
 * Scrolls by what has come above the row since, before anything of it is drawn.
 */
void
htap_detail_anchor_release (HtapDetailAnchor *self)
{
  int above;

  if (self == NULL)
    return;

  above = measure_above (self);
  if (above >= 0 && above != self->above)
    {
      int added = above - self->above;
      double upper = gtk_adjustment_get_upper (self->adjustment);

      if (added > 0)
        gtk_adjustment_set_upper (self->adjustment, upper + added);
      gtk_adjustment_set_value (self->adjustment,
                                gtk_adjustment_get_value (self->adjustment) + added);
    }

  g_object_unref (self->adjustment);
  g_object_unref (self->content);
  g_object_unref (self->row);
  g_free (self);
}
