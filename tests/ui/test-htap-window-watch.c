/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static guint
find_row (HtapWindowFixture *fixture, HtapShownStatus status)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (HtapInstance) instance = htap_window_fixture_dup_shown (fixture, i);

      g_assert_nonnull (instance);
      if (htap_instance_get_shown_status (instance) == status)
        return i;
    }
}

static HtapInstance *
select_status (HtapWindowFixture *fixture, HtapShownStatus status, gboolean alone)
{
  guint row = find_row (fixture, status);
  GtkSelectionModel *selection =
      htap_instance_view_get_selection (htap_window_fixture_get_view (fixture));

  gtk_selection_model_select_item (selection, row, alone);
  htap_widget_test_settle ();

  return htap_window_fixture_dup_shown (fixture, row);
}

static gboolean
is_enabled (HtapWindowFixture *fixture)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window),
                                            "notify-when-available");
}

static gboolean
is_checked (HtapWindowFixture *fixture)
{
  return htap_window_fixture_get_state (fixture, "notify-when-available");
}

static void
toggle (HtapWindowFixture *fixture)
{
  htap_window_fixture_activate (fixture, "notify-when-available", NULL);
}

static GtkWidget *
find_button (HtapWindowFixture *fixture)
{
  return htap_window_test_find_button (GTK_WIDGET (fixture->window->details),
                                       "Notify When Available");
}

static void
test_toggle (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) creating = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  g_assert_false (is_enabled (fixture));

  creating = select_status (fixture, HTAP_SHOWN_STATUS_CREATING, TRUE);
  g_assert_true (is_enabled (fixture));
  g_assert_false (is_checked (fixture));
  g_assert_true (gtk_widget_get_visible (find_button (fixture)));
  toggle (fixture);
  g_assert_true (htap_watch_list_contains (fixture->watches, creating));
  g_assert_true (is_checked (fixture));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (fixture))));

  g_signal_emit_by_name (find_button (fixture), "clicked");
  htap_widget_test_settle ();
  g_assert_false (htap_watch_list_contains (fixture->watches, creating));
  g_assert_false (is_checked (fixture));
}

/* What is available already, or never will be, is nothing to wait for. */
static void
test_nothing_to_wait_for (HtapWindowFixture *fixture, gconstpointer data)
{
  static const HtapShownStatus statuses[] = { HTAP_SHOWN_STATUS_AVAILABLE,
                                              HTAP_SHOWN_STATUS_CREATION_FAILED };

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (HtapInstance) instance G_GNUC_UNUSED = select_status (fixture, statuses[i], TRUE);

      g_assert_false (is_enabled (fixture));
      g_assert_false (gtk_widget_get_visible (find_button (fixture)));
    }
}

/* Of several, those that can be; the mark says that none is left out. */
static void
test_several (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) creating = NULL;
  g_autoptr (HtapInstance) changing = NULL;
  g_autoptr (HtapInstance) available = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  creating = select_status (fixture, HTAP_SHOWN_STATUS_CREATING, TRUE);
  toggle (fixture);
  changing = select_status (fixture, HTAP_SHOWN_STATUS_CHANGING, FALSE);
  available = select_status (fixture, HTAP_SHOWN_STATUS_AVAILABLE, FALSE);
  g_assert_false (is_checked (fixture));

  toggle (fixture);
  g_assert_true (is_checked (fixture));
  g_assert_true (htap_watch_list_contains (fixture->watches, creating));
  g_assert_true (htap_watch_list_contains (fixture->watches, changing));
  g_assert_false (htap_watch_list_contains (fixture->watches, available));
  toggle (fixture);
  g_assert_cmpuint (htap_watch_list_get_size (fixture->watches), ==, 0);
}

static void
assert_detailed (HtapWindowFixture *fixture, HtapInstance *instance)
{
  g_autoptr (HtapInstance) detailed = g_list_model_get_item (fixture->window->detailed, 0);

  htap_widget_test_settle ();
  g_assert_true (detailed == instance);
  g_assert_true (htap_panes_get_details_shown (fixture->window->panes));
}

