/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-private.h"

#include <glib/gstdio.h>

typedef struct
{
  HtapApplication *application;
  gboolean demo;
  gboolean is_done;
  guint n_ticks;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->demo = data != NULL;
  fixture->application = htap_application_new (fixture->demo);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->application);
}

/* Looks at the window until it shows what it should, then quits as a person does. */
static gboolean
on_tick (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));
  HtapPage expected = fixture->demo ? HTAP_PAGE_LIST : HTAP_PAGE_FIRST_RUN;
  HtapWindow *self;

  g_assert_cmpuint (fixture->n_ticks++, <, 600);
  if (window == NULL)
    return G_SOURCE_CONTINUE;

  self = HTAP_WINDOW (window);
  if (htap_list_pane_get_state (self->list_pane)->page != expected ||
      htap_inventory_get_refresh (self->inventory) != NULL)
    return G_SOURCE_CONTINUE;

  fixture->is_done = TRUE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "192.168.0.207");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

static void
run (Fixture *fixture)
{
  char *arguments[] = { (char *) "htap-inventory", NULL };

  g_timeout_add (50, on_tick, fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 1, arguments), ==, 0);
  g_assert_true (fixture->is_done);
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (g_application_get_application_id (G_APPLICATION (fixture->application)), ==,
                   HTAP_APPLICATION_ID ".Demo");
  run (fixture);
}

static void
test_first_run (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (g_application_get_application_id (G_APPLICATION (fixture->application)), ==,
                   HTAP_APPLICATION_ID);
  run (fixture);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = htap_test_temporary_directory ();
  int status;

  /* Nobody's profiles but this test's, and none from the environment. */
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_unsetenv ("HW_REGION_NAME");
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/application/demo", Fixture, "demo", set_up, test_demo, tear_down);
  g_test_add ("/application/first-run", Fixture, NULL, set_up, test_first_run, tear_down);

  status = g_test_run ();
  htap_test_remove_tree (home);

  return status;
}
