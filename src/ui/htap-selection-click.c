/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-selection-click.h"

#include "htap-list-rows.h"

static void
on_click_released (GtkGestureClick *gesture, int n_press, double x, double y, GtkColumnView *view)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  HtapCell *cell;

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    return;

  cell = htap_list_rows_find_cell_at (view, x, y);
  if (cell == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  htap_list_rows_select (htap_list_rows_get_row (cell), htap_cell_get_position (cell),
                         (state & GDK_CONTROL_MASK) != 0, (state & GDK_SHIFT_MASK) != 0);
}

/**
 * htap_selection_click_attach:
 *
 * Before 4.10.2 a row and its cell both answer to a click with Ctrl or Shift, and the second undoes
 * what the first did. This answers once in place of both.
 * https://gitlab.gnome.org/GNOME/gtk/-/issues/4819
 */
void
htap_selection_click_attach (GtkColumnView *view)
{
  GtkGesture *gesture;

  if (gtk_check_version (4, 10, 2) == NULL)
    return;

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "released", G_CALLBACK (on_click_released), view, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
}
