/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-actions.h"

#include "htap-gradual-selection.h"
#include "htap-list-test.h"

typedef struct
{
  GListStore *store;
  GtkColumnView *view;
  HtapColumnSet *columns;
  HtapInstanceChain *chain;
  HtapListSort *sort;
  GSimpleActionGroup *actions;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkSelectionModel) rows = NULL;
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");

  fixture->store = htap_list_test_crowd (source, 3);
  fixture->view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  fixture->columns = htap_column_set_new (fixture->view);
  fixture->chain = htap_instance_chain_new (G_LIST_MODEL (fixture->store));
  rows = htap_gradual_selection_new (htap_instance_chain_get_selection (fixture->chain));
  gtk_column_view_set_model (fixture->view, rows);
  fixture->sort = htap_list_sort_new (fixture->view, fixture->columns, fixture->chain);
  fixture->actions = g_simple_action_group_new ();
  htap_list_actions_add (G_ACTION_MAP (fixture->actions), fixture->columns, fixture->sort);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->actions);
  g_assert_finalize_object (fixture->sort);
  g_assert_finalize_object (fixture->columns);
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->chain);
  g_assert_finalize_object (fixture->store);
}

static void
test_hide (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->actions);
  GtkColumnViewColumn *name = htap_column_set_get_column (fixture->columns, HTAP_FIELD_NAME);

  g_action_group_activate_action (actions, "hide-column", g_variant_new_string ("name"));
  g_assert_false (gtk_column_view_column_get_visible (name));
  g_action_group_activate_action (actions, "hide-column", g_variant_new_string ("nonsense"));
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  GtkColumnViewColumn *vpc = htap_column_set_get_column (fixture->columns, HTAP_FIELD_VPC_ID);
  GtkColumnViewColumn *name = htap_column_set_get_column (fixture->columns, HTAP_FIELD_NAME);

  gtk_column_view_column_set_visible (vpc, TRUE);
  gtk_column_view_column_set_visible (name, FALSE);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->actions), "reset-columns", NULL);
  g_assert_false (gtk_column_view_column_get_visible (vpc));
  g_assert_true (gtk_column_view_column_get_visible (name));
}

static void
assert_state (Fixture *fixture, const char *field, const char *direction)
{
  g_autoptr (GVariant) sort =
      g_action_group_get_action_state (G_ACTION_GROUP (fixture->actions), "sort");
  g_autoptr (GVariant) sort_direction =
      g_action_group_get_action_state (G_ACTION_GROUP (fixture->actions), "sort-direction");

  g_assert_cmpstr (g_variant_get_string (sort, NULL), ==, field);
  g_assert_cmpstr (g_variant_get_string (sort_direction, NULL), ==, direction);
}

/* A radio item for each field and one for each direction; a click on a header moves them as well.
 */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->actions);
  gboolean descending;

  g_action_group_activate_action (actions, "sort", g_variant_new_string ("data_vip"));
  g_action_group_activate_action (actions, "sort-direction", g_variant_new_string ("descending"));
  g_assert_cmpint (htap_instance_chain_get_sort (fixture->chain, &descending), ==,
                   HTAP_FIELD_DATA_VIP);
  g_assert_true (descending);
  assert_state (fixture, "data_vip", "descending");

  /* Another field is no other direction. */
  g_action_group_activate_action (actions, "sort", g_variant_new_string ("name"));
  assert_state (fixture, "name", "descending");
  g_action_group_activate_action (actions, "sort", g_variant_new_string ("nonsense"));
  assert_state (fixture, "name", "descending");

  gtk_column_view_sort_by_column (
      fixture->view, htap_column_set_get_column (fixture->columns, HTAP_FIELD_CREATE_AT),
      GTK_SORT_ASCENDING);
  assert_state (fixture, "create_at", "ascending");

  g_action_group_activate_action (actions, "sort-by", g_variant_new ("(sb)", "port", TRUE));
  assert_state (fixture, "port", "descending");
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/list-actions/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  ADD_TEST ("hide", test_hide);
  ADD_TEST ("reset", test_reset);
  ADD_TEST ("sort", test_sort);

  return g_test_run ();
}
