/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application-private.h"

#include "htap-settings.h"
#include "htap-snapshot-store.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-private.h"

#include <sysexits.h>

/* A program that starts where another has run: nobody listens at the endpoint. */

#define UUID "6f1c9a34"
#define PROFILES                                                                                   \
  "[profile " UUID "]\nName=Production\nSignIn=token\nProjects=cn-north-4:23a5\n"                  \
  "TaurusIds=cn-north-4:ain07\nEndpoint.cn-north-4=http://127.0.0.1:1\n"

typedef struct
{
  char *kept; /* the snapshot of ain07 */
  HtapApplication *application;
  HtapPage page; /* that the window comes to */
  guint n_rows;
  gboolean is_stale;
  gboolean keeps;
  gboolean stops; /* keeping, when it is switched off while it runs */
  guint n_frames;
  gboolean lists_first; /* the first frame has the rows */
  gboolean asks_first;  /* something was asked before it */
} Fixture;

static void
write_profiles (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "htap-inventory", NULL);
  g_autofree char *path = g_build_filename (folder, "profiles.ini", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  htap_test_write_file (path, PROFILES);
}

/* As an earlier run would have. */
static void
keep_answer (void)
{
  g_autoptr (HtapSnapshotStore) store = htap_snapshot_store_new (NULL);
  g_autoptr (HtapProfile) profile = htap_profile_new (UUID);
  g_autoptr (GBytes) answer = htap_test_fixture ("htap_list_page_example.json");
  HtapSnapshot *snapshot = htap_snapshot_new (UUID, "cn-north-4", "23a5", "ain07", answer);

  htap_profile_set_endpoint (profile, "cn-north-4", "http://127.0.0.1:1");
  snapshot->reader = htap_profile_dup_reader (profile, "cn-north-4");
  snapshot->as_of -= 3600;
  htap_snapshot_store_save (store, snapshot);
}

static void
set_keeping (gboolean keep)
{
  g_autoptr (GSettings) settings = htap_settings_new (FALSE);

  g_settings_set_boolean (settings, "keep-snapshots", keep);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kept =
      g_build_filename (g_get_user_cache_dir (), "htap-inventory", UUID, "ain07.json", NULL);
  write_profiles ();
  keep_answer ();
  g_assert_true (g_file_test (fixture->kept, G_FILE_TEST_EXISTS));
  fixture->application = htap_application_new (FALSE, HTAP_LANGUAGE_SYSTEM, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->application);
  set_keeping (TRUE);
  g_free (fixture->kept);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (htap_inventory_get_instances (fixture->application->inventory));
}

static void
on_after_paint (GdkFrameClock *clock, Fixture *fixture)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));

  if (fixture->n_frames++ > 0)
    return;

  fixture->lists_first = htap_list_pane_get_listing (HTAP_WINDOW (window)->list_pane);
  fixture->asks_first = htap_inventory_get_refresh (fixture->application->inventory) != NULL;
}

static void
on_window_realize (GtkWidget *window, Fixture *fixture)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), fixture);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window, Fixture *fixture)
{
  g_signal_connect_after (window, "realize", G_CALLBACK (on_window_realize), fixture);
}

static gboolean
is_ready (gpointer data)
{
  Fixture *fixture = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));

  return window != NULL && fixture->n_frames > 0 &&
         htap_list_pane_get_state (HTAP_WINDOW (window)->list_pane)->page == fixture->page &&
         htap_inventory_get_refresh (fixture->application->inventory) == NULL;
}

static gboolean
on_idle (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (HtapSource) source = NULL;

  htap_test_wait_until (is_ready, fixture, "the window");
  source = g_list_model_get_item (htap_inventory_get_sources (fixture->application->inventory), 0);
  fixture->n_rows = count_rows (fixture);
  fixture->is_stale = htap_source_get_state (source) == HTAP_SOURCE_STALE;
  fixture->keeps = htap_inventory_get_keep_snapshots (fixture->application->inventory);
  g_settings_set_boolean (fixture->application->settings, "keep-snapshots", FALSE);
  fixture->stops = !htap_inventory_get_keep_snapshots (fixture->application->inventory);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

/* From its start to its end, @page being what the window comes to. */
static void
run (Fixture *fixture, HtapPage page)
{
  char *arguments[] = { (char *) "htap-inventory", NULL };

  fixture->page = page;
  g_signal_connect (fixture->application, "window-added", G_CALLBACK (on_window_added), fixture);
  g_idle_add (on_idle, fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 1, arguments), ==,
                   EX_OK);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  run (fixture, HTAP_PAGE_LIST);
  g_assert_cmpuint (fixture->n_rows, ==, 4);
  g_assert_true (fixture->lists_first);
  g_assert_false (fixture->asks_first);
  g_assert_true (fixture->is_stale);
  g_assert_true (fixture->keeps);
  g_assert_true (fixture->stops);
}

/* Somebody switched it off while the program did not run. */
static void
test_off (Fixture *fixture, gconstpointer data)
{
  set_keeping (FALSE);
  run (fixture, HTAP_PAGE_ERROR);
  g_assert_cmpuint (fixture->n_rows, ==, 0);
  g_assert_false (fixture->keeps);
  g_assert_false (g_file_test (fixture->kept, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = htap_test_temporary_directory ();
  int status;

  /* Nobody's profiles and answers but this test's. */
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_unsetenv ("HW_REGION_NAME");
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/application-snapshots/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/application-snapshots/off", Fixture, NULL, set_up, test_off, tear_down);

  status = g_test_run ();
  htap_test_remove_tree (home);

  return status;
}
