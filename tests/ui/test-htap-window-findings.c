/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-finding.h"
#include "htap-detail-row.h"
#include "htap-finding-row.h"
#include "htap-findings.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static HtapFindings *
get_findings (HtapWindowFixture *fixture)
{
  return htap_inventory_get_findings (fixture->demo->inventory);
}

static GtkListView *
find_list (HtapWindowFixture *fixture)
{
  g_autoptr (GPtrArray) lists =
      htap_widget_test_find_all (GTK_WIDGET (fixture->window->findings_page), GTK_TYPE_LIST_VIEW);

  return lists->pdata[0];
}

static gboolean
shows_findings (HtapWindowFixture *fixture)
{
  return gtk_stack_get_visible_child (fixture->window->pages) ==
         GTK_WIDGET (fixture->window->findings_page);
}

static void
show_findings (HtapWindowFixture *fixture)
{
  htap_test_demo_refresh (fixture->demo);
  htap_window_fixture_activate (fixture, "show-findings", NULL);
  htap_widget_test_settle ();
  g_assert_true (shows_findings (fixture));
}

/* The worst first, each with its word, its sentence and what it is of. */
static void
test_rows (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  g_autoptr (GPtrArray) rows = NULL;

  /* Made when somebody looks. */
  g_assert_null (fixture->window->findings_page);
  show_findings (fixture);
  page = GTK_WIDGET (fixture->window->findings_page);
  rows = htap_widget_test_find_all (page, HTAP_TYPE_FINDING_ROW);

  g_assert_cmpuint (rows->len, >, 0);
  g_assert_true (htap_widget_test_shows (page, "Frozen: usually the account balance is 0 or less"));
  g_assert_true (htap_widget_test_shows (page, "Top up in Billing Center."));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->window), "findings-page");
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->window->sidebar), "4"));
}

static void
test_activate (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapFinding) finding = NULL;
  g_autoptr (HtapInstance) detailed = NULL;

  show_findings (fixture);
  finding = g_list_model_get_item (htap_findings_get_open (get_findings (fixture)), 0);
  g_signal_emit_by_name (find_list (fixture), "activate", 0);
  htap_widget_test_settle ();

  g_assert_false (shows_findings (fixture));
  detailed = g_list_model_get_item (fixture->window->detailed, 0);
  g_assert_cmpstr (htap_instance_get_id (detailed), ==, htap_finding_get_instance_id (finding));
  g_assert_true (htap_panes_get_details_shown (fixture->window->panes));
}

static char *
dup_detailed (HtapWindowFixture *fixture)
{
  g_autoptr (GPtrArray) rows =
      htap_widget_test_find_all (GTK_WIDGET (fixture->window->details), HTAP_TYPE_DETAIL_FINDING);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (
        ids, "%s%s", i > 0 ? " " : "",
        htap_finding_get_rule_id (htap_detail_finding_get_finding (rows->pdata[i])));

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* What is wrong with an instance is at the top of its details, until nobody wants to hear of it. */
static void
test_details (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *details = GTK_WIDGET (fixture->window->details);
  g_autoptr (HtapFinding) finding = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  show_findings (fixture);
  finding = g_list_model_get_item (htap_findings_get_open (get_findings (fixture)), 0);
  htap_window_fixture_activate (fixture, "show-finding",
                                g_variant_new_string (htap_finding_get_key (finding)));
  htap_widget_test_settle ();
  g_assert_false (shows_findings (fixture));
  before = dup_detailed (fixture);
  g_assert_true (g_str_has_prefix (before, htap_finding_get_rule_id (finding)));
  g_assert_false (htap_widget_test_shows (details, "No findings"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->window), "window-findings");

  for (guint n = g_list_model_get_n_items (htap_findings_get_open (get_findings (fixture))); n > 0;
       n--)
    {
      g_autoptr (HtapFinding) worst =
          g_list_model_get_item (htap_findings_get_open (get_findings (fixture)), 0);

      htap_window_fixture_activate (fixture, "mute-finding",
                                    g_variant_new ("(sb)", htap_finding_get_key (worst), TRUE));
    }
  after = dup_detailed (fixture);
  g_assert_cmpstr (after, ==, "");
  g_assert_true (htap_widget_test_shows (details, "No findings"));
}

static gboolean
tab_to (HtapWindowFixture *fixture, GtkDirectionType direction, GType type)
{
  for (guint i = 0; i < 10; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (fixture->window), direction);
      if (g_type_is_a (G_OBJECT_TYPE (gtk_window_get_focus (GTK_WINDOW (fixture->window))), type))
        return TRUE;
    }

  return FALSE;
}

/* Tab leads from the list through what is wrong to the other details, and back. */
static void
test_tab (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapInstanceView *view = htap_window_fixture_get_view (fixture);
  g_autoptr (GPtrArray) rows = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  htap_instance_view_move_cursor (view, 0);
  htap_widget_test_settle ();
  rows =
      htap_widget_test_find_all (GTK_WIDGET (fixture->window->details), HTAP_TYPE_DETAIL_FINDING);
  g_assert_cmpuint (rows->len, >, 0);

  g_assert_true (tab_to (fixture, GTK_DIR_TAB_FORWARD, HTAP_TYPE_DETAIL_FINDING));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == rows->pdata[0]);
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_FORWARD, HTAP_TYPE_DETAIL_ROW));
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_BACKWARD, HTAP_TYPE_DETAIL_FINDING));

  /* Who is sent to the details comes for the address. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->window->details));
  g_assert_true (HTAP_IS_DETAIL_ROW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static void
test_mute (HtapWindowFixture *fixture, gconstpointer data)
{
  GListModel *open, *muted;
  g_autoptr (HtapFinding) finding = NULL;
  const char *key;
  GtkWidget *toggle;
  guint n_open;

  show_findings (fixture);
  open = htap_findings_get_open (get_findings (fixture));
  muted = htap_findings_get_muted (get_findings (fixture));
  n_open = g_list_model_get_n_items (open);
  finding = g_list_model_get_item (open, 0);
  key = htap_finding_get_key (finding);
  g_assert_null (htap_widget_test_find (GTK_WIDGET (fixture->window->findings_page), "Muted (1)"));

  htap_window_fixture_activate (fixture, "mute-finding", g_variant_new ("(sb)", key, TRUE));
  g_assert_cmpuint (g_list_model_get_n_items (open), ==, n_open - 1);
  g_assert_cmpuint (g_list_model_get_n_items (muted), ==, 1);

  toggle = gtk_widget_get_ancestor (
      htap_widget_test_find (GTK_WIDGET (fixture->window->findings_page), "Muted (1)"),
      GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  htap_widget_test_settle ();
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (find_list (fixture)))), ==,
      1);

  htap_window_fixture_activate (fixture, "mute-finding", g_variant_new ("(sb)", key, FALSE));
  htap_widget_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (open), ==, n_open);
  g_assert_false (gtk_widget_get_visible (toggle));
}

/* Nothing was read yet: that nothing was found is worth nothing. */
static void
test_unread (HtapWindowFixture *fixture, gconstpointer data)
{
  htap_window_fixture_activate (fixture, "show-findings", NULL);
  htap_widget_test_settle ();

  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->window->findings_page),
                                         "Not Everything Is Read"));
  htap_window_fixture_activate (fixture, "show-all", NULL);
  g_assert_false (shows_findings (fixture));
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-findings/rows", test_rows },       { "/window-findings/activate", test_activate },
    { "/window-findings/details", test_details }, { "/window-findings/mute", test_mute },
    { "/window-findings/tab", test_tab },         { "/window-findings/unread", test_unread },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
