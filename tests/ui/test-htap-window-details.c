/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static void
test_selection (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *details = GTK_WIDGET (fixture->window->details);

  htap_test_demo_refresh (fixture->demo);
  htap_window_fixture_search (fixture, "htap-fjld");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (details, "htap-fjld"));

  htap_window_fixture_activate (fixture, "show-details", NULL);
  {
    g_autoptr (HtapInstance) only = htap_window_fixture_dup_shown (fixture, 0);

    g_signal_emit_by_name (htap_window_fixture_get_view (fixture), "activated", only);
  }
  htap_widget_test_settle ();
  g_assert_true (htap_window_fixture_get_state (fixture, "show-details"));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), details));
}

static gboolean
shows_nothing (gpointer data)
{
  return htap_widget_test_shows (data, "Select an Instance");
}

/* The next copy is not about what a search or the sidebar hides. */
static void
test_hidden_selection (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *details = GTK_WIDGET (fixture->window->details);
  HtapSource *failed;

  htap_test_demo_refresh (fixture->demo);
  htap_window_fixture_search (fixture, "htap-fjld");
  htap_window_fixture_search (fixture, "");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (details, "htap-fjld"));

  htap_window_fixture_search (fixture, "htap-fj");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (details, "htap-fjld"));
  htap_window_fixture_search (fixture, "crm");
  htap_test_wait_until (shows_nothing, details, "the end of the details");

  htap_window_fixture_search (fixture, "htap-fjld");
  htap_window_fixture_search (fixture, "");
  failed = htap_test_demo_find_failed (fixture->demo);
  htap_scope_choose_source (htap_list_pane_get_scope (fixture->window->list_pane), failed);
  htap_test_wait_until (shows_nothing, details, "the end of the details");
}

static gboolean
says_unlisted (gpointer data)
{
  return htap_widget_test_shows (data, "No longer listed");
}

/* What the cloud no longer lists stays in view, and no other takes its place. */
static void
test_unlisted (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *details = GTK_WIDGET (fixture->window->details);
  HtapSource *source = htap_window_test_get_source (fixture->demo->inventory, 0);
  g_autoptr (GListModel) selected = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_window_fixture_search (fixture, "htap-fjld");
  htap_window_fixture_search (fixture, "");
  htap_window_test_answer (fixture->demo->inventory, source, 1711116151, "normal");
  htap_test_wait_until (says_unlisted, details, "the note that it is not listed");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (details, "htap-fjld"));
  selected = htap_instance_view_dup_selected (htap_window_fixture_get_view (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (selected), ==, 0);
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-details/selection", test_selection },
    { "/window-details/hidden", test_hidden_selection },
    { "/window-details/unlisted", test_unlisted },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
