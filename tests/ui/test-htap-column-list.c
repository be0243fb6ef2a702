/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-list.h"

#include "htap-column-row.h"
#include "htap-widget-test.h"

typedef struct
{
  GtkColumnView *view;
  HtapColumnSet *set;
  HtapColumnList *list;
  HtapTestWindow *window;
  guint moved_to;
} Fixture;

static void
on_moved (HtapColumnList *list, HtapColumnRow *row, guint place, Fixture *fixture)
{
  fixture->moved_to = place;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  fixture->set = htap_column_set_new (fixture->view);
  fixture->list = HTAP_COLUMN_LIST (htap_column_list_new (fixture->set));
  g_signal_connect (fixture->list, "moved", G_CALLBACK (on_moved), fixture);
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->list), 400, 300);
  htap_widget_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->set);
  g_assert_finalize_object (fixture->view);
}

/* The rows that can be seen, from the top. */
static GPtrArray *
get_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) boxes =
      htap_widget_test_find_all (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_BOX);
  GPtrArray *rows = g_ptr_array_new ();

  for (int i = 0; i < HTAP_N_FIELDS; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (boxes->pdata[0], i);

      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        g_ptr_array_add (rows, row);
    }

  return rows;
}

static HtapColumnRow *
get_row (Fixture *fixture, HtapFieldIndex field)
{
  g_autoptr (GPtrArray) rows = get_rows (fixture);

  for (guint i = 0; i < rows->len; i++)
    if (htap_column_row_get_field (rows->pdata[i]) == field)
      return rows->pdata[i];

  g_assert_not_reached ();
}

static gboolean
is_checkable (HtapColumnRow *row)
{
  g_autoptr (GPtrArray) checks =
      htap_widget_test_find_all (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON);

  return gtk_widget_is_sensitive (checks->pdata[0]);
}

static void
load (Fixture *fixture, const char *text)
{
  g_autoptr (GVariant) saved = g_variant_ref_sink (g_variant_new_parsed (text));

  htap_column_set_load (fixture->set, saved);
}

/* The rows are in the order of the columns, whoever moves one of those. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) order = NULL;

  htap_column_set_move (fixture->set, HTAP_FIELD_VPC_ID, 1);
  htap_widget_test_settle ();
  rows = get_rows (fixture);
  order = htap_column_set_dup_order (fixture->set);
  g_assert_cmpuint (rows->len, ==, HTAP_N_FIELDS);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (htap_column_row_get_field (rows->pdata[i]), ==,
                     g_array_index (order, HtapFieldIndex, i));
  g_assert_cmpint (htap_column_row_get_field (rows->pdata[1]), ==, HTAP_FIELD_VPC_ID);
  g_assert_cmpuint (fixture->moved_to, ==, 0);
}

static gboolean
is_in_sight (Fixture *fixture, HtapColumnRow *row)
{
  GtkWidget *list = GTK_WIDGET (fixture->list);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (list);
}

/* What is moved stays in sight, once the list has glided there. */
static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  HtapColumnRow *row = get_row (fixture, HTAP_FIELD_NAME);

  g_signal_emit_by_name (row, "move", HTAP_N_FIELDS);
  g_assert_cmpuint (fixture->moved_to, ==, HTAP_N_FIELDS);
  htap_widget_test_settle ();
  while (!is_in_sight (fixture, row))
    g_main_context_iteration (NULL, TRUE);
}

/* A move is past what can be seen. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  HtapColumnRow *first;

  htap_column_list_set_search (fixture->list, "version");
  found = get_rows (fixture);
  g_assert_cmpuint (found->len, >, 1);
  g_assert_cmpuint (found->len, <, HTAP_N_FIELDS);
  first = found->pdata[0];
  g_signal_emit_by_name (first, "move", 1);
  htap_widget_test_settle ();
  moved = get_rows (fixture);
  g_assert_true (moved->pdata[1] == first);
  g_assert_true (moved->pdata[0] == found->pdata[1]);

  htap_column_list_set_search (fixture->list, "nonsense");
  nothing = get_rows (fixture);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->list), "No Results Found"));
}

/* The last column that is shown cannot be hidden; also when, while others come, none is shown. */
static void
test_last (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) rest = g_variant_ref_sink (htap_column_set_save (fixture->set));
  HtapColumnRow *name = get_row (fixture, HTAP_FIELD_NAME);

  g_assert_true (is_checkable (name));
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (i != HTAP_FIELD_NAME)
      gtk_column_view_column_set_visible (htap_column_set_get_column (fixture->set, i), FALSE);
  g_assert_false (is_checkable (name));

  load (fixture, "[('name', 'hidden', 0), ('port', 'shown', 0), ('shown_status', 'hidden', 0),"
                 " ('taurus_name', 'hidden', 0), ('data_vip', 'hidden', 0),"
                 " ('ha_mode', 'hidden', 0), ('engine_version', 'hidden', 0),"
                 " ('region', 'hidden', 0), ('create_at', 'hidden', 0)]");
  g_assert_true (is_checkable (name));
  g_assert_false (is_checkable (get_row (fixture, HTAP_FIELD_PORT)));

  htap_column_set_load (fixture->set, rest);
  g_assert_true (is_checkable (name));
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/column-list/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD_TEST ("order", test_order);
  ADD_TEST ("scroll", test_scroll);
  ADD_TEST ("search", test_search);
  ADD_TEST ("last", test_last);

  return g_test_run ();
}
