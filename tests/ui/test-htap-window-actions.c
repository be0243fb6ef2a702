/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include "htap-failures-dialog.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static void
test_actions (HtapWindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = {
    "refresh",           "refresh-selected", "refresh-profile", "stop",      "search",
    "clear-search",      "show-failures",    "show-sidebar",    "copy-text", "show-details",
    "copy-ip",           "copy-id",          "copy-rows",       "sort",      "copy-error",
    "show-help-overlay", "filter-by",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_test_message ("%s", actions[i]);
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), actions[i]));
    }
}

static void
test_refresh (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapInventory *inventory = fixture->demo->inventory;
  HtapSource *second = htap_window_test_get_source (inventory, 1);

  /* One in view: it alone. */
  htap_scope_choose_source (htap_list_pane_get_scope (fixture->window->list_pane), second);
  htap_window_fixture_activate (fixture, "refresh", NULL);
  htap_window_fixture_wait_idle (fixture);
  g_assert_cmpint (htap_source_get_as_of (second), !=, 0);
  g_assert_cmpint (htap_source_get_as_of (htap_window_test_get_source (inventory, 0)), ==, 0);

  htap_scope_choose_source (htap_list_pane_get_scope (fixture->window->list_pane), NULL);
  htap_window_fixture_activate (fixture, "refresh", NULL);
  htap_window_fixture_wait_idle (fixture);
  g_assert_cmpint (htap_source_get_as_of (htap_window_test_get_source (inventory, 0)), !=, 0);

  g_action_group_activate_action (
      G_ACTION_GROUP (fixture->window), "refresh-profile",
      g_variant_new_string (htap_profile_get_uuid (htap_source_get_profile (second))));
  g_assert_true (htap_source_is_loading (second));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "stop", NULL);
  htap_window_fixture_wait_idle (fixture);
  g_assert_false (htap_source_is_loading (second));
  g_assert_null (htap_source_get_error (second));
}

static void
test_refresh_selected (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) first = NULL;
  HtapRefresh *refresh;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();

  /* Nothing is selected, nothing happens. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "refresh-selected", NULL);
  g_assert_null (htap_inventory_get_refresh (fixture->demo->inventory));

  first = htap_window_fixture_dup_shown (fixture, 0);
  gtk_selection_model_select_item (
      htap_instance_view_get_selection (htap_window_fixture_get_view (fixture)), 0, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "refresh-selected", NULL);
  refresh = htap_inventory_get_refresh (fixture->demo->inventory);
  g_assert_nonnull (refresh);
  g_assert_cmpuint (htap_refresh_get_total (refresh), ==, 1);
  g_assert_true (htap_source_is_loading (htap_instance_get_source (first)));
  htap_window_fixture_wait_idle (fixture);
}

static void
test_failures (HtapWindowFixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_dialogs = 0;

  htap_test_demo_refresh (fixture->demo);
  htap_window_fixture_activate (fixture, "show-failures", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!HTAP_IS_FAILURES_DIALOG (window))
        continue;

      n_dialogs++;
      g_assert_true (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window));
      gtk_window_destroy (window);
    }
  g_assert_cmpuint (n_dialogs, ==, 1);
}

static void
test_search (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  htap_test_demo_refresh (fixture->demo);
  htap_panes_set_window_width (fixture->window->panes, 600);
  htap_window_fixture_activate (fixture, "show-sidebar", NULL);
  g_assert_false (htap_panes_get_list_shown (fixture->window->panes));

  htap_window_fixture_activate (fixture, "search", NULL);
  g_assert_true (htap_panes_get_list_shown (fixture->window->panes));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));

  htap_window_fixture_activate (fixture, "filter-by", g_variant_new_string ("fjld"));
  g_assert_cmpuint (g_list_model_get_n_items (htap_instance_view_get_shown (
                        htap_list_pane_get_view (fixture->window->list_pane))),
                    ==, 1);
  htap_window_fixture_activate (fixture, "clear-search", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_null (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-actions/there", test_actions },
    { "/window-actions/refresh", test_refresh },
    { "/window-actions/refresh-selected", test_refresh_selected },
    { "/window-actions/failures", test_failures },
    { "/window-actions/search", test_search },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
