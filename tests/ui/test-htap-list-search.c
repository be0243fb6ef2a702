/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-search.h"

#include "htap-test.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapListSearch *search;
  HtapTestWindow *window;
  guint n_changed;
  guint n_left;
  guint n_stopped;
} Fixture;

static void
count (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->search = HTAP_LIST_SEARCH (htap_list_search_new ());
  g_signal_connect_swapped (fixture->search, "changed", G_CALLBACK (count), &fixture->n_changed);
  g_signal_connect_swapped (fixture->search, "leave", G_CALLBACK (count), &fixture->n_left);
  g_signal_connect_swapped (fixture->search, "stop", G_CALLBACK (count), &fixture->n_stopped);
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->search), 600, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
}

static gboolean
is_changed (gpointer data)
{
  return ((Fixture *) data)->n_changed > 0;
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_assert_false (htap_list_search_get_used (fixture->search));
  htap_list_search_start (fixture->search, FALSE);
  g_assert_true (htap_list_search_get_used (fixture->search));

  gtk_editable_set_text (htap_list_search_get_entry (fixture->search), "10.0");
  htap_test_wait_until (is_changed, fixture, "the search");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (htap_list_search_get_text (fixture->search), ==, "10.0");

  htap_list_search_clear (fixture->search);
  g_assert_cmpstr (htap_list_search_get_text (fixture->search), ==, "");
  g_assert_false (htap_list_search_get_used (fixture->search));
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = htap_list_search_get_entry (fixture->search);
  int start, end;

  htap_list_search_show (fixture->search);
  gtk_editable_set_text (entry, "old");
  htap_list_search_start (fixture->search, TRUE);
  g_assert_true (gtk_editable_get_selection_bounds (entry, &start, &end));
  g_assert_cmpint (end - start, ==, 3);

  htap_list_search_start (fixture->search, FALSE);
  g_assert_false (gtk_editable_get_selection_bounds (entry, NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 3);
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = htap_list_search_get_entry (fixture->search);

  htap_list_search_fill (fixture->search, "htap prod");
  g_assert_true (gtk_search_bar_get_search_mode (htap_list_search_get_bar (fixture->search)));
  g_assert_cmpstr (htap_list_search_get_text (fixture->search), ==, "htap prod");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 9);
  g_assert_false (gtk_editable_get_selection_bounds (entry, NULL, NULL));
}

static void
test_ways_out (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = htap_list_search_get_entry (fixture->search);

  htap_list_search_start (fixture->search, FALSE);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fixture->n_left, ==, 1);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpuint (fixture->n_stopped, ==, 1);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/list-search/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/list-search/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/list-search/fill", Fixture, NULL, set_up, test_fill, tear_down);
  g_test_add ("/list-search/ways-out", Fixture, NULL, set_up, test_ways_out, tear_down);

  return g_test_run ();
}
