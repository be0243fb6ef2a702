/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-private.h"
#include "htap-window-test.h"

#include <sysexits.h>

typedef struct
{
  HtapApplication *application;
  gboolean is_done;
} Fixture;

/* What a test does while the application runs, its window being there and its list filled. */
typedef void (*Act) (HtapApplication *application);

typedef struct
{
  Fixture *fixture;
  HtapPage page;
  Act act;
} Step;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->application = htap_application_new (data != NULL, HTAP_LANGUAGE_SYSTEM, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->application);
}

static HtapWindow *
get_window (HtapApplication *application)
{
  return HTAP_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static guint
count_windows (HtapApplication *application)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static void
activate (HtapApplication *application, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
}

static gboolean
is_ready (gpointer data)
{
  Step *step = data;
  HtapApplication *application = step->fixture->application;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  return window != NULL &&
         htap_list_pane_get_state (HTAP_WINDOW (window)->list_pane)->page == step->page &&
         htap_inventory_get_refresh (application->inventory) == NULL;
}

static gboolean
on_idle (gpointer user_data)
{
  Step *step = user_data;

  htap_test_wait_until (is_ready, step, "the window");
  step->act (step->fixture->application);
  step->fixture->is_done = TRUE;
  activate (step->fixture->application, "quit");

  return G_SOURCE_REMOVE;
}

/* @options: separated by spaces */
static void
run (Fixture *fixture, const char *options, HtapPage page, Act act)
{
  g_autofree char *command = g_strjoin (" ", "htap-inventory", options, NULL);
  g_auto (GStrv) arguments = g_strsplit (command, " ", -1);
  Step step = { fixture, page, act };

  g_idle_add (on_idle, &step);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application),
                                      (int) g_strv_length (arguments), arguments),
                   ==, EX_OK);
  g_assert_true (fixture->is_done);
}

static void
assert_identity (HtapApplication *application, const char *id)
{
  g_assert_cmpstr (g_application_get_application_id (G_APPLICATION (application)), ==, id);
  /* On X11 this is the class of the windows. */
  g_assert_cmpstr (g_get_prgname (), ==, id);
}

static void
act_demo (HtapApplication *application)
{
  HtapWindow *window = get_window (application);

  assert_identity (application, HTAP_APPLICATION_ID ".Demo");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "192.168.0.207");
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_LIST, act_demo);
  g_assert_false (htap_application_get_restarting (fixture->application));
}

static void
act_first_run (HtapApplication *application)
{
  assert_identity (application, HTAP_APPLICATION_ID);
}

static void
test_first_run (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_FIRST_RUN, act_first_run);
}

static void
act_windows (HtapApplication *application)
{
  HtapWindow *first = get_window (application);
  HtapWindow *second;
  g_autoptr (GtkBitset) selected = NULL;

  /* A second start raises what is there. */
  g_application_activate (G_APPLICATION (application));
  g_assert_cmpuint (count_windows (application), ==, 1);

  activate (application, "new-window");
  g_assert_cmpuint (count_windows (application), ==, 2);
  second = get_window (application);
  g_assert_true (second != first);
  g_assert_true (second->inventory == first->inventory);
  /* What is known is there at once, and nothing is asked again. */
  g_assert_null (htap_inventory_get_refresh (application->inventory));
  htap_widget_test_settle ();
  g_assert_cmpint (htap_list_pane_get_state (second->list_pane)->page, ==, HTAP_PAGE_LIST);

  /* Each shows its own. */
  htap_sidebar_choose (second->sidebar, htap_window_test_get_source (application->inventory, 0));
  gtk_selection_model_select_item (
      htap_instance_view_get_selection (htap_list_pane_get_view (second->list_pane)), 0, TRUE);
  g_assert_null (htap_scope_get_sources (htap_list_pane_get_scope (first->list_pane)));
  selected = gtk_selection_model_get_selection (
      htap_instance_view_get_selection (htap_list_pane_get_view (first->list_pane)));
  g_assert_true (gtk_bitset_is_empty (selected));

  gtk_window_close (GTK_WINDOW (second));
  g_assert_cmpuint (count_windows (application), ==, 1);
  activate (application, "new-window");
}

static void
test_windows (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_LIST, act_windows);
  g_assert_cmpuint (count_windows (fixture->application), ==, 0);
}

static void
act_profile (HtapApplication *application)
{
  HtapWindow *window = get_window (application);
  g_autoptr (HtapProfile) demo =
      g_list_model_get_item (htap_inventory_get_profiles (application->inventory), 0);

  g_assert_cmpuint (count_windows (application), ==, 1);
  g_assert_true (htap_window_shows_profile (window, demo));
}

static void
test_profile (Fixture *fixture, gconstpointer data)
{
  run (fixture, "--profile demo", HTAP_PAGE_LIST, act_profile);
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  static const char *const messages[] = {
    "*There is no profile*nobody*",
    "*Unexpected argument: everything*",
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/application/usage/subprocess/%u", i);

      g_test_trap_subprocess (path, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr (messages[i]);
    }
}

static void
test_usage_in_process (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "htap-inventory --profile nobody",
                                          "htap-inventory everything" };
  const char *path = g_test_get_path ();
  g_auto (GStrv) arguments = g_strsplit (commands[g_str_has_suffix (path, "1")], " ", -1);

  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application),
                                      (int) g_strv_length (arguments), arguments),
                   ==, EX_USAGE);
  g_assert_cmpuint (count_windows (fixture->application), ==, 0);
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!g_type_is_a (G_OBJECT_TYPE (window), type))
        continue;

      g_assert_null (found);
      found = window;
    }

  return found;
}

