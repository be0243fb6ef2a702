/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-near-rows.h"

#include "htap-sidebar.h"
#include "htap-source-row.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

#define N_SOURCES 300
#define HEIGHT    400

/* Many TaurusDB instances, of which a few fit into the window. */
typedef struct
{
  HtapInventory *inventory;
  GtkWidget *sidebar;
  HtapTestWindow *window;
  GtkListBox *list;
  GtkAdjustment *adjustment;
} Fixture;

/* The first one: what pops up has others. */
static GtkWidget *
find (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = htap_widget_test_find_all (fixture->sidebar, type);

  g_assert_cmpuint (found->len, >, 0);

  return found->pdata[0];
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < N_SOURCES; i++)
    g_string_append_printf (ids, "%scn-north-4:%03uin07", i > 0 ? ";" : "", i);

  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", ids->str);
  fixture->sidebar = htap_sidebar_new (fixture->inventory);
  fixture->window = htap_test_window_new (fixture->sidebar, 300, HEIGHT);
  htap_widget_test_settle ();
  fixture->list = GTK_LIST_BOX (find (fixture, GTK_TYPE_LIST_BOX));
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find (fixture, GTK_TYPE_SCROLLED_WINDOW)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static gboolean
is_filled (GtkListBoxRow *row)
{
  return gtk_list_box_row_get_child (row) != NULL;
}

/* What is on the screen is filled, and says what it is; of the others few are. */
static void
assert_filled (Fixture *fixture)
{
  const double top = gtk_adjustment_get_value (fixture->adjustment);
  GtkListBoxRow *row;
  guint n_filled = 0;
  guint n_seen = 0;

  htap_widget_test_settle ();
  for (int i = 0; (row = gtk_list_box_get_row_at_index (fixture->list, i)) != NULL; i++)
    {
      graphene_rect_t bounds;

      if (!HTAP_IS_SOURCE_ROW (row) || htap_source_row_get_source (HTAP_SOURCE_ROW (row)) == NULL)
        continue;

      n_filled += is_filled (row);
      g_assert_true (
          gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (fixture->list), &bounds));
      if (!gtk_widget_get_visible (GTK_WIDGET (row)) || bounds.origin.y + bounds.size.height < top ||
          bounds.origin.y > top + HEIGHT)
        continue;

      n_seen++;
      g_assert_true (is_filled (row));
      g_assert_true (htap_widget_test_shows (
          GTK_WIDGET (row),
          htap_source_get_shown_name (htap_source_row_get_source (HTAP_SOURCE_ROW (row)))));
    }

  g_assert_cmpuint (n_seen, >, 0);
  g_assert_cmpuint (n_filled, <, N_SOURCES / 4);
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  const double end = gtk_adjustment_get_upper (fixture->adjustment) -
                     gtk_adjustment_get_page_size (fixture->adjustment);

  assert_filled (fixture);
  for (guint i = 1; i <= 4; i++)
    {
      gtk_adjustment_set_value (fixture->adjustment, end * i / 4);
      assert_filled (fixture);
    }
  gtk_adjustment_set_value (fixture->adjustment, 0);
  assert_filled (fixture);
}

/* The keyboard goes from row to row, wherever that is. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  HtapSource *last = htap_window_test_get_source (fixture->inventory, N_SOURCES - 1);

  htap_sidebar_focus_source (HTAP_SIDEBAR (fixture->sidebar), last);
  htap_widget_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), >, 0);
  assert_filled (fixture);
}

/* Rows that come from far to the top, and go back. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (find (fixture, GTK_TYPE_SEARCH_ENTRY));

  gtk_editable_set_text (entry, "29");
  g_signal_emit_by_name (entry, "search-changed");
  assert_filled (fixture);
  gtk_editable_set_text (entry, "");
  g_signal_emit_by_name (entry, "search-changed");
  assert_filled (fixture);
}

/* Nothing moves when a row is filled. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *near = gtk_list_box_get_row_at_index (fixture->list, 5);
  GtkListBoxRow *far = gtk_list_box_get_row_at_index (fixture->list, N_SOURCES - 5);

  g_assert_true (is_filled (near));
  g_assert_false (is_filled (far));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (near)), ==,
                   gtk_widget_get_height (GTK_WIDGET (far)));
}

/* Profiles change while rows are filled. */
static void
test_rebuild (Fixture *fixture, gconstpointer data)
{
  gtk_adjustment_set_value (fixture->adjustment, 1000);
  htap_widget_test_settle ();
  htap_window_test_set_profile (fixture->inventory, "OTHER", "cn-east-3:42b6", "cn-east-3:ain07");
  assert_filled (fixture);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/near-rows/scroll", Fixture, NULL, set_up, test_scroll, tear_down);
  g_test_add ("/near-rows/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/near-rows/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/near-rows/height", Fixture, NULL, set_up, test_height, tear_down);
  g_test_add ("/near-rows/rebuild", Fixture, NULL, set_up, test_rebuild, tear_down);

  return g_test_run ();
}
