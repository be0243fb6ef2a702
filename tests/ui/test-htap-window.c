/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static GtkWidget *
find_back_button (HtapWindowFixture *fixture)
{
  g_autoptr (GPtrArray) buttons =
      htap_widget_test_find_all (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_button_get_icon_name (buttons->pdata[i]), "go-previous-symbolic") == 0)
      return buttons->pdata[i];

  return NULL;
}

static void
test_panes (HtapWindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "show-sidebar", "show-details" };

  g_assert_true (htap_window_fixture_get_state (fixture, "show-sidebar"));
  g_assert_true (htap_window_fixture_get_state (fixture, "show-details"));
  g_assert_null (find_back_button (fixture));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      htap_window_fixture_activate (fixture, actions[i], NULL);
      g_assert_false (htap_window_fixture_get_state (fixture, actions[i]));
      htap_window_fixture_activate (fixture, actions[i], NULL);
      g_assert_true (htap_window_fixture_get_state (fixture, actions[i]));
    }
  htap_window_fixture_activate (fixture, "show-details", NULL);
  g_assert_false (g_settings_get_boolean (fixture->settings, "details-wanted"));
  g_assert_true (g_settings_get_boolean (fixture->settings, "sidebar-wanted"));

  /* In a narrow window each takes the list's place, and leads back. */
  htap_panes_set_window_width (fixture->window->panes, 600);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_false (htap_window_fixture_get_state (fixture, actions[i]));
      htap_window_fixture_activate (fixture, actions[i], NULL);
      g_assert_true (htap_window_fixture_get_state (fixture, actions[i]));
      g_assert_false (htap_panes_get_list_shown (fixture->window->panes));
      g_signal_emit_by_name (find_back_button (fixture), "clicked");
      htap_widget_test_settle ();
      g_assert_true (htap_panes_get_list_shown (fixture->window->panes));
    }
  g_assert_true (g_settings_get_boolean (fixture->settings, "sidebar-wanted"));
}

static gboolean
has_kept_size (gpointer data)
{
  HtapWindowFixture *fixture = data;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);

  return ABS (gtk_widget_get_width (GTK_WIDGET (fixture->window)) - width) <= 60;
}

static void
test_settings (HtapWindowFixture *fixture, gconstpointer data)
{
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 500);
  htap_panes_set_window_width (fixture->window->panes, 640);
  htap_instance_view_set_sort (htap_window_fixture_get_view (fixture), HTAP_FIELD_PORT, TRUE);
  htap_widget_test_settle ();
  htap_test_wait_until (has_kept_size, fixture, "the size of the window");
  /* Just before the end. */
  htap_instance_view_reset_columns (htap_window_fixture_get_view (fixture));
  htap_window_fixture_close (fixture);

  g_settings_get (fixture->settings, "size", "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 640);
  g_assert_cmpint (height, ==, 500);
  g_assert_false (g_settings_get_boolean (fixture->settings, "maximized"));
  g_assert_true (g_settings_get_boolean (fixture->settings, "details-wanted"));
  {
    g_autoptr (GVariant) columns = g_settings_get_value (fixture->settings, "columns");
    g_autoptr (GVariant) sort = g_settings_get_value (fixture->settings, "sort");
    g_autofree char *text = g_variant_print (sort, FALSE);

    g_assert_cmpuint (g_variant_n_children (columns), ==, HTAP_N_FIELDS);
    g_assert_cmpstr (text, ==, "('port', true)");
  }

  /* As narrow as it was: the panes that do not fit do not ask for room. */
  htap_window_fixture_open (fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <, 700);
  g_assert_false (htap_window_fixture_get_state (fixture, "show-sidebar"));
  g_assert_false (htap_window_fixture_get_state (fixture, "show-details"));
}

/* Closing ends what runs. */
static void
test_close (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapRefresh *refresh;

  htap_demo_cloud_set_delay (fixture->demo->cloud, 60 * 1000);
  refresh = g_object_ref (htap_inventory_refresh (fixture->demo->inventory, NULL));
  htap_window_fixture_close (fixture);
  htap_window_fixture_wait_idle (fixture);
  g_assert_true (htap_refresh_is_stopped (refresh));
  g_object_unref (refresh);
}

