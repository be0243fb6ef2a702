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

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window/panes", test_panes },
    { "/window/settings", test_settings },
    { "/window/close", test_close },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
