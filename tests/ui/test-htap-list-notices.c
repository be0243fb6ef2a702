/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-notices.h"

#include "htap-fake-monitor.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)

typedef struct
{
  HtapInventory *inventory;
  HtapSource *sources[3];
  HtapListNotices *notices;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5",
                                "cn-north-4:ain07;cn-north-4:bin07;cn-north-4:cin07");
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    {
      fixture->sources[i] = htap_window_test_get_source (fixture->inventory, i);
      htap_window_test_answer (fixture->inventory, fixture->sources[i], NOW - 60 * i, "normal");
    }
  fixture->notices = HTAP_LIST_NOTICES (htap_list_notices_new (data != NULL));
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->notices), 800, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static void
update (Fixture *fixture)
{
  HtapViewState state;

  htap_view_state_compute (&state, fixture->inventory, NULL, FALSE, 3);
  htap_list_notices_update (fixture->notices, &state, fixture->inventory, NOW);
  htap_widget_test_settle ();
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return htap_widget_test_shows (GTK_WIDGET (fixture->notices), text);
}

static gboolean
offers (Fixture *fixture, const char *name)
{
  return htap_window_test_find_button (GTK_WIDGET (fixture->notices), name) != NULL;
}

static void
test_partial (Fixture *fixture, gconstpointer data)
{
  htap_window_test_fail (fixture->sources[1], HTAP_ERROR_TIMEOUT);
  htap_window_test_fail (fixture->sources[2], HTAP_ERROR_FORBIDDEN);
  update (fixture);
  g_assert_true (
      says (fixture, "2 of 3 TaurusDB instances could not be read; their rows are from 14:00."));
  g_assert_true (offers (fixture, "Details"));
  htap_widget_test_screenshot (fixture->window, "notice-partial");
}

static void
test_forbidden (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    htap_window_test_fail (fixture->sources[i], HTAP_ERROR_FORBIDDEN);
  update (fixture);
  g_assert_true (says (fixture, "Access Denied in CN North-Beijing4"));
  g_assert_true (says (fixture,
                       "This IAM user may not list HTAP instances in project 23a5. Ask your "
                       "account's administrator for \"TaurusDB ReadOnlyAccess\" in this region's "
                       "project, or the action gaussdb:htapInstance:list (identity policy: "
                       "gaussdbformysql:htapInstance:get). Showing data from 14:00."));
  g_assert_true (offers (fixture, "Copy Details"));
  g_assert_false (offers (fixture, "Details"));
  htap_widget_test_screenshot (fixture->window, "notice-forbidden");
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  htap_source_set_taurus_name (fixture->sources[2], "taurus-bi");
  htap_window_test_fail (fixture->sources[2], HTAP_ERROR_NOT_FOUND);
  update (fixture);
  g_assert_true (says (fixture, "taurus-bi was not found in CN North-Beijing4. It was deleted, or "
                                "belongs to another project. Showing data from 14:00."));
  g_assert_true (offers (fixture, "Hide"));
}

/* The token of another region's project. */
static void
test_other_region (Fixture *fixture, gconstpointer data)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_OTHER_REGION,
                               .http_status = 401,
                               .code = (char *) "APIGW.0307" };
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_AUTH, &details, "as if");
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    htap_source_fail (fixture->sources[i], error);
  update (fixture);
  g_assert_true (says (fixture, "This token must be renewed, or belongs to another region. A token "
                                "works only in the project it was issued for. Showing data from "
                                "14:00."));
}

static void
test_clock (Fixture *fixture, gconstpointer data)
{
  HtapErrorDetails details = { .clock_skew = -22 * 60 };
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_CLOCK_SKEW, &details, "as if");
  htap_window_test_fail (fixture->sources[0], HTAP_ERROR_TIMEOUT);
  htap_source_fail (fixture->sources[1], error);
  update (fixture);
  g_assert_true (says (fixture,
                       "This computer's clock is 22 minutes behind. Requests more than 15 minutes "
                       "off are refused. Set the clock and try again; your keys are not the "
                       "problem. Showing data from 14:01."));
  g_assert_true (offers (fixture, "Try Again"));
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  update (fixture);
  g_assert_true (says (fixture, "Demo data"));
  g_assert_true (offers (fixture, "Leave Demo"));
  htap_window_test_fail (fixture->sources[2], HTAP_ERROR_TIMEOUT);
  update (fixture);
  g_assert_true (says (fixture, "Demo data"));
  g_assert_true (
      says (fixture, "1 of 3 TaurusDB instances could not be read; its rows are from 14:00."));
}

/* It is said of what needs a network, with the age of what is shown; what somebody tried says more.
 */
static void
test_offline (Fixture *fixture, gconstpointer data)
{
  HtapFakeMonitor *monitor = htap_fake_monitor_new (FALSE);

  htap_inventory_set_network_monitor (fixture->inventory, G_NETWORK_MONITOR (monitor));
  update (fixture);
  g_assert_true (says (fixture, "Offline. Showing data from 14:00."));
  htap_widget_test_screenshot (fixture->window, "notice-offline");

  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    htap_window_test_fail (fixture->sources[i], HTAP_ERROR_NETWORK);
  update (fixture);
  g_assert_false (says (fixture, "Offline. Showing data from 14:00."));

  for (guint i = 0; i < G_N_ELEMENTS (fixture->sources); i++)
    htap_window_test_answer (fixture->inventory, fixture->sources[i], NOW, "normal");
  update (fixture);
  g_assert_true (says (fixture, "Offline. Showing data from 14:02."));
  htap_fake_monitor_set_available (monitor, TRUE);
  update (fixture);
  g_assert_false (says (fixture, "Offline. Showing data from 14:02."));
  g_object_unref (monitor);
}

