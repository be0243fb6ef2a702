/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refresh-button.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapRefreshButton *button;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->button = HTAP_REFRESH_BUTTON (htap_refresh_button_new ());
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->button), 100, 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
}

static void
press (Fixture *fixture)
{
  g_clear_pointer (&fixture->window->activated, g_free);
  g_signal_emit_by_name (gtk_widget_get_first_child (GTK_WIDGET (fixture->button)), "clicked");
}

static gboolean
is_called (Fixture *fixture, const char *label)
{
  return htap_window_test_find_button (GTK_WIDGET (fixture->button), label) != NULL;
}

static gboolean
is_stop (gpointer data)
{
  return is_called (data, "Stop");
}

static gboolean
stops_when_pressed (gpointer data)
{
  Fixture *fixture = data;

  press (fixture);

  return g_strcmp0 (fixture->window->activated, "stop") == 0;
}

static void
test_idle (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_called (fixture, "Refresh"));
  press (fixture);
  g_assert_cmpstr (fixture->window->activated, ==, "refresh");
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  htap_refresh_button_set_busy (fixture->button, TRUE);
  g_assert_true (is_called (fixture, "Refresh"));
  press (fixture);
  g_assert_null (fixture->window->activated);

  /* The second press of a double click does not stop what the first began. */
  htap_test_wait_until (is_stop, fixture, "Stop");
  press (fixture);
  g_assert_null (fixture->window->activated);
  htap_test_wait_until (stops_when_pressed, fixture, "a press that stops");

  htap_refresh_button_set_busy (fixture->button, FALSE);
  g_assert_true (is_called (fixture, "Refresh"));
  press (fixture);
  g_assert_cmpstr (fixture->window->activated, ==, "refresh");
}

/* A short sweep leaves nothing behind that would turn the button into Stop later. */
static void
test_short (Fixture *fixture, gconstpointer data)
{
  htap_refresh_button_set_busy (fixture->button, TRUE);
  htap_refresh_button_set_busy (fixture->button, FALSE);
  htap_refresh_button_set_busy (fixture->button, TRUE);
  htap_test_wait_until (is_stop, fixture, "Stop");
  htap_refresh_button_set_busy (fixture->button, FALSE);
  g_assert_true (is_called (fixture, "Refresh"));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/refresh-button/idle", Fixture, NULL, set_up, test_idle, tear_down);
  g_test_add ("/refresh-button/busy", Fixture, NULL, set_up, test_busy, tear_down);
  g_test_add ("/refresh-button/short", Fixture, NULL, set_up, test_short, tear_down);

  return g_test_run ();
}
