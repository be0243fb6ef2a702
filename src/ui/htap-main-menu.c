/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-main-menu.h"

#include <glib/gi18n-lib.h>

static GMenuModel *
new_auto_refresh_menu (void)
{
  /* The values of the setting. */
  static const struct
  {
    const char *label;
    const char *value;
  } choices[] = {
    { N_ ("_Off"), "off" },
    { N_ ("Every _30 Seconds"), "30-seconds" },
    { N_ ("Every _Minute"), "1-minute" },
    { N_ ("Every _5 Minutes"), "5-minutes" },
    { N_ ("Every _15 Minutes"), "15-minutes" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "app.auto-refresh", "s", choices[i].value);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/**
 * htap_main_menu_new:
 * @demo: whether it is the menu of the demo itself
 *
 * Returns: (transfer full): what the menu button at the end of the header bar offers
 */
GMenuModel *
htap_main_menu_new (gboolean demo)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) windows = g_menu_new ();
  g_autoptr (GMenuModel) intervals = new_auto_refresh_menu ();
  g_autoptr (GMenu) refresh = g_menu_new ();
  g_autoptr (GMenu) instances = g_menu_new ();
  g_autoptr (GMenu) profiles = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();

  g_menu_append (windows, _ ("_New Window"), "app.new-window");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (windows));
  g_menu_append (profiles, _ ("_Add Profile…"), "win.add-profile");
  if (!demo)
    g_menu_append (profiles, _ ("_Try the Demo"), "app.try-demo");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (profiles));
  g_menu_append_submenu (refresh, _ ("Auto _Refresh"), intervals);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (refresh));
  g_menu_append (instances, _ ("_Export…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (instances));
  g_menu_append (program, _ ("_Preferences"), "app.preferences");
  g_menu_append (program, _ ("Request _Log"), "win.show-requests");
  g_menu_append (program, _ ("_Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (program, _ ("_About HTAP Inventory"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));

  return G_MENU_MODEL (menu);
}