/* This computer's own endpoints need none. */
static void
test_offline_on_loopback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapTestDemo) demo = htap_test_demo_new ();
  g_autoptr (HtapFakeMonitor) monitor = htap_fake_monitor_new (FALSE);
  HtapViewState state;

  htap_inventory_set_network_monitor (demo->inventory, G_NETWORK_MONITOR (monitor));
  htap_test_demo_refresh (demo);
  g_assert_true (htap_inventory_get_offline (demo->inventory));
  htap_view_state_compute (&state, demo->inventory, NULL, FALSE, 3);
  htap_list_notices_update (fixture->notices, &state, demo->inventory, NOW);
  htap_widget_test_settle ();
  g_assert_false (state.cut_off);
}

/* A saved profile, and files of another program where its answers are kept. */
static void
leave_broken (const char *name)
{
  g_autofree char *config = g_build_filename (g_get_user_config_dir (), "htap-inventory", NULL);
  g_autofree char *profiles = g_build_filename (config, "profiles.ini", NULL);
  g_autofree char *kept =
      g_build_filename (g_get_user_cache_dir (), "htap-inventory", "6f1c", NULL);
  g_autofree char *broken = g_build_filename (kept, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (config, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (kept, 0700), ==, 0);
  htap_test_write_file (profiles, "[profile 6f1c]\nName=Saved\nSignIn=token\n"
                                  "Projects=cn-north-4:23a5\nTaurusIds=cn-north-4:zin07\n");
  htap_test_write_file (broken, "{\"format\":\"of another program\"}\n");
}

static void
read_saved (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (htap_inventory_load (fixture->inventory, NULL));
  htap_inventory_show_snapshots_async (fixture->inventory, NULL, htap_test_on_result, &result);
  g_assert_true (
      htap_inventory_show_snapshots_finish (fixture->inventory, htap_test_await (&result), NULL));
  update (fixture);
}

static gboolean
says_set_aside (Fixture *fixture)
{
  const GError *error = htap_inventory_get_snapshots_error (fixture->inventory);
  g_autofree char *sentence = g_strdup_printf (
      "Saved data could not be understood and was set aside as %s. It is read from "
      "the cloud again.",
      htap_error_get_details (error)->subject);

  return says (fixture, sentence);
}

/* There is one in each notice that can be closed. */
static void
close_notice (Fixture *fixture)
{
  g_autoptr (GPtrArray) buttons =
      htap_widget_test_find_all (GTK_WIDGET (fixture->notices), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), "Close") == 0)
      {
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
        return;
      }

  g_assert_not_reached ();
}

static void
count (guint *n_signals)
{
  (*n_signals)++;
}

/* It is said until it is read, and comes back when it happens again. */
static void
test_saved_data_set_aside (Fixture *fixture, gconstpointer data)
{
  guint n_dismissed = 0;

  g_signal_connect_swapped (fixture->notices, "dismissed", G_CALLBACK (count), &n_dismissed);
  leave_broken ("ain07.json");
  read_saved (fixture);
  g_assert_true (says_set_aside (fixture));
  g_assert_true (offers (fixture, "Copy Details"));
  htap_widget_test_screenshot (fixture->window, "notice-set-aside");

  close_notice (fixture);
  g_assert_cmpuint (n_dismissed, ==, 1);
  update (fixture);
  g_assert_false (says_set_aside (fixture));

  leave_broken ("bin07.json");
  read_saved (fixture);
  g_assert_true (says_set_aside (fixture));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  update (fixture);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->notices)), >=, 0);
  g_assert_false (says (fixture, "Demo data"));
  g_assert_false (says (fixture, "Details"));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = htap_test_temporary_directory ();
  int status;

  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/list-notices/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/list-notices/partial", Fixture, NULL, set_up, test_partial, tear_down);
  g_test_add ("/list-notices/forbidden", Fixture, NULL, set_up, test_forbidden, tear_down);
  g_test_add ("/list-notices/not-found", Fixture, NULL, set_up, test_not_found, tear_down);
  g_test_add ("/list-notices/other-region", Fixture, NULL, set_up, test_other_region, tear_down);
  g_test_add ("/list-notices/clock", Fixture, NULL, set_up, test_clock, tear_down);
  g_test_add ("/list-notices/demo", Fixture, "demo", set_up, test_demo, tear_down);

  g_test_add ("/list-notices/offline", Fixture, NULL, set_up, test_offline, tear_down);
  g_test_add ("/list-notices/offline-on-loopback", Fixture, NULL, set_up, test_offline_on_loopback,
              tear_down);
  g_test_add ("/list-notices/saved-data-set-aside", Fixture, NULL, set_up,
              test_saved_data_set_aside, tear_down);

  status = g_test_run ();
  htap_test_remove_tree (home);

  return status;
}
