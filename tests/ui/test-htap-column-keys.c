/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-list.h"
#include "htap-column-row.h"
#include "htap-list-test.h"

/* The columns dialog's list, with real keys. */

typedef struct
{
  GtkColumnView *view;
  HtapColumnSet *set;
  GtkWidget *list;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  fixture->set = htap_column_set_new (fixture->view);
  fixture->list = htap_column_list_new (fixture->set);
  fixture->window = htap_list_test_window (fixture->list, 460, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_list_test_close (fixture->window);
  g_assert_finalize_object (fixture->set);
  g_assert_finalize_object (fixture->view);
}

static guint
get_place (Fixture *fixture, HtapFieldIndex field)
{
  g_autoptr (GArray) order = htap_column_set_dup_order (fixture->set);
  guint place = 0;

  while (g_array_index (order, HtapFieldIndex, place) != field)
    place++;

  return place;
}

/* The row that has the keyboard, or in which it is. */
static HtapFieldIndex
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, HTAP_TYPE_COLUMN_ROW) : NULL;

  return row != NULL ? htap_column_row_get_field (HTAP_COLUMN_ROW (row)) : HTAP_N_FIELDS;
}

static void
press (Fixture *fixture, const char *keys)
{
  g_autofree char *arguments = g_strdup_printf ("key --clearmodifiers %s", keys);

  htap_list_test_xdotool (fixture->window, arguments);
}

/* It keeps the keyboard, wherever in it the keyboard is. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Tab");
  g_assert_cmpint (get_focused (fixture), ==, HTAP_FIELD_NAME);
  press (fixture, "Down Down Down");
  g_assert_cmpint (get_focused (fixture), ==, HTAP_FIELD_DATA_VIP);
  press (fixture, "alt+Up");
  g_assert_cmpuint (get_place (fixture, HTAP_FIELD_DATA_VIP), ==, 2);
  g_assert_cmpint (get_focused (fixture), ==, HTAP_FIELD_DATA_VIP);
  press (fixture, "alt+Home");
  g_assert_cmpuint (get_place (fixture, HTAP_FIELD_DATA_VIP), ==, 0);
  press (fixture, "alt+Down");
  g_assert_cmpuint (get_place (fixture, HTAP_FIELD_DATA_VIP), ==, 1);
  press (fixture, "Tab alt+End");
  g_assert_cmpuint (get_place (fixture, HTAP_FIELD_DATA_VIP), ==, HTAP_N_FIELDS - 1);
  g_assert_cmpint (get_focused (fixture), ==, HTAP_FIELD_DATA_VIP);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  GtkColumnViewColumn *name = htap_column_set_get_column (fixture->set, HTAP_FIELD_NAME);

  press (fixture, "Tab space");
  g_assert_false (gtk_column_view_column_get_visible (name));
  press (fixture, "Return");
  g_assert_true (gtk_column_view_column_get_visible (name));
}

/* What a search left is where the keyboard was; with all of them again it is there still. */
static void
test_after_a_search (Fixture *fixture, gconstpointer data)
{
  htap_column_list_set_search (HTAP_COLUMN_LIST (fixture->list), "port");
  press (fixture, "Tab");
  g_assert_cmpint (get_focused (fixture), ==, HTAP_FIELD_PORT);
  htap_column_list_set_search (HTAP_COLUMN_LIST (fixture->list), "");
  htap_list_test_settle (fixture->window);
  g_assert_cmpint (get_focused (fixture), ==, HTAP_FIELD_PORT);
  press (fixture, "alt+Home");
  g_assert_cmpuint (get_place (fixture, HTAP_FIELD_PORT), ==, 0);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/column-keys/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  ADD_TEST ("move", test_move);
  ADD_TEST ("check", test_check);
  ADD_TEST ("after-a-search", test_after_a_search);

  return g_test_run ();
}
