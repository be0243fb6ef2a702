/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-menu.h"

#include "htap-column.h"
#include "htap-list-test.h"

typedef struct
{
  GListStore *store;
  GSimpleActionGroup *actions;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");

  fixture->store = htap_list_test_crowd (source, 5);
  fixture->view = htap_instance_view_new (G_LIST_MODEL (fixture->store));
  fixture->actions = g_simple_action_group_new ();
  htap_instance_view_add_actions (HTAP_INSTANCE_VIEW (fixture->view),
                                  G_ACTION_MAP (fixture->actions));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->actions);
  g_assert_finalize_object (fixture->store);
}

/* Every item of the menu and its submenus that has an action. */
static void
collect (GMenuModel *menu, GHashTable *actions)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuLinkIter) links = g_menu_model_iterate_item_links (menu, i);
      GMenuModel *linked;
      char *action;

      while (g_menu_link_iter_get_next (links, NULL, &linked))
        {
          collect (linked, actions);
          g_object_unref (linked);
        }

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_hash_table_add (actions, action);
    }
}

static char *
dup_sorts (GMenuModel *menu)
{
  g_autoptr (GMenuModel) sorts = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (sorts); i++)
    {
      g_autofree char *id = NULL;

      g_assert_true (g_menu_model_get_item_attribute (sorts, i, G_MENU_ATTRIBUTE_TARGET, "s", &id));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", id);
    }

  return g_strdup (text->str);
}

#define assert_sorts(menu, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *sorts_ = dup_sorts (menu);                                                    \
    g_assert_cmpstr (sorts_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = htap_view_menu_new (HTAP_INSTANCE_VIEW (fixture->view));
  g_autoptr (GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer action;

  collect (menu, actions);
  g_assert_true (g_hash_table_contains (actions, "win.choose-columns"));
  g_assert_true (g_hash_table_contains (actions, "win.reset-columns"));

  /* Every item of the menu has its action. */
  g_hash_table_iter_init (&iter, actions);
  while (g_hash_table_iter_next (&iter, &action, NULL))
    {
      g_assert_true (g_str_has_prefix (action, "win."));
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->actions),
                                                (char *) action + strlen ("win.")));
    }

  g_object_unref (g_object_ref_sink (fixture->view));
}

static void
show_port (GtkWidget *view)
{
  GListModel *columns = gtk_column_view_get_columns (htap_list_test_get_columns (view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (htap_field_get_index (htap_column_get_field (column)) == HTAP_FIELD_PORT)
        gtk_column_view_column_set_visible (column, TRUE);
    }
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = htap_view_menu_new (HTAP_INSTANCE_VIEW (fixture->view));
  GActionGroup *actions = G_ACTION_GROUP (fixture->actions);

  /* One region, one TaurusDB instance. */
  assert_sorts (menu, "name shown_status data_vip ha_mode engine_version create_at");
  show_port (fixture->view);
  g_action_group_activate_action (actions, "hide-column", g_variant_new_string ("ha_mode"));
  assert_sorts (menu, "name shown_status data_vip engine_version create_at port");

  /* What it is sorted by can always be seen. */
  g_action_group_activate_action (actions, "sort", g_variant_new_string ("vpc_id"));
  assert_sorts (menu, "name shown_status data_vip engine_version create_at port vpc_id");

  g_action_group_activate_action (actions, "reset-columns", NULL);
  assert_sorts (menu, "name shown_status data_vip ha_mode engine_version create_at vpc_id");

  g_object_unref (g_object_ref_sink (fixture->view));
}

static void
test_sort_actions (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->actions);
  g_autoptr (GVariant) field = NULL;
  g_autoptr (GVariant) direction = NULL;
  gboolean descending;

  g_action_group_activate_action (actions, "sort", g_variant_new_string ("data_vip"));
  g_action_group_activate_action (actions, "sort-direction", g_variant_new_string ("descending"));
  g_assert_cmpint (htap_instance_view_get_sort (HTAP_INSTANCE_VIEW (fixture->view), &descending),
                   ==, HTAP_FIELD_DATA_VIP);
  g_assert_true (descending);
  field = g_action_group_get_action_state (actions, "sort");
  direction = g_action_group_get_action_state (actions, "sort-direction");
  g_assert_cmpstr (g_variant_get_string (field, NULL), ==, "data_vip");
  g_assert_cmpstr (g_variant_get_string (direction, NULL), ==, "descending");

  g_action_group_activate_action (actions, "sort", g_variant_new_string ("nonsense"));
  g_assert_cmpint (htap_instance_view_get_sort (HTAP_INSTANCE_VIEW (fixture->view), &descending),
                   ==, HTAP_FIELD_DATA_VIP);

  g_object_unref (g_object_ref_sink (fixture->view));
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = htap_view_menu_new (HTAP_INSTANCE_VIEW (fixture->view));
  GtkWidget *window;

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), fixture->view);
  gtk_widget_set_vexpand (fixture->view, TRUE);
  gtk_widget_insert_action_group (box, "win", G_ACTION_GROUP (fixture->actions));
  window = htap_list_test_window (box, 1100, 700);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  htap_list_test_settle (window);
  htap_list_test_screenshot ("list-view-menu");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  htap_list_test_close (window);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/view-menu/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  ADD_TEST ("items", test_items);
  ADD_TEST ("follows", test_follows);
  ADD_TEST ("sort-actions", test_sort_actions);
  ADD_TEST ("picture", test_picture);

  return g_test_run ();
}
