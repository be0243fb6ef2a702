/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-columns-dialog.h"

#include "htap-column-row.h"
#include "htap-toaster.h"
#include "htap-widget-test.h"

typedef struct
{
  GtkColumnView *view;
  HtapColumnSet *set;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  fixture->set = htap_column_set_new (fixture->view);
  fixture->dialog = htap_columns_dialog_new (NULL, fixture->set);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
  g_assert_finalize_object (fixture->set);
  g_assert_finalize_object (fixture->view);
}

static HtapColumnRow *
get_row (Fixture *fixture, HtapFieldIndex field)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (fixture->dialog, HTAP_TYPE_COLUMN_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (htap_column_row_get_field (rows->pdata[i]) == field)
      return rows->pdata[i];

  g_assert_not_reached ();
}

static HtapFieldIndex
get_field_at (Fixture *fixture, guint place)
{
  g_autoptr (GArray) order = htap_column_set_dup_order (fixture->set);

  return g_array_index (order, HtapFieldIndex, place);
}

/* The row keeps the keyboard, and a screen reader hears where it is now. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  HtapColumnRow *row = get_row (fixture, HTAP_FIELD_NAME);
  g_autofree char *said = g_strdup_printf ("Name: position 3 of %d", HTAP_N_FIELDS);
  g_autoptr (GPtrArray) toasters = htap_widget_test_find_all (fixture->dialog, HTAP_TYPE_TOASTER);

  g_assert_cmpint (get_field_at (fixture, 0), ==, HTAP_FIELD_NAME);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit_by_name (row, "move", 2);
  g_assert_cmpint (get_field_at (fixture, 2), ==, HTAP_FIELD_NAME);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 2);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)) == GTK_WIDGET (row));
  g_assert_cmpstr (htap_toaster_get_last (toasters->pdata[0]), ==, said);

  g_signal_emit_by_name (row, "move", HTAP_N_FIELDS);
  g_assert_cmpint (get_field_at (fixture, HTAP_N_FIELDS - 1), ==, HTAP_FIELD_NAME);
  g_signal_emit_by_name (row, "move", -1);
  g_assert_cmpint (get_field_at (fixture, HTAP_N_FIELDS - 2), ==, HTAP_FIELD_NAME);
}

/* One column is always shown. */
static void
test_last (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) visible = NULL;

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    gtk_column_view_column_set_visible (htap_column_set_get_column (fixture->set, i), FALSE);
  visible = htap_column_set_dup_visible (fixture->set);
  g_assert_cmpuint (visible->len, ==, 1);
}

/* Whoever types on and leaves the entry comes to a row that stays. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries =
      htap_widget_test_find_all (fixture->dialog, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *entry = entries->pdata[0];

  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)), entry));
  gtk_test_accessible_assert_property (gtk_editable_get_delegate (GTK_EDITABLE (entry)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search Columns");
  gtk_editable_set_text (GTK_EDITABLE (entry), "port");
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (get_row (fixture, HTAP_FIELD_NAME))));
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (get_row (fixture, HTAP_FIELD_PORT))));
  gtk_widget_child_focus (fixture->dialog, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)) ==
                 GTK_WIDGET (get_row (fixture, HTAP_FIELD_PORT)));
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/columns-dialog/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD_TEST ("move", test_move);
  ADD_TEST ("search", test_search);
  ADD_TEST ("last", test_last);

  return g_test_run ();
}