/* Whatever else is in view. */
static void
test_show (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) creating = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  creating = select_status (fixture, HTAP_SHOWN_STATUS_CREATING, TRUE);
  gtk_selection_model_unselect_all (
      htap_instance_view_get_selection (htap_window_fixture_get_view (fixture)));
  htap_window_fixture_search (fixture, "no such thing");
  htap_widget_test_settle ();

  htap_window_show_instance (fixture->window, htap_instance_get_id (creating));
  assert_detailed (fixture, creating);
}

/* Although the list, behind the page that is shown, has its row. */
static void
test_show_over_findings (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) creating = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  creating = select_status (fixture, HTAP_SHOWN_STATUS_CREATING, TRUE);
  htap_window_fixture_activate (fixture, "show-findings", NULL);

  htap_window_show_instance (fixture->window, htap_instance_get_id (creating));
  assert_detailed (fixture, creating);
  g_assert_true (gtk_stack_get_visible_child (fixture->window->pages) ==
                 GTK_WIDGET (fixture->window->list_pane));
}

/* Among everything, whatever is in view and was searched for. */
static void
test_search (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) creating = NULL;
  g_autoptr (HtapInstance) found = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  GListModel *shown;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  creating = select_status (fixture, HTAP_SHOWN_STATUS_CREATING, TRUE);
  htap_window_fixture_activate (fixture, "show-findings", NULL);
  htap_window_search (fixture->window, htap_instance_get_id (creating));

  g_assert_true (gtk_stack_get_visible_child (fixture->window->pages) ==
                 GTK_WIDGET (fixture->window->list_pane));
  shown = htap_instance_view_get_shown (htap_window_fixture_get_view (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 1);
  found = g_list_model_get_item (shown, 0);
  g_assert_true (found == creating);
  entries =
      htap_widget_test_find_all (GTK_WIDGET (fixture->window->list_pane), GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entries->pdata[0])), ==,
                   htap_instance_get_id (creating));
}

static gboolean
is_anything_detailed (gpointer data)
{
  HtapWindow *window = data;

  return g_list_model_get_n_items (window->detailed) == 1;
}

static gboolean
has_said (gpointer data)
{
  return g_str_equal (htap_toaster_get_last (data), "This HTAP instance is no longer listed");
}

/* The program was started by the notification: nothing is read yet. */
static void
test_show_later (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) creating = NULL;
  g_autofree char *id = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  creating = select_status (fixture, HTAP_SHOWN_STATUS_CREATING, TRUE);
  id = g_strdup (htap_instance_get_id (creating));
  g_clear_object (&creating);
  htap_window_fixture_close (fixture);
  g_assert_finalize_object (fixture->watches);
  htap_test_demo_free (fixture->demo);

  fixture->demo = htap_test_demo_new ();
  fixture->watches = htap_watch_list_new (fixture->demo->inventory);
  htap_window_fixture_open (fixture);
  htap_inventory_refresh (fixture->demo->inventory, NULL);
  htap_window_show_instance (fixture->window, id);
  htap_test_wait_until (is_anything_detailed, fixture->window, "the instance that was wanted");
  creating = g_list_model_get_item (fixture->window->detailed, 0);
  g_assert_cmpstr (htap_instance_get_id (creating), ==, id);
  g_assert_null (fixture->window->wanted_id);
  htap_window_fixture_wait_idle (fixture);

  htap_window_show_instance (fixture->window, "gone");
  htap_test_wait_until (has_said, fixture->window->toaster, "a word of what is gone");
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-watch/toggle", test_toggle },
    { "/window-watch/nothing-to-wait-for", test_nothing_to_wait_for },
    { "/window-watch/several", test_several },
    { "/window-watch/show", test_show },
    { "/window-watch/show-over-findings", test_show_over_findings },
    { "/window-watch/search", test_search },
    { "/window-watch/show-later", test_show_later },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
