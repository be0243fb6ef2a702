/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-main-menu.h"

#include <glib/gi18n-lib.h>

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
  g_autoptr (GMenu) profiles = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();

  g_menu_append (windows, _ ("_New Window"), "app.new-window");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (windows));
  g_menu_append (profiles, _ ("_Add Profile…"), "win.add-profile");
  if (!demo)
    g_menu_append (profiles, _ ("_Try the Demo"), "app.try-demo");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (profiles));
  g_menu_append (program, _ ("_Preferences"), "app.preferences");
  g_menu_append (program, _ ("_Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (program, _ ("_About HTAP Inventory"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));

  return G_MENU_MODEL (menu);
}
