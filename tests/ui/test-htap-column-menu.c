/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-menu.h"

/* Every item as its detailed action. */
static void
append_actions (GMenuModel *menu, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section =
          g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GVariant) target =
          g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *printed = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");
      g_autofree char *action = NULL;

      if (section != NULL)
        append_actions (section, text);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_string_append_printf (text, "%s %s\n", action, printed);
    }
}

/* Everything that is done to a column, and the way to the others. */
static void
test_items (void)
{
  g_autoptr (GMenuModel) menu = htap_column_menu_new (htap_field_get (HTAP_FIELD_VPC_ID));
  g_autoptr (GString) text = g_string_new (NULL);

  append_actions (menu, text);
  g_assert_cmpstr (text->str, ==,
                   "win.sort-by ('vpc_id', false)\n"
                   "win.sort-by ('vpc_id', true)\n"
                   "win.hide-column 'vpc_id'\n"
                   "win.choose-columns \n"
                   "win.reset-columns \n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/column-menu/items", test_items);

  return g_test_run ();
}
