/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-menu.h"

#include "htap-source-row.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapInventory *inventory;
  HtapSource *source;
  GtkWidget *box;
  GtkListBox *list;
  HtapContextMenu *menu;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:p", "cn-north-4:ain07");
  fixture->source = htap_window_test_get_source (fixture->inventory, 0);
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_append (fixture->list, htap_source_row_new_for_all ());
  gtk_list_box_append (fixture->list, htap_source_row_new (fixture->source));
  gtk_box_append (GTK_BOX (fixture->box), GTK_WIDGET (fixture->list));
  fixture->window = htap_test_window_new (fixture->box, 300, 400);
  fixture->menu = htap_source_menu_new (fixture->box, fixture->list);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->menu);
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static char *
describe (GMenuModel *menu)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GVariant) target =
          g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *printed = g_variant_print (target, FALSE);
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      g_string_append_printf (text, "%s=%s(%s)\n", label, action, printed);
    }

  return g_strdup (text->str);
}

static void
test_build (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = htap_source_menu_build (fixture->source);
  g_autofree char *text = describe (menu);

  g_assert_cmpstr (text, ==,
                   "Refresh=win.refresh-taurus('ain07')\n"
                   "Copy ID=win.copy-text(('ain07', 'Copied ain07'))\n"
                   "Hide=win.hide-taurus('ain07')\n"
                   "Open Console=win.open-console('ain07')\n");
}

static GtkWidget *
find_popover (Fixture *fixture)
{
  g_autoptr (GPtrArray) popovers = htap_widget_test_find_all (fixture->box, GTK_TYPE_POPOVER_MENU);

  return popovers->pdata[0];
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (fixture->list, 0)));
  g_assert_false (htap_context_menu_open (fixture->menu));

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (fixture->list, 1)));
  g_assert_true (htap_context_menu_open (fixture->menu));
  htap_widget_test_settle ();
  g_assert_true (gtk_widget_get_mapped (find_popover (fixture)));
  gtk_popover_popdown (GTK_POPOVER (find_popover (fixture)));
  htap_widget_test_settle ();
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/source-menu/build", Fixture, NULL, set_up, test_build, tear_down);
  g_test_add ("/source-menu/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);

  return g_test_run ();
}
