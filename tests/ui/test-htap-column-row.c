/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-row.h"

#include "htap-column.h"
#include "htap-widget-test.h"

typedef struct
{
  GtkColumnViewColumn *column;
  HtapColumnRow *row;
  GtkWidget *list;
  HtapTestWindow *window;
  int moved;
} Fixture;

static void
on_move (HtapColumnRow *row, int places, Fixture *fixture)
{
  fixture->moved = places;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->column = htap_column_new (htap_field_get (HTAP_FIELD_VPC_ID));
  fixture->row = HTAP_COLUMN_ROW (htap_column_row_new (fixture->column));
  fixture->list = gtk_list_box_new ();
  gtk_list_box_append (GTK_LIST_BOX (fixture->list), GTK_WIDGET (fixture->row));
  g_signal_connect (fixture->row, "move", G_CALLBACK (on_move), fixture);
  fixture->window = htap_test_window_new (fixture->list, 400, 100);
  htap_widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->column);
}

static GtkWidget *
get_button (Fixture *fixture, guint position)
{
  g_autoptr (GPtrArray) buttons =
      htap_widget_test_find_all (GTK_WIDGET (fixture->row), GTK_TYPE_BUTTON);

  g_assert_cmpuint (buttons->len, ==, 2);

  return buttons->pdata[position];
}

/* The check is whether the column is shown, whoever changes it. */
static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) checks =
      htap_widget_test_find_all (GTK_WIDGET (fixture->row), GTK_TYPE_CHECK_BUTTON);
  GtkCheckButton *check = checks->pdata[0];

  g_assert_cmpint (htap_column_row_get_field (fixture->row), ==, HTAP_FIELD_VPC_ID);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (check),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_false (gtk_check_button_get_active (check));
  gtk_widget_activate (GTK_WIDGET (fixture->row));
  g_assert_true (gtk_column_view_column_get_visible (fixture->column));
  gtk_column_view_column_set_visible (fixture->column, FALSE);
  g_assert_false (gtk_check_button_get_active (check));

  htap_column_row_set_hidable (fixture->row, FALSE);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (check)));
}

/* A button that cannot be used any more leaves the keyboard to the row. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *up = get_button (fixture, 0);
  GtkWidget *down = get_button (fixture, 1);

  g_signal_emit_by_name (up, "clicked");
  g_assert_cmpint (fixture->moved, ==, -1);
  g_signal_emit_by_name (down, "clicked");
  g_assert_cmpint (fixture->moved, ==, 1);

  gtk_widget_grab_focus (up);
  htap_column_row_set_movable (fixture->row, FALSE, TRUE);
  g_assert_false (gtk_widget_is_sensitive (up));
  g_assert_true (gtk_widget_is_sensitive (down));
  g_assert_true (gtk_window_get_focus (fixture->window->window) == GTK_WIDGET (fixture->row));
}

/* By its title in any case, by its id, and not by anything else. */
static void
test_matches (Fixture *fixture, gconstpointer data)
{
  g_assert_true (htap_column_row_matches (fixture->row, "VPC"));
  g_assert_true (htap_column_row_matches (fixture->row, " vpc "));
  g_assert_true (htap_column_row_matches (fixture->row, "vpc_id"));
  g_assert_false (htap_column_row_matches (fixture->row, "region"));
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/column-row/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD_TEST ("check", test_check);
  ADD_TEST ("buttons", test_buttons);
  ADD_TEST ("matches", test_matches);

  return g_test_run ();
}
