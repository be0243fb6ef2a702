/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-main-menu.h"

/* One for each value of the setting. */
#define AUTO_REFRESH                                                                               \
  "app.auto-refresh app.auto-refresh app.auto-refresh app.auto-refresh app.auto-refresh "

/* Every action in the menu, in order, with a space after each. */
static void
append_actions (GString *actions, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *action = NULL;
      g_autofree char *label = NULL;

      if (section != NULL)
        append_actions (actions, section);
      if (submenu != NULL)
        append_actions (actions, submenu);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        continue;

      g_assert_true (
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
      g_assert_nonnull (strchr (label, '_'));
      g_string_append_printf (actions, "%s ", action);
    }
}

static void
assert_actions (gboolean demo, const char *expected)
{
  g_autoptr (GMenuModel) menu = htap_main_menu_new (demo);
  g_autoptr (GString) actions = g_string_new (NULL);

  append_actions (actions, menu);
  g_assert_cmpstr (actions->str, ==, expected);
}

static void
test_actions (void)
{
  assert_actions (FALSE, "app.new-window win.add-profile app.try-demo " AUTO_REFRESH
                         "win.export app.preferences win.show-requests win.show-help-overlay "
                         "app.about ");
  assert_actions (TRUE, "app.new-window win.add-profile " AUTO_REFRESH
                        "win.export app.preferences win.show-requests win.show-help-overlay "
                        "app.about ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/main-menu/actions", test_actions);

  return g_test_run ();
}
