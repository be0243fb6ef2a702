/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

/* "sidebar", "list", "details", or "nowhere". */
static const char *
get_focused_pane (HtapWindowFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  if (focus == NULL || !gtk_widget_get_mapped (focus))
    return "nowhere";
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->window->sidebar)))
    return "sidebar";
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->window->list_pane)))
    return "list";
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->window->details)))
    return "details";

  return "nowhere";
}

static void
go (HtapWindowFixture *fixture, const char *action, const char *expected)
{
  htap_window_fixture_activate (fixture, action, NULL);
  g_assert_cmpstr (get_focused_pane (fixture), ==, expected);
}

static void
read_and_select (HtapWindowFixture *fixture)
{
  htap_test_demo_refresh (fixture->demo);
  htap_list_pane_update (fixture->window->list_pane);
  htap_widget_test_settle ();
  htap_instance_view_move_cursor (htap_window_fixture_get_view (fixture), 0);
  htap_widget_test_settle ();
  g_assert_cmpstr (get_focused_pane (fixture), ==, "list");
}

static void
test_cycle (HtapWindowFixture *fixture, gconstpointer data)
{
  read_and_select (fixture);
  go (fixture, "next-pane", "details");
  go (fixture, "next-pane", "sidebar");
  go (fixture, "next-pane", "list");
  go (fixture, "previous-pane", "sidebar");
  go (fixture, "previous-pane", "details");
  go (fixture, "previous-pane", "list");
}

/* Where there is nothing to see there is nothing to focus. */
static void
test_nothing_selected (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection;

  read_and_select (fixture);
  selection = htap_instance_view_get_selection (htap_window_fixture_get_view (fixture));
  gtk_selection_model_unselect_all (selection);
  htap_widget_test_settle ();
  go (fixture, "next-pane", "sidebar");
  go (fixture, "next-pane", "list");
}

static void
test_hidden_pane_hands_focus_on (HtapWindowFixture *fixture, gconstpointer data)
{
  read_and_select (fixture);
  go (fixture, "next-pane", "details");
  go (fixture, "show-details", "list");
  go (fixture, "next-pane", "sidebar");
  go (fixture, "show-sidebar", "list");
  go (fixture, "next-pane", "list");

  /* Coming back takes nothing away. */
  go (fixture, "show-sidebar", "list");
  go (fixture, "show-details", "list");
}

static void
test_narrow (HtapWindowFixture *fixture, gconstpointer data)
{
  read_and_select (fixture);
  htap_panes_set_window_width (fixture->window->panes, 600);
  htap_widget_test_settle ();
  g_assert_cmpstr (get_focused_pane (fixture), ==, "list");

  go (fixture, "show-details", "details");
  go (fixture, "next-pane", "details");
  go (fixture, "show-details", "list");
  go (fixture, "show-sidebar", "sidebar");
  go (fixture, "show-sidebar", "list");
}

static void
test_show_all (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *sidebar = GTK_WIDGET (fixture->window->sidebar);
  g_autoptr (GPtrArray) lists = htap_widget_test_find_all (sidebar, GTK_TYPE_LIST_BOX);

  read_and_select (fixture);
  gtk_list_box_select_row (lists->pdata[0], gtk_list_box_get_row_at_index (lists->pdata[0], 4));
  g_assert_nonnull (htap_scope_get_source (htap_list_pane_get_scope (fixture->window->list_pane)));
  htap_window_fixture_activate (fixture, "show-all", NULL);
  g_assert_null (htap_scope_get_source (htap_list_pane_get_scope (fixture->window->list_pane)));
  g_assert_null (htap_sidebar_get_chosen (fixture->window->sidebar));
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-panes/cycle", test_cycle },
    { "/window-panes/nothing-selected", test_nothing_selected },
    { "/window-panes/hidden-pane", test_hidden_pane_hands_focus_on },
    { "/window-panes/narrow", test_narrow },
    { "/window-panes/show-all", test_show_all },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
