/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-menu.h"

#include "htap-column.h"

static GMenuModel *
get_section (GMenuModel *menu, int position)
{
  return g_menu_model_get_item_link (menu, position, G_MENU_LINK_SECTION);
}

static void
assert_item (GMenuModel *menu, int position, const HtapField *field)
{
  g_autofree char *name = htap_column_dup_action_name (field);
  g_autofree char *expected = g_strconcat ("win.", name, NULL);
  g_autofree char *action = NULL;
  g_autofree char *label = NULL;

  g_assert_true (
      g_menu_model_get_item_attribute (menu, position, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_true (
      g_menu_model_get_item_attribute (menu, position, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (action, ==, expected);
  g_assert_cmpstr (label, ==, htap_field_get_label (field));
}

/* The usual columns are at hand, in the order in which they stand. */
static void
test_defaults (void)
{
  g_autoptr (GMenuModel) menu = htap_column_menu_new ();
  g_autoptr (GMenuModel) defaults = get_section (menu, 0);
  guint n_columns;
  const HtapFieldIndex *columns = htap_field_get_default_columns (&n_columns);

  g_assert_cmpint (g_menu_model_get_n_items (defaults), ==, (int) n_columns);
  for (guint i = 0; i < n_columns; i++)
    assert_item (defaults, (int) i, htap_field_get (columns[i]));
}

/* Every other field is under a heading, once, and no heading is empty. */
static void
test_others (void)
{
  g_autoptr (GMenuModel) menu = htap_column_menu_new ();
  g_autoptr (GMenuModel) others = get_section (menu, 1);
  int n_groups = g_menu_model_get_n_items (others);
  guint n_items = 0, n_defaults;

  htap_field_get_default_columns (&n_defaults);
  for (int i = 0; i < n_groups; i++)
    {
      g_autoptr (GMenuModel) group = g_menu_model_get_item_link (others, i, G_MENU_LINK_SUBMENU);
      g_autofree char *label = NULL;
      int position = 0;

      g_assert_true (
          g_menu_model_get_item_attribute (others, i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
      g_assert_cmpint (g_menu_model_get_n_items (group), >, 0);
      for (guint field = 0; field < HTAP_N_FIELDS; field++)
        {
          g_autofree char *name = htap_column_dup_action_name (htap_field_get (field));
          g_autofree char *expected = g_strconcat ("win.", name, NULL);
          g_autofree char *action = NULL;

          if (position < g_menu_model_get_n_items (group))
            g_menu_model_get_item_attribute (group, position, G_MENU_ATTRIBUTE_ACTION, "s",
                                             &action);
          if (g_strcmp0 (action, expected) != 0)
            continue;

          g_assert_false (htap_field_is_default_column (htap_field_get (field)));
          assert_item (group, position, htap_field_get (field));
          position++;
          n_items++;
        }
      /* In the order of the field table. */
      g_assert_cmpint (position, ==, g_menu_model_get_n_items (group));
    }
  g_assert_cmpuint (n_items, ==, HTAP_N_FIELDS - n_defaults);
}

static void
test_reset (void)
{
  g_autoptr (GMenuModel) menu = htap_column_menu_new ();
  g_autoptr (GMenuModel) reset = NULL;
  g_autofree char *action = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 3);
  reset = get_section (menu, 2);
  g_menu_model_get_item_attribute (reset, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  g_assert_cmpstr (action, ==, "win.reset-columns");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/column-menu/defaults", test_defaults);
  g_test_add_func ("/column-menu/others", test_others);
  g_test_add_func ("/column-menu/reset", test_reset);

  return g_test_run ();
}
