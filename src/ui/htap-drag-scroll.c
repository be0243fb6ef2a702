/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-drag-scroll.h"

/* Near an edge means within so many pixels of it. */
#define EDGE              40
#define PIXELS_PER_SECOND 500.0

typedef struct
{
  GtkScrolledWindow *window; /* not owned: it owns what owns this */
  int direction;             /* -1 up, 1 down, 0 not at all */
  guint tick;
  gint64 last; /* microseconds */
} Scroll;

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroll->window);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = scroll->last != 0 ? (double) (now - scroll->last) / G_USEC_PER_SEC : 0;

  scroll->last = now;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            scroll->direction * seconds * PIXELS_PER_SECOND);

  return G_SOURCE_CONTINUE;
}

static void
set_direction (Scroll *scroll, int direction)
{
  if (direction == scroll->direction)
    return;

  scroll->direction = direction;
  scroll->last = 0;
  if (direction != 0 && scroll->tick == 0)
    scroll->tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (scroll->window), on_tick, scroll, NULL);
  else if (direction == 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (scroll->window), scroll->tick);
      scroll->tick = 0;
    }
}

static void
on_motion (GtkDropControllerMotion *motion, double x, double y, Scroll *scroll)
{
  int height = gtk_widget_get_height (GTK_WIDGET (scroll->window));

  set_direction (scroll, y < EDGE ? -1 : y > height - EDGE ? 1 : 0);
}

static void
on_leave (GtkDropControllerMotion *motion, Scroll *scroll)
{
  set_direction (scroll, 0);
}

static void
free_scroll (gpointer scroll, GClosure *closure)
{
  g_free (scroll);
}

/**
 * htap_drag_scroll_attach:
 * @window: what is dragged over its upper or lower edge scrolls it, which GTK does not do itself
 */
void
htap_drag_scroll_attach (GtkScrolledWindow *window)
{
  GtkEventController *controller = gtk_drop_controller_motion_new ();
  Scroll *scroll = g_new0 (Scroll, 1);

  scroll->window = window;
  g_signal_connect (controller, "leave", G_CALLBACK (on_leave), scroll);
  g_signal_connect_data (controller, "enter", G_CALLBACK (on_motion), scroll, NULL, 0);
  g_signal_connect_data (controller, "motion", G_CALLBACK (on_motion), scroll, free_scroll, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
