/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-selection-click.h"

#include "htap-instance-view.h"
#include "htap-list-test.h"

static void
click (GtkWidget *view, guint position, const char *modifier)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (view));
  g_autofree char *arguments =
      modifier != NULL ? g_strdup_printf ("keydown %s click 1 keyup %s", modifier, modifier)
                       : g_strdup ("click 1");

  htap_list_test_point_at (GTK_WIDGET (htap_list_test_get_cell (view, position, HTAP_FIELD_NAME)),
                           0.3);
  htap_list_test_xdotool (window, arguments);
}

#define assert_selected(view, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GListModel) selected_ =                                                             \
        htap_instance_view_dup_selected (HTAP_INSTANCE_VIEW (view));                               \
    g_autofree char *names_ = htap_list_test_names (selected_);                                    \
    g_assert_cmpstr (names_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
count (GtkSelectionModel *model, guint position, guint n_items, guint *n_changes)
{
  (*n_changes)++;
}

static void
test_mouse (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 9);
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window = htap_list_test_window (view, 1100, 500);
  guint n_changes = 0;

  g_signal_connect (htap_instance_view_get_selection (HTAP_INSTANCE_VIEW (view)),
                    "selection-changed", G_CALLBACK (count), &n_changes);

  click (view, 1, NULL);
  assert_selected (view, "htap-1");
  click (view, 3, NULL);
  assert_selected (view, "htap-3");

  n_changes = 0;
  click (view, 5, "ctrl");
  assert_selected (view, "htap-3 htap-5");
  g_assert_cmpuint (n_changes, ==, 1);
  click (view, 3, "ctrl");
  assert_selected (view, "htap-5");
  g_assert_cmpuint (n_changes, ==, 2);

  click (view, 5, NULL);
  click (view, 7, "shift");
  assert_selected (view, "htap-5 htap-6 htap-7");
  click (view, 1, NULL);
  assert_selected (view, "htap-1");

  htap_list_test_close (window);
}

static void
test_keyboard_goes_on (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 9);
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window = htap_list_test_window (view, 1100, 500);

  click (view, 1, NULL);
  click (view, 4, "ctrl");
  htap_list_test_xdotool (window, "key Down");
  assert_selected (view, "htap-5");

  htap_list_test_close (window);
}

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add_func ("/selection-click/mouse", test_mouse);
  g_test_add_func ("/selection-click/keyboard-goes-on", test_keyboard_goes_on);

  return g_test_run ();
}
