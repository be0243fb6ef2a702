/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-fixture.h"

#include "htap-settings.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window.h"

/* GTK has one for each process. */
static GtkApplication *application;

void
htap_window_fixture_open (HtapWindowFixture *self)
{
  self->window =
      HTAP_WINDOW (htap_window_new (application, self->demo->inventory, self->settings, TRUE));
  htap_window_set_watches (self->window, self->watches);
  gtk_window_present (GTK_WINDOW (self->window));
  htap_widget_test_settle ();
}

void
htap_window_fixture_close (HtapWindowFixture *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  self->window = NULL;
  htap_widget_test_settle ();
}

static void
set_up (HtapWindowFixture *fixture, gconstpointer data)
{
  fixture->demo = htap_test_demo_new ();
  fixture->settings = htap_settings_new (TRUE);
  fixture->watches = htap_watch_list_new (fixture->demo->inventory);
  g_settings_set (fixture->settings, "size", "(ii)", 1200, 700);
  htap_window_fixture_open (fixture);
}

static void
tear_down (HtapWindowFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    htap_window_fixture_close (fixture);
  g_assert_finalize_object (fixture->watches);
  g_assert_finalize_object (fixture->settings);
  htap_test_demo_free (fixture->demo);
}

/**
 * htap_window_fixture_main:
 *
 * Runs every test in a window of its own, which is 1200 pixels wide.
 *
 * Returns: what main() returns
 */
int
htap_window_fixture_main (int argc, char **argv, const HtapWindowTest *tests, guint n_tests)
{
  g_autoptr (GError) error = NULL;
  int status;

  htap_widget_test_init (&argc, &argv);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, HtapWindowFixture, NULL, set_up, tests[i].run, tear_down);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}

void
htap_window_fixture_activate (HtapWindowFixture *self, const char *action, GVariant *parameter)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, parameter);
  htap_widget_test_settle ();
}

gboolean
htap_window_fixture_get_state (HtapWindowFixture *self, const char *action)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (self->window), action);

  return g_variant_get_boolean (state);
}

void
htap_window_fixture_search (HtapWindowFixture *self, const char *text)
{
  htap_instance_view_set_search (htap_window_fixture_get_view (self), text);
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

void
htap_window_fixture_wait_idle (HtapWindowFixture *self)
{
  htap_test_wait_until (is_idle, self->demo->inventory, "the end of a refresh");
}

HtapInstanceView *
htap_window_fixture_get_view (HtapWindowFixture *self)
{
  return htap_list_pane_get_view (self->window->list_pane);
}

/**
 * htap_window_fixture_dup_shown:
 *
 * Returns: (transfer full): the instance in this row
 */
HtapInstance *
htap_window_fixture_dup_shown (HtapWindowFixture *self, guint position)
{
  return g_list_model_get_item (htap_instance_view_get_shown (htap_window_fixture_get_view (self)),
                                position);
}