static void
act_preferences (HtapApplication *application)
{
  activate (application, "preferences");
  activate (application, "preferences");
  g_assert_nonnull (application->preferences);
  g_assert_true (find_toplevel (ADW_TYPE_WINDOW) == application->preferences);

  g_settings_set_uint (application->settings, "requests-in-flight", 3);
  g_assert_cmpuint (htap_inventory_get_max_in_flight (application->inventory), ==, 3);

  gtk_window_close (GTK_WINDOW (application->preferences));
  g_assert_null (application->preferences);
  activate (application, "preferences");
  g_assert_nonnull (application->preferences);
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_LIST, act_preferences);
  g_assert_null (fixture->application->preferences);
}

static void
act_schedule (HtapApplication *application)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (application), "auto-refresh");

  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "off");
  g_assert_cmpuint (htap_schedule_get_interval (application->schedule), ==, 0);
  g_assert_false (htap_schedule_get_paused (application->schedule));

  g_action_group_activate_action (G_ACTION_GROUP (application), "auto-refresh",
                                  g_variant_new_string ("5-minutes"));
  g_assert_cmpuint (htap_schedule_get_interval (application->schedule), ==, 300);

  gtk_widget_set_visible (GTK_WIDGET (get_window (application)), FALSE);
  g_assert_true (htap_schedule_get_paused (application->schedule));
  gtk_window_present (GTK_WINDOW (get_window (application)));
  htap_widget_test_settle ();
  g_assert_false (htap_schedule_get_paused (application->schedule));
}

static void
test_schedule (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_LIST, act_schedule);
}

/* Who wants to be told of what changes has it asked for while nobody looks. */
static void
act_news (HtapApplication *application)
{
  GtkWidget *window = GTK_WIDGET (get_window (application));

  g_assert_null (application->news);
  g_settings_set_boolean (application->settings, "notify-status-changes", TRUE);
  g_assert_nonnull (application->news);
  gtk_widget_set_visible (window, FALSE);
  g_assert_false (htap_schedule_get_paused (application->schedule));

  /* A program that only answers the desktop's search asks for nothing by itself. */
  g_application_hold (G_APPLICATION (application));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (htap_schedule_get_paused (application->schedule));
  activate (application, "new-window");
  g_application_release (G_APPLICATION (application));
  gtk_widget_set_visible (GTK_WIDGET (get_window (application)), FALSE);
  g_assert_false (htap_schedule_get_paused (application->schedule));

  g_settings_set_boolean (application->settings, "notify-status-changes", FALSE);
  g_assert_null (application->news);
  g_assert_true (htap_schedule_get_paused (application->schedule));
}

static void
test_news (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_LIST, act_news);
}

static HtapInstance *
dup_creating (HtapApplication *application)
{
  GListModel *instances = htap_inventory_get_instances (application->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (htap_instance_get_shown_status (instance) == HTAP_SHOWN_STATUS_CREATING)
        return g_steal_pointer (&instance);
    }

  g_assert_not_reached ();
}

/* Watching goes on without a window; a notification brings one back, and quitting ends it all. */
static void
act_watches (HtapApplication *application)
{
  g_autoptr (HtapInstance) creating = dup_creating (application);
  g_autoptr (HtapInstance) detailed = NULL;

  gtk_window_close (GTK_WINDOW (get_window (application)));
  g_assert_false (application->watching);
  htap_watch_list_add (application->watches, creating);
  g_assert_true (application->watching);
  g_assert_cmpuint (count_windows (application), ==, 0);

  g_action_group_activate_action (G_ACTION_GROUP (application), "show-instance",
                                  g_variant_new_string (htap_instance_get_id (creating)));
  g_assert_cmpuint (count_windows (application), ==, 1);
  htap_widget_test_settle ();
  detailed = g_list_model_get_item (get_window (application)->detailed, 0);
  g_assert_true (detailed == creating);
  g_assert_true (application->watching);
}

static void
test_watches (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_LIST, act_watches);
  g_assert_false (fixture->application->watching);
}

static void
act_about (HtapApplication *application)
{
  activate (application, "about");
  g_assert_nonnull (find_toplevel (ADW_TYPE_ABOUT_WINDOW));
}

static void
test_about (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_LIST, act_about);
}

static void
act_restart (HtapApplication *application)
{
  activate (application, "new-window");
  activate (application, "restart");
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, HTAP_PAGE_LIST, act_restart);
  g_assert_cmpuint (count_windows (fixture->application), ==, 0);
  g_assert_true (htap_application_get_restarting (fixture->application));
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
  g_test_add ("/application/windows", Fixture, "demo", set_up, test_windows, tear_down);
  g_test_add ("/application/profile", Fixture, "demo", set_up, test_profile, tear_down);
  g_test_add ("/application/usage", Fixture, NULL, set_up, test_usage, tear_down);
  g_test_add ("/application/usage/subprocess/0", Fixture, NULL, set_up, test_usage_in_process,
              tear_down);
  g_test_add ("/application/usage/subprocess/1", Fixture, NULL, set_up, test_usage_in_process,
              tear_down);
  g_test_add ("/application/preferences", Fixture, "demo", set_up, test_preferences, tear_down);
  g_test_add ("/application/schedule", Fixture, "demo", set_up, test_schedule, tear_down);
  g_test_add ("/application/news", Fixture, "demo", set_up, test_news, tear_down);
  g_test_add ("/application/watches", Fixture, "demo", set_up, test_watches, tear_down);
  g_test_add ("/application/about", Fixture, "demo", set_up, test_about, tear_down);
  g_test_add ("/application/restart", Fixture, "demo", set_up, test_restart, tear_down);

  status = g_test_run ();
  htap_test_remove_tree (home);

  return status;
}
