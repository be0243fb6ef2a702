/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell.h"

#include "htap-instance-view.h"
#include "htap-list-rows.h"
#include "htap-list-test.h"

/* Nothing of it means anything. */
#define NAME "<b>50% & _more</b>"

typedef struct
{
  HtapSource *source;
  HtapInstance *instance;
  GListStore *store;
  GtkWidget *view;
  GtkWidget *window;
} Fixture;

/* A list with one row. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->source = htap_list_test_source ("cn-north-4", "ain07", NULL);
  fixture->instance =
      htap_list_test_instance (fixture->source, "0in17", NAME, "192.168.0.207", "normal");
  fixture->store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_list_store_append (fixture->store, fixture->instance);
  fixture->view = htap_instance_view_new (G_LIST_MODEL (fixture->store));
  fixture->window = htap_list_test_window (fixture->view, 1100, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_list_test_close (fixture->window);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->instance);
  g_assert_finalize_object (fixture->source);
}

static const char *
get_text (Fixture *fixture, HtapFieldIndex field)
{
  return htap_list_test_get_text (htap_list_test_get_cell (fixture->view, 0, field));
}

static void
show_column (Fixture *fixture, const char *state)
{
  g_autoptr (GVariant) columns = g_variant_new_parsed (state);

  htap_instance_view_set_columns (HTAP_INSTANCE_VIEW (fixture->view), columns);
  htap_list_test_settle (fixture->window);
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  /* Under fatal warnings: no markup, no mnemonics. */
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_NAME), ==, NAME);
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_DATA_VIP), ==, "192.168.0.207");
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_CREATE_AT), ==, "—");
}

static void
test_names_for_assistants (Fixture *fixture, gconstpointer data)
{
  HtapCell *address = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_DATA_VIP);
  HtapCell *created = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_CREATE_AT);
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (address));

  /* GTK names cells itself since 4.12. */
  if (gtk_check_version (4, 12, 0) == NULL)
    return;

  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "192.168.0.207");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (GTK_WIDGET (created)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "not set");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       NAME);
}

static void
test_follows_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_list_test_record ("0in17", "renamed", NULL, "normal");

  htap_instance_set_record (fixture->instance, record);
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_NAME), ==, "renamed");
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_DATA_VIP), ==, "—");
}

static void
test_follows_source (Fixture *fixture, gconstpointer data)
{
  show_column (fixture, "[('taurus_name', 'shown', 100)]");
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_TAURUS_NAME), ==, "ain07");

  htap_source_set_taurus_name (fixture->source, "taurus-orders");
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_TAURUS_NAME), ==, "taurus-orders");
}

/* Another profile's source takes the row over: it is the one to follow from then on. */
static void
test_follows_another_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) other = htap_list_test_source ("cn-north-4", "ain07", "seen by another");

  show_column (fixture, "[('taurus_name', 'shown', 100)]");
  htap_instance_set_record_of (fixture->instance, other,
                               htap_instance_get_record (fixture->instance));
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_TAURUS_NAME), ==, "ain07");

  htap_instance_show_source (fixture->instance, other);
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_TAURUS_NAME), ==, "seen by another");
  htap_source_set_taurus_name (other, "renamed");
  g_assert_cmpstr (get_text (fixture, HTAP_FIELD_TAURUS_NAME), ==, "renamed");

  htap_instance_drop_source (fixture->instance, fixture->source);
  g_list_store_remove_all (fixture->store);
  htap_list_test_settle (fixture->window);
  htap_source_set_taurus_name (fixture->source, "nobody looks");
  htap_source_set_taurus_name (other, "nobody looks");
}

static void
test_lets_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_list_test_record ("0in17", "unseen", NULL, "normal");
  gpointer cell = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_SHOWN_STATUS);

  g_object_ref (cell);
  g_assert_true (htap_cell_get_instance (cell) == fixture->instance);
  g_list_store_remove_all (fixture->store);
  htap_list_test_settle (fixture->window);

  g_assert_null (htap_cell_get_instance (cell));
  g_assert_cmpuint (htap_cell_get_position (cell), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (g_signal_handlers_disconnect_by_data (fixture->instance, cell), ==, 0);
  g_assert_cmpuint (g_signal_handlers_disconnect_by_data (fixture->source, cell), ==, 0);
  htap_instance_set_record (fixture->instance, record);
  g_assert_finalize_object (G_OBJECT (cell));
}

static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autoptr (HtapRecord) record = htap_list_test_record ("0in17", long_text, NULL, "normal");
  HtapCell *cell = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_NAME);
  int height = gtk_widget_get_height (GTK_WIDGET (cell));

  htap_instance_set_record (fixture->instance, record);
  htap_list_test_settle (fixture->window);
  g_assert_cmpuint (strlen (htap_list_test_get_text (cell)), <, 1000);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (cell)), ==, height);
}

static void
test_styles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *id, *port;

  show_column (fixture, "[('id', 'shown', 100), ('port', 'shown', 100)]");
  id = gtk_widget_get_first_child (
      GTK_WIDGET (htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_ID)));
  port = gtk_widget_get_first_child (
      GTK_WIDGET (htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_PORT)));

  g_assert_true (gtk_widget_has_css_class (id, "monospace"));
  g_assert_cmpint (gtk_inscription_get_text_overflow (GTK_INSCRIPTION (id)), ==,
                   GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE);
  g_assert_true (gtk_widget_has_css_class (port, "numeric"));
  g_assert_cmpfloat (gtk_inscription_get_xalign (GTK_INSCRIPTION (port)), ==, 1);
}

static void
test_find_at (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *columns = htap_list_test_get_columns (fixture->view);
  HtapCell *cell = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_DATA_VIP);
  double x, y;

  g_assert_true (
      gtk_widget_translate_coordinates (GTK_WIDGET (cell), GTK_WIDGET (columns), 0, 5, &x, &y));
  g_assert_true (htap_list_rows_find_cell_at (columns, x, y) == cell);
  /* The padding belongs to it, too. */
  g_assert_true (htap_list_rows_find_cell_at (columns, x - 3, y) == cell);
  g_assert_null (htap_list_rows_find_cell_at (columns, x, 5));
  g_assert_null (htap_list_rows_find_cell_at (columns, x, 190));
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/cell/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  ADD_TEST ("texts", test_texts);
  ADD_TEST ("names-for-assistants", test_names_for_assistants);
  ADD_TEST ("follows-record", test_follows_record);
  ADD_TEST ("follows-source", test_follows_source);
  ADD_TEST ("follows-another-source", test_follows_another_source);
  ADD_TEST ("lets-go", test_lets_go);
  ADD_TEST ("long-text", test_long_text);
  ADD_TEST ("styles", test_styles);
  ADD_TEST ("find-at", test_find_at);

  return g_test_run ();
}
