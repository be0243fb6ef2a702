/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings-menu.h"

#include "htap-finding-fixture.h"
#include "htap-finding-row.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  HtapInstance *instance;
  GListStore *store;
  GtkWidget *box;
  GtkListView *list;
  HtapContextMenu *menu;
} Fixture;

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, htap_finding_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  htap_finding_row_show (HTAP_FINDING_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item), TRUE, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (HtapFinding) finding = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->instance = htap_widget_test_instance ("htap-fjld");
  finding = htap_finding_fixture_new (HTAP_RULE_FROZEN, self->instance,
                                      htap_instance_get_source (self->instance), NULL);
  self->store = g_list_store_new (HTAP_TYPE_FINDING);
  g_list_store_append (self->store, finding);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)))),
      factory));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  self->menu = htap_findings_menu_new (self->box, self->list);
  self->window = htap_test_window_new (self->box, 500, 400);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->menu);
  htap_test_window_free (self->window);
  g_object_unref (self->store);
  g_object_unref (self->instance);
}

/* From the keyboard it opens at the row that has the focus, and knows whether that is muted. */
static void
test_keyboard (Fixture *self, gconstpointer data)
{
  GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  g_autoptr (GPtrArray) popovers = htap_widget_test_find_all (self->box, GTK_TYPE_POPOVER_MENU);

  g_assert_true (gtk_widget_grab_focus (item));
  g_assert_true (htap_context_menu_open (self->menu));
  htap_widget_test_settle ();
  g_assert_true (gtk_widget_get_mapped (popovers->pdata[0]));
  g_assert_true (htap_widget_test_shows (popovers->pdata[0], "Copy Sentence"));
  g_assert_true (htap_widget_test_shows (popovers->pdata[0], "Unmute"));
  gtk_popover_popdown (popovers->pdata[0]);
  htap_widget_test_settle ();
}

/* Where there is no row there is no menu. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_list_store_remove_all (self->store);
  htap_widget_test_settle ();
  g_assert_false (htap_context_menu_open (self->menu));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/findings-menu/keyboard", test_keyboard);
  ADD ("/findings-menu/nothing", test_nothing);

  return g_test_run ();
}
