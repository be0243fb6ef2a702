/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-drag-scroll.h"

#include "htap-widget-test.h"

#define HEIGHT 200

typedef struct
{
  HtapTestWindow *window;
  GtkAdjustment *adjustment;
  GtkEventController *motion;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tall = g_object_new (GTK_TYPE_BOX, "height-request", 10 * HEIGHT, NULL);
  GtkWidget *scrolled_window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", tall, NULL);
  g_autoptr (GListModel) controllers = NULL;

  htap_drag_scroll_attach (GTK_SCROLLED_WINDOW (scrolled_window));
  fixture->window = htap_test_window_new (scrolled_window, 300, HEIGHT);
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled_window));
  htap_widget_test_settle ();

  controllers = gtk_widget_observe_controllers (scrolled_window);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_CONTROLLER_MOTION (controller))
        fixture->motion = controller;
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
}

static double
get_value (Fixture *fixture)
{
  return gtk_adjustment_get_value (fixture->adjustment);
}

static void
drag_to (Fixture *fixture, double y)
{
  g_signal_emit_by_name (fixture->motion, "motion", 10.0, y);
}

/* Meson's time limit ends it if that never comes. */
static void
wait_past (Fixture *fixture, double value, gboolean below)
{
  while (below ? get_value (fixture) >= value : get_value (fixture) <= value)
    g_main_context_iteration (NULL, TRUE);
}

/* While something is held over an edge, it scrolls on without any motion. */
static void
test_edges (Fixture *fixture, gconstpointer data)
{
  double value;

  drag_to (fixture, HEIGHT - 5);
  wait_past (fixture, 30, FALSE);

  drag_to (fixture, HEIGHT / 2.0);
  value = get_value (fixture);
  htap_widget_test_settle ();
  g_assert_cmpfloat (get_value (fixture), ==, value);

  drag_to (fixture, 5);
  wait_past (fixture, 10, TRUE);
}

/* What has left, or was dropped, scrolls nothing. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  double value;

  g_signal_emit_by_name (fixture->motion, "enter", 10.0, HEIGHT - 5.0);
  wait_past (fixture, 10, FALSE);
  g_signal_emit_by_name (fixture->motion, "leave");
  value = get_value (fixture);
  htap_widget_test_settle ();
  g_assert_cmpfloat (get_value (fixture), ==, value);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/drag-scroll/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD_TEST ("edges", test_edges);
  ADD_TEST ("leave", test_leave);

  return g_test_run ();
}
