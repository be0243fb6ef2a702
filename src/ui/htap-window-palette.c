/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-accelerators.h"
#include "htap-main-menu.h"
#include "htap-palette.h"
#include "htap-window-private.h"

#include <string.h>

/* The command palette: what it offers, and where it leads. */

typedef struct
{
  HtapWindow *window;
  GPtrArray *items; /* HtapPaletteItem */
} Offer;

/* "window.close" and the like belong to GTK, and always can be done. */
static gboolean
is_enabled (HtapWindow *self, const char *action)
{
  const char *name = strchr (action, '.') + 1;

  if (g_str_has_prefix (action, "win."))
    return g_action_group_get_action_enabled (G_ACTION_GROUP (self), name);
  if (g_str_has_prefix (action, "app."))
    return g_action_group_get_action_enabled (
        G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), name);

  return TRUE;
}

static gboolean
is_offered (GPtrArray *items, const char *action)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (htap_palette_item_get_action (items->pdata[i]), action))
      return TRUE;

  return FALSE;
}

static void
offer (const char *title, const char *accelerators, const char *action, gpointer user_data)
{
  Offer *offer = user_data;

  if (!g_str_equal (action, "win.show-palette") && is_enabled (offer->window, action) &&
      !is_offered (offer->items, action))
    g_ptr_array_add (offer->items, htap_palette_item_new_for_action (title, accelerators, action));
}

/* What has no keys of its own. */
static void
offer_menu (Offer *offered, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *title = NULL;

      if (section != NULL)
        offer_menu (offered, section);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action) ||
          !g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        continue;

      parts = g_strsplit (label, "_", -1); /* the mnemonic */
      title = g_strjoinv ("", parts);
      offer (title, NULL, action, offered);
    }
}

static GPtrArray *
new_actions (HtapWindow *self)
{
  Offer offered = { self, g_ptr_array_new_with_free_func (g_object_unref) };
  g_autoptr (GMenuModel) menu = htap_main_menu_new (self->demo);

  htap_accelerators_foreach (offer, &offered);
  offer_menu (&offered, menu);

  return offered.items;
}

static void
show_instance (HtapWindow *self, HtapInstance *instance)
{
  htap_sidebar_choose (self->sidebar, NULL);
  htap_window_show_instance (self, htap_instance_get_id (instance));
  gtk_widget_grab_focus (GTK_WIDGET (self->list_pane));
}

static void
on_palette_chosen (HtapWindow *self, HtapPaletteItem *item)
{
  GObject *object = htap_palette_item_get_object (item);

  if (HTAP_IS_INSTANCE (object))
    show_instance (self, HTAP_INSTANCE (object));
  else if (HTAP_IS_PROFILE (object))
    htap_window_show_profile (self, HTAP_PROFILE (object));
  else if (HTAP_IS_SOURCE (object))
    htap_sidebar_choose (self->sidebar, HTAP_SOURCE (object));
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self), htap_palette_item_get_action (item),
                                        NULL);
}

static void
on_show_palette (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (GPtrArray) actions = new_actions (self);
  GtkWidget *palette = htap_palette_new (GTK_WINDOW (self), self->inventory, actions);

  g_signal_connect_object (palette, "chosen", G_CALLBACK (on_palette_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (palette));
}

/**
 * htap_window_add_palette:
 *
 * Adds what opens the command palette.
 */
void
htap_window_add_palette (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-palette", .activate = on_show_palette },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
