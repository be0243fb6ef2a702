/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-palette.h"
#include "htap-palette-row.h"
#include "htap-palette-search.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static GtkWidget *
find_palette (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (HTAP_IS_PALETTE (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
open_palette (HtapWindowFixture *fixture)
{
  htap_window_fixture_activate (fixture, "refresh", NULL);
  htap_window_fixture_wait_idle (fixture);
  htap_window_fixture_activate (fixture, "show-palette", NULL);
  htap_widget_test_settle ();
  g_assert_nonnull (find_palette ());

  return find_palette ();
}

static GtkEditable *
find_entry (GtkWidget *palette)
{
  g_autoptr (GPtrArray) entries = htap_widget_test_find_all (palette, GTK_TYPE_SEARCH_ENTRY);

  g_assert_cmpuint (entries->len, ==, 1);

  return entries->pdata[0];
}

/* As if it was typed, and Enter pressed before the entry's pause was over. */
static void
choose_first (GtkWidget *palette, const char *text)
{
  gtk_editable_set_text (find_entry (palette), text);
  g_signal_emit_by_name (find_entry (palette), "activate");
  htap_widget_test_settle ();
  g_assert_null (find_palette ());
}

static const char *
get_title (GPtrArray *items, guint position)
{
  g_assert_cmpuint (position, <, items->len);

  return htap_palette_item_get_title (items->pdata[position]);
}

static void
test_actions (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (palette, HTAP_TYPE_PALETTE_ROW);
  gboolean has_menu = FALSE;

  g_assert_true (htap_widget_test_shows (palette, "Refresh"));
  for (guint i = 0; i < rows->len; i++)
    {
      HtapPaletteItem *item = htap_palette_row_get_item (rows->pdata[i]);

      g_assert_nonnull (htap_palette_item_get_action (item));
      g_assert_cmpstr (htap_palette_item_get_action (item), !=, "win.show-palette");
      /* Nothing is selected. */
      g_assert_cmpstr (htap_palette_item_get_action (item), !=, "win.copy-text");
      has_menu |= g_str_equal (htap_palette_item_get_title (item), "Add Profile…");
    }
  g_assert_true (has_menu);
  htap_widget_test_screenshot_of (palette, "palette");

  choose_first (palette, "sidebar");
  g_assert_false (htap_window_fixture_get_state (fixture, "show-sidebar"));
}

static void
test_instance (HtapWindowFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "htap-fjlb", "htap-fjlc", "htap-fjld" };
  GtkWidget *palette = open_palette (fixture);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GListModel) selected = NULL;
  g_autoptr (HtapInstance) instance = NULL;

  gtk_editable_set_text (find_entry (palette), "htap-fj");
  g_signal_emit_by_name (find_entry (palette), "search-changed");
  htap_widget_test_settle ();
  rows = htap_widget_test_find_all (palette, HTAP_TYPE_PALETTE_ROW);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (htap_palette_item_get_title (htap_palette_row_get_item (rows->pdata[i])), ==,
                     names[i]);
  htap_widget_test_screenshot_of (palette, "palette-found");
  choose_first (palette, "192.168.0.249");

  selected = htap_instance_view_dup_selected (htap_window_fixture_get_view (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (selected), ==, 1);
  instance = g_list_model_get_item (selected, 0);
  g_assert_cmpstr (htap_instance_get_name (instance), ==, "htap-fjlc");
}

static void
test_source (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);
  g_autoptr (HtapSource) source =
      g_list_model_get_item (htap_inventory_get_sources (fixture->window->inventory), 0);

  choose_first (palette, htap_source_get_taurus_id (source));
  g_assert_true (htap_scope_get_source (htap_list_pane_get_scope (fixture->window->list_pane)) ==
                 source);
}

static void
test_profile (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);
  g_autoptr (HtapProfile) profile =
      g_list_model_get_item (htap_inventory_get_profiles (fixture->window->inventory), 0);

  choose_first (palette, htap_profile_get_name (profile));
  g_assert_true (htap_window_shows_profile (fixture->window, profile));
}

static void
test_nothing (HtapWindowFixture *fixture, gconstpointer data)
{
  GtkWidget *palette = open_palette (fixture);

  gtk_editable_set_text (find_entry (palette), "no such thing");
  g_signal_emit_by_name (find_entry (palette), "activate");
  htap_widget_test_settle ();
  g_assert_true (find_palette () == palette);
  g_assert_true (gtk_widget_get_mapped (htap_widget_test_find (palette, "No Results Found")));
  gtk_window_close (GTK_WINDOW (palette));
}

/* What begins with it, then what has a word that does, then what has it anywhere. */
static void
test_order (HtapWindowFixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Aftermath", "Go to math", "Math", "Other" };
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_ptr_array_add (actions, htap_palette_item_new_for_action (titles[i], "F5 F6", "win.x"));
  g_assert_cmpstr (htap_palette_item_get_accelerator (actions->pdata[0]), ==, "F5");

  found = htap_palette_search (fixture->window->inventory, actions, " MATH ");
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (get_title (found, 0), ==, "Math");
  g_assert_cmpstr (get_title (found, 1), ==, "Go to math");
  g_assert_cmpstr (get_title (found, 2), ==, "Aftermath");

  all = htap_palette_search (fixture->window->inventory, actions, "");
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (titles));
}

int
main (int argc, char **argv)
{
  const HtapWindowTest tests[] = {
    { "/window-palette/actions", test_actions }, { "/window-palette/instance", test_instance },
    { "/window-palette/source", test_source },   { "/window-palette/profile", test_profile },
    { "/window-palette/nothing", test_nothing }, { "/window-palette/order", test_order },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
