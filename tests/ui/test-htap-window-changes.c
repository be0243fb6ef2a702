/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-row.h"
#include "htap-changes.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

#define NOW (g_get_real_time () / G_USEC_PER_SEC)

static HtapChanges *
get_changes (HtapWindowFixture *fixture)
{
  return htap_inventory_get_changes (fixture->demo->inventory);
}

static GtkWidget *
get_page (HtapWindowFixture *fixture)
{
  return GTK_WIDGET (fixture->window->changes_page);
}

static gboolean
shows_changes (HtapWindowFixture *fixture)
{
  return gtk_stack_get_visible_child (fixture->window->pages) == get_page (fixture);
}

static GtkListView *
find_list (HtapWindowFixture *fixture)
{
  g_autoptr (GPtrArray) lists = htap_widget_test_find_all (get_page (fixture), GTK_TYPE_LIST_VIEW);

  return lists->pdata[0];
}

/* The groups that are shown; the list keeps rows for reuse. */
static guint
count_groups (HtapWindowFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (find_list (fixture))));
}

static void
show_changes (HtapWindowFixture *fixture)
{
  htap_window_fixture_activate (fixture, "show-changes", NULL);
  htap_widget_test_settle ();
  g_assert_true (shows_changes (fixture));
}

static void
answer (HtapWindowFixture *fixture, const char *statuses)
{
  htap_window_test_answer_again (fixture->demo->inventory,
                                 htap_window_test_get_source (fixture->demo->inventory, 0), NOW,
                                 statuses);
  htap_widget_test_settle ();
}

/* What a first answer brings is no change; what the next one says is. */
static void
change (HtapWindowFixture *fixture)
{
  answer (fixture, "normal creating");
  g_assert_cmpuint (htap_changes_get_n_unseen (get_changes (fixture)), ==, 0);
  answer (fixture, "abnormal normal");
  g_assert_cmpuint (htap_changes_get_n_unseen (get_changes (fixture)), ==, 2);
}

static void
test_rows (HtapWindowFixture *fixture, gconstpointer data)
{
  change (fixture);
  show_changes (fixture);
  g_assert_cmpuint (count_groups (fixture), ==, 2);
  g_assert_true (htap_widget_test_shows (get_page (fixture), "htap-0"));
  g_assert_true (htap_widget_test_shows (get_page (fixture), "Available → Abnormal"));
  g_assert_true (htap_widget_test_shows (get_page (fixture), "Creating → Available"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->window), "window-changes");
}

static void
test_activate (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) detailed = NULL;
  g_autoptr (HtapChange) newest = NULL;

  change (fixture);
  show_changes (fixture);
  newest = g_list_model_get_item (G_LIST_MODEL (get_changes (fixture)), 0);
  g_signal_emit_by_name (find_list (fixture), "activate", 0);
  htap_widget_test_settle ();

  g_assert_false (shows_changes (fixture));
  detailed = g_list_model_get_item (fixture->window->detailed, 0);
  g_assert_true (htap_change_concerns (newest, detailed));
  g_assert_true (htap_panes_get_details_shown (fixture->window->panes));
}

static GtkToggleButton *
find_seen_toggle (HtapWindowFixture *fixture, const char *label)
{
  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (
      htap_widget_test_find (get_page (fixture), label), GTK_TYPE_TOGGLE_BUTTON));
}

/* One, which is then among those that were seen; then all. */
static void
test_seen (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkToggleButton *toggle;
  GtkWidget *mark;

  change (fixture);
  show_changes (fixture);
  mark = htap_window_test_find_button (get_page (fixture), "Mark as Seen: htap-0");
  g_signal_emit_by_name (mark, "clicked");
  htap_widget_test_settle ();
  g_assert_cmpuint (htap_changes_get_n_unseen (get_changes (fixture)), ==, 1);
  g_assert_cmpuint (count_groups (fixture), ==, 1);
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "Marked htap-0 as seen");

  toggle = find_seen_toggle (fixture, "Seen (1)");
  gtk_toggle_button_set_active (toggle, TRUE);
  htap_widget_test_settle ();
  g_assert_cmpuint (count_groups (fixture), ==, 1);
  g_assert_true (htap_widget_test_shows (get_page (fixture), "Available → Abnormal"));
  gtk_toggle_button_set_active (toggle, FALSE);

  mark = htap_window_test_find_button (get_page (fixture), "Mark All as Seen");
  g_signal_emit_by_name (mark, "clicked");
  htap_widget_test_settle ();
  g_assert_cmpuint (htap_changes_get_n_unseen (get_changes (fixture)), ==, 0);
  g_assert_true (htap_widget_test_shows (get_page (fixture), "No New Changes"));
  g_assert_false (gtk_widget_get_visible (mark));
}

static void
test_none (HtapWindowFixture *fixture, gconstpointer data)
{
  show_changes (fixture);
  g_assert_true (htap_widget_test_shows (get_page (fixture), "No Changes"));
  htap_window_fixture_activate (fixture, "show-all", NULL);
  g_assert_false (shows_changes (fixture));
}

static guint
count_unlisted (HtapWindowFixture *fixture)
{
  GListModel *shown = htap_instance_view_get_shown (htap_window_fixture_get_view (fixture));
  guint n_unlisted = 0;

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (shown, i);

      n_unlisted += !htap_instance_get_listed (instance);
    }

  return n_unlisted;
}

/* What is gone stays until somebody has seen that, and can be looked at. */
static void
test_gone (HtapWindowFixture *fixture, gconstpointer data)
{
  change (fixture);
  answer (fixture, "abnormal");
  g_assert_cmpuint (count_unlisted (fixture), ==, 1);

  show_changes (fixture);
  g_assert_true (htap_widget_test_shows (get_page (fixture), "No longer listed"));
  g_signal_emit_by_name (find_list (fixture), "activate", 0);
  htap_widget_test_settle ();
  g_assert_true (
      htap_widget_test_shows (GTK_WIDGET (fixture->window->details), "No longer listed"));

  htap_inventory_mark_changes_seen (fixture->demo->inventory, NULL);
  htap_widget_test_settle ();
  g_assert_cmpuint (count_unlisted (fixture), ==, 0);
}

static gboolean
is_enabled (HtapWindowFixture *fixture)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "mark-seen");
}

/* Of the selected rows, where there is something to be seen. */
static void
test_mark_selected (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection =
      htap_instance_view_get_selection (htap_window_fixture_get_view (fixture));

  change (fixture);
  g_assert_false (is_enabled (fixture));
  gtk_selection_model_select_item (selection, 0, TRUE);
  g_assert_true (is_enabled (fixture));
  htap_window_fixture_activate (fixture, "mark-seen", NULL);
  g_assert_cmpuint (htap_changes_get_n_unseen (get_changes (fixture)), ==, 1);
  g_assert_false (is_enabled (fixture));
  gtk_selection_model_select_item (selection, 1, TRUE);
  g_assert_true (is_enabled (fixture));
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-changes/rows", test_rows }, { "/window-changes/activate", test_activate },
    { "/window-changes/seen", test_seen }, { "/window-changes/none", test_none },
    { "/window-changes/gone", test_gone }, { "/window-changes/mark-selected", test_mark_selected },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
