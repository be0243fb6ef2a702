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

static gboolean
is_followed (GObject *object)
{
  const guint notify = g_signal_lookup ("notify", G_TYPE_OBJECT);

  return g_signal_handler_find (object, G_SIGNAL_MATCH_ID, notify, 0, NULL, NULL, NULL) != 0;
}

static void
test_lets_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_list_test_record ("0in17", "unseen", NULL, "normal");
  gpointer cell = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_SHOWN_STATUS);

  g_object_ref (cell);
  g_assert_true (htap_cell_get_instance (cell) == fixture->instance);
  g_assert_true (is_followed (G_OBJECT (fixture->instance)));
  g_assert_true (is_followed (G_OBJECT (fixture->source)));
  g_list_store_remove_all (fixture->store);
  htap_list_test_settle (fixture->window);

  g_assert_null (htap_cell_get_instance (cell));
  g_assert_cmpuint (htap_cell_get_position (cell), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (is_followed (G_OBJECT (fixture->instance)));
  g_assert_false (is_followed (G_OBJECT (fixture->source)));
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

/* As the cell would draw it. */
static PangoLayout *
lay_out (Fixture *fixture, HtapFieldIndex field)
{
  HtapCell *cell = htap_list_test_get_cell (fixture->view, 0, field);

  return htap_cell_text_lay_out (&htap_cell_get_face (cell)->text, GTK_WIDGET (cell));
}

static void
test_styles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PangoLayout) name = NULL;
  g_autoptr (PangoLayout) id = NULL;
  g_autoptr (PangoLayout) port = NULL;
  const PangoFontDescription *font;

  show_column (fixture, "[('name', 'shown', 100), ('id', 'shown', 100), ('port', 'shown', 100)]");
  name = lay_out (fixture, HTAP_FIELD_NAME);
  id = lay_out (fixture, HTAP_FIELD_ID);
  port = lay_out (fixture, HTAP_FIELD_PORT);

  g_assert_null (pango_layout_get_attributes (name));
  g_assert_cmpint (pango_layout_get_ellipsize (name), ==, PANGO_ELLIPSIZE_END);

  font = pango_context_get_font_description (pango_layout_get_context (id));
  g_assert_cmpstr (pango_font_description_get_family (font), ==, "monospace");
  g_assert_cmpint (pango_layout_get_ellipsize (id), ==, PANGO_ELLIPSIZE_MIDDLE);

  g_assert_nonnull (pango_layout_get_attributes (port));
  g_assert_cmpint (pango_layout_get_alignment (port), ==, PANGO_ALIGN_RIGHT);
}

/* The layout is kept from frame to frame: it must not be that of a font that is no longer used. */
static void
test_other_font (Fixture *fixture, gconstpointer data)
{
  HtapCell *cell = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_NAME);
  const HtapCellText *text = &htap_cell_get_face (cell)->text;
  GtkSettings *settings = gtk_settings_get_default ();
  const int width = htap_cell_measure_text (cell);
  int drawn_width;

  g_object_set (settings, "gtk-font-name", "Sans 30", NULL);
  htap_list_test_settle (fixture->window);
  g_assert_cmpint (htap_cell_measure_text (cell), >, width * 2);
  g_assert_nonnull (text->layout);
  pango_layout_set_width (text->layout, -1);
  pango_layout_get_pixel_size (text->layout, &drawn_width, NULL);
  g_assert_cmpint (drawn_width, ==, htap_cell_measure_text (cell));

  gtk_settings_reset_property (settings, "gtk-font-name");
}

/* What a cell shows beside its text takes from the text's room. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  static const HtapCellIcon none, icon = { "dialog-warning-symbolic", NULL };
  HtapCell *cell = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_NAME);
  const int width = htap_cell_measure_text (cell);
  GtkWidget *button = gtk_button_new_with_label ("press");
  graphene_rect_t bounds;
  int button_width;

  htap_cell_set_icons (cell, icon, none);
  g_assert_cmpint (htap_cell_measure_text (cell), ==, width + HTAP_CELL_ICON_SIZE + 6);
  htap_cell_set_icons (cell, icon, icon);
  g_assert_cmpint (htap_cell_measure_text (cell), ==, width + 2 * (HTAP_CELL_ICON_SIZE + 6));
  htap_cell_set_icons (cell, none, none);
  htap_cell_set_mark (cell, "was something else");
  g_assert_cmpint (htap_cell_measure_text (cell), ==, width + HTAP_CELL_ICON_SIZE + 6);
  htap_cell_set_mark (cell, NULL);

  htap_cell_set_trailing (cell, button);
  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &button_width, NULL, NULL);
  g_assert_cmpint (htap_cell_measure_text (cell), ==, width + button_width);
  htap_list_test_settle (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (cell), &bounds));
  g_assert_cmpint ((int) bounds.size.width, ==, button_width);
  g_assert_cmpint ((int) (bounds.origin.x + bounds.size.width), ==,
                   gtk_widget_get_width (GTK_WIDGET (cell)));
  htap_cell_set_trailing (cell, NULL);
  g_assert_cmpint (htap_cell_measure_text (cell), ==, width);
}

/* As far to the left as otherwise to the right. */
static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  HtapCell *cell = htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_NAME);
  GtkWidget *button = gtk_button_new_with_label ("press");
  graphene_rect_t bounds;

  gtk_widget_set_direction (GTK_WIDGET (cell), GTK_TEXT_DIR_RTL);
  htap_cell_set_trailing (cell, button);
  htap_list_test_settle (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (cell), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  htap_list_test_screenshot ("cell-mirrored");
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
  ADD_TEST ("other-font", test_other_font);
  ADD_TEST ("room", test_room);
  ADD_TEST ("mirrored", test_mirrored);
  ADD_TEST ("find-at", test_find_at);

  return g_test_run ();
}
