/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-header.h"

#include "htap-late-menu.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapListHeader
{
  GtkWidget parent_instance;
  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  HtapRefreshButton *refresh_button;
  GtkMenuButton *view_button;
};

G_DEFINE_FINAL_TYPE (HtapListHeader, htap_list_header, GTK_TYPE_WIDGET)

static void
htap_list_header_dispose (GObject *object)
{
  HtapListHeader *self = HTAP_LIST_HEADER (object);

  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_list_header_parent_class)->dispose (object);
}

static void
htap_list_header_class_init (HtapListHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_list_header_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_toggle (const char *icon_name, const char *label, const char *action)
{
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", icon_name, "tooltip-text",
                                    label, "action-name", action, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static GtkMenuButton *
new_menu_button (const char *icon_name, const char *label)
{
  GtkWidget *button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", icon_name, "tooltip-text", label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return GTK_MENU_BUTTON (button);
}

static void
htap_list_header_init (HtapListHeader *self)
{
  self->bar = ADW_HEADER_BAR (adw_header_bar_new ());
  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->refresh_button = HTAP_REFRESH_BUTTON (htap_refresh_button_new ());
  self->view_button = new_menu_button ("view-list-symbolic", _ ("View"));

  adw_header_bar_set_title_widget (self->bar, GTK_WIDGET (self->title));
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
}

/**
 * htap_list_header_new:
 * @menu: the main menu
 * @search_bar: (nullable): what the search toggle shows and hides; without one there is neither
 *   that nor the view's menu
 */
GtkWidget *
htap_list_header_new (GMenuModel *menu, GtkSearchBar *search_bar)
{
  HtapListHeader *self = g_object_new (HTAP_TYPE_LIST_HEADER, NULL);
  GtkMenuButton *main_button = new_menu_button ("open-menu-symbolic", _ ("Main Menu"));
  GtkWidget *search = new_toggle ("system-search-symbolic", _ ("Search"), NULL);

  htap_late_menu_give (main_button, menu);
  gtk_menu_button_set_primary (main_button, TRUE);
  gtk_widget_set_visible (search, search_bar != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), search_bar != NULL);
  if (search_bar != NULL)
    g_object_bind_property (search_bar, "search-mode-enabled", search, "active",
                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  adw_header_bar_pack_start (
      self->bar, new_toggle ("sidebar-show-symbolic", _ ("Sidebar"), "win.show-sidebar"));
  adw_header_bar_pack_start (self->bar, GTK_WIDGET (self->refresh_button));
  adw_header_bar_pack_start (self->bar, search);
  adw_header_bar_pack_end (self->bar, GTK_WIDGET (main_button));
  adw_header_bar_pack_end (
      self->bar, new_toggle ("sidebar-show-right-symbolic", _ ("Details"), "win.show-details"));
  adw_header_bar_pack_end (self->bar, GTK_WIDGET (self->view_button));

  return GTK_WIDGET (self);
}

AdwHeaderBar *
htap_list_header_get_bar (HtapListHeader *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_HEADER (self), NULL);

  return self->bar;
}

/**
 * htap_list_header_get_view_button:
 *
 * Returns: (transfer none): the button whose menu has the sort and the columns
 */
GtkMenuButton *
htap_list_header_get_view_button (HtapListHeader *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_HEADER (self), NULL);

  return self->view_button;
}

/**
 * htap_list_header_set_busy:
 * @busy: whether a refresh runs, which the button can stop
 */
void
htap_list_header_set_busy (HtapListHeader *self, gboolean busy)
{
  g_return_if_fail (HTAP_IS_LIST_HEADER (self));

  htap_refresh_button_set_busy (self->refresh_button, busy);
}

/**
 * htap_list_header_set_title:
 * @title: what is in view; may be a name from outside
 * @subtitle: the answer to "is all well?"
 */
void
htap_list_header_set_title (HtapListHeader *self, const char *title, const char *subtitle)
{
  g_autofree char *safe = NULL;

  g_return_if_fail (HTAP_IS_LIST_HEADER (self));

  safe = htap_safe_text_dup (title);
  adw_window_title_set_title (self->title, safe);
  adw_window_title_set_subtitle (self->title, subtitle);
}
