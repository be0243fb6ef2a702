/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy-button.h"

#include "htap-instance-view.h"
#include "htap-list-test.h"

typedef struct
{
  HtapSource *source;
  GListStore *store;
  GtkWidget *view;
  GtkWidget *window;
  HtapCopyButton *button;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  fixture->store = htap_list_test_crowd (fixture->source, 3);
  fixture->view = htap_instance_view_new (G_LIST_MODEL (fixture->store));
  fixture->window = htap_list_test_window (fixture->view, 1100, 300);
  fixture->button = htap_copy_button_new (htap_list_test_get_columns (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->button);
  htap_list_test_close (fixture->window);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->source);
}

static HtapCell *
get_address (Fixture *fixture, guint position)
{
  return htap_list_test_get_cell (fixture->view, position, HTAP_FIELD_DATA_VIP);
}

/* @cell: NULL for nowhere */
static void
assert_in (Fixture *fixture, HtapCell *cell)
{
  GtkWidget *widget = htap_copy_button_get_widget (fixture->button);

  g_assert_true (gtk_widget_get_parent (widget) == (GtkWidget *) cell);
}

static void
set_address (Fixture *fixture, guint position, const char *address)
{
  g_autoptr (HtapInstance) instance =
      g_list_model_get_item (G_LIST_MODEL (fixture->store), position);
  g_autoptr (HtapRecord) record =
      htap_list_test_record (htap_instance_get_id (instance), "renamed", address, "normal");

  htap_instance_set_record (instance, record);
}

static char *
click (Fixture *fixture)
{
  g_signal_emit_by_name (htap_copy_button_get_widget (fixture->button), "clicked");

  return htap_list_test_take_last_action ();
}

/* At addresses, and nowhere else. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  assert_in (fixture, NULL);
  htap_copy_button_move_to (fixture->button, get_address (fixture, 0));
  assert_in (fixture, get_address (fixture, 0));
  htap_copy_button_move_to (fixture->button, get_address (fixture, 1));
  assert_in (fixture, get_address (fixture, 1));
  htap_copy_button_move_to (fixture->button,
                            htap_list_test_get_cell (fixture->view, 1, HTAP_FIELD_NAME));
  assert_in (fixture, NULL);

  htap_copy_button_move_to (fixture->button, get_address (fixture, 1));
  htap_copy_button_move_to (fixture->button, NULL);
  assert_in (fixture, NULL);

  set_address (fixture, 2, NULL);
  htap_copy_button_move_to (fixture->button, get_address (fixture, 2));
  assert_in (fixture, NULL);
}

/* What the cell says at the click, not what it said when the pointer came. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  g_autofree char *changed = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *nowhere = NULL;

  htap_copy_button_move_to (fixture->button, get_address (fixture, 0));
  set_address (fixture, 0, "10.9.8.7");
  changed = click (fixture);
  g_assert_cmpstr (changed, ==, "copy-text 10.9.8.7|Copied 10.9.8.7 (renamed)");

  set_address (fixture, 0, NULL);
  gone = click (fixture);
  g_assert_null (gone);

  htap_copy_button_move_to (fixture->button, NULL);
  nowhere = click (fixture);
  g_assert_null (nowhere);
}

/* The row has the focus, and the keyboard a key of its own to copy. */
static void
test_widget (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = htap_copy_button_get_widget (fixture->button);

  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy Private IP");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (widget), ==, "Copy Private IP");
  g_assert_false (gtk_widget_get_can_focus (widget));
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/copy-button/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  ADD_TEST ("moves", test_moves);
  ADD_TEST ("click", test_click);
  ADD_TEST ("widget", test_widget);

  return g_test_run ();
}