/* Two windows on one inventory: each has its own looks, and what runs goes on for the other. */
static void
test_two (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapWindow *first = fixture->window;
  HtapRefresh *refresh;

  htap_window_fixture_open (fixture);
  g_assert_true (htap_window_fixture_get_state (fixture, "show-sidebar"));
  htap_sidebar_choose (fixture->window->sidebar,
                       htap_window_test_get_source (fixture->demo->inventory, 1));
  htap_window_fixture_activate (fixture, "show-sidebar", NULL);
  g_assert_false (htap_window_fixture_get_state (fixture, "show-sidebar"));
  g_assert_false (g_settings_get_boolean (fixture->settings, "sidebar-wanted"));
  g_assert_true (htap_panes_get_sidebar_shown (first->panes));
  g_assert_null (htap_scope_get_sources (htap_list_pane_get_scope (first->list_pane)));

  htap_demo_cloud_set_delay (fixture->demo->cloud, 60 * 1000);
  refresh = g_object_ref (htap_inventory_refresh (fixture->demo->inventory, NULL));
  htap_window_fixture_close (fixture);
  g_assert_false (htap_refresh_is_stopped (refresh));
  g_assert_false (htap_refresh_is_finished (refresh));

  fixture->window = first;
  htap_window_fixture_close (fixture);
  g_assert_true (htap_refresh_is_stopped (refresh));
  htap_window_fixture_wait_idle (fixture);
  g_object_unref (refresh);
}

static HtapProfile *
dup_profile (HtapWindowFixture *fixture, guint position)
{
  return g_list_model_get_item (htap_inventory_get_profiles (fixture->demo->inventory), position);
}

static guint
count_shown (HtapWindowFixture *fixture)
{
  return g_list_model_get_n_items (
      htap_instance_view_get_shown (htap_window_fixture_get_view (fixture)));
}

static void
test_profile (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapWindow *window = fixture->window;
  g_autoptr (HtapProfile) demo = dup_profile (fixture, 0);
  g_autoptr (HtapProfile) other = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_window_test_set_profile (fixture->demo->inventory, "Ops", "cn-north-4:23a5",
                                "cn-north-4:yin07;cn-north-4:zin07");
  other = dup_profile (fixture, 1);
  g_assert_false (htap_window_shows_profile (window, demo));

  htap_window_show_profile (window, demo);
  htap_widget_test_settle ();
  g_assert_true (htap_window_shows_profile (window, demo));
  g_assert_cmpuint (count_shown (fixture), ==, 20);

  htap_window_show_profile (window, other);
  htap_widget_test_settle ();
  g_assert_true (htap_window_shows_profile (window, other));
  g_assert_false (htap_window_shows_profile (window, demo));
  g_assert_cmpuint (count_shown (fixture), ==, 0);

  /* Refreshing asks for what is in view. */
  g_action_group_activate_action (G_ACTION_GROUP (window), "refresh", NULL);
  g_assert_cmpuint (htap_refresh_get_total (htap_inventory_get_refresh (window->inventory)), ==, 2);
  htap_window_fixture_wait_idle (fixture);

  /* It is left by the sidebar, or when it is removed. */
  htap_sidebar_choose (window->sidebar, NULL);
  g_assert_false (htap_window_shows_profile (window, other));
  g_assert_cmpuint (count_shown (fixture), ==, 20);
  htap_window_show_profile (window, other);
  g_list_store_remove (G_LIST_STORE (htap_inventory_get_profiles (window->inventory)), 1);
  g_signal_emit_by_name (window->inventory, "profiles-changed");
  htap_widget_test_settle ();
  g_assert_false (htap_window_shows_profile (window, other));
  g_assert_null (htap_scope_get_sources (htap_list_pane_get_scope (window->list_pane)));
  g_assert_cmpuint (count_shown (fixture), ==, 20);
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window/panes", test_panes },     { "/window/settings", test_settings },
    { "/window/close", test_close },     { "/window/two", test_two },
    { "/window/profile", test_profile },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
