/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-late-menu.h"

static void
on_create_popup (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * htap_late_menu_give:
 *
 * Gives @button a menu whose widgets are made when it is opened for the first time: GTK would make
 * all of them at once, and again with every change of @menu, for menus that nobody opens.
 */
void
htap_late_menu_give (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, on_create_popup, g_object_ref (menu),
                                         g_object_unref);
}
