/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window.h"

#include "htap-view-settings.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (HtapWindow, htap_window, ADW_TYPE_APPLICATION_WINDOW)

/* Relative times and ages are good to the minute. */
#define TICK_SECONDS 60

static gboolean
on_tick (gpointer user_data)
{
  HtapWindow *self = user_data;

  htap_inventory_tick (self->inventory);
  htap_list_pane_update (self->list_pane);
  if (self->findings_page != NULL)
    htap_findings_page_update (self->findings_page);
  if (self->changes_page != NULL)
    htap_changes_page_update (self->changes_page);

  return G_SOURCE_CONTINUE;
}

static void
on_sidebar_chosen (HtapWindow *self, HtapSource *source)
{
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->list_pane));
  htap_scope_choose_source (htap_list_pane_get_scope (self->list_pane), source);
  htap_panes_show_list (self->panes);
}

static void
on_sidebar_profile_chosen (HtapWindow *self, HtapProfile *profile)
{
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->list_pane));
  htap_scope_choose_profile (htap_list_pane_get_scope (self->list_pane), profile);
  htap_panes_show_list (self->panes);
}

static void
show_title_buttons (HtapWindow *self, AdwHeaderBar *header)
{
  adw_header_bar_set_show_start_title_buttons (header, !htap_panes_get_sidebar_shown (self->panes));
  adw_header_bar_set_show_end_title_buttons (header, !htap_panes_get_details_shown (self->panes));
}

/* The window's own buttons belong to the outermost header bars that are shown. What has taken the
 * list's place, and with it the toggles, has a way back of its own. */
static void
on_panes_notify_shown (HtapWindow *self)
{
  gboolean sidebar = htap_panes_get_sidebar_shown (self->panes);
  gboolean list = htap_panes_get_list_shown (self->panes);
  gboolean details = htap_panes_get_details_shown (self->panes);

  show_title_buttons (self, htap_list_pane_get_header (self->list_pane));
  if (self->findings_page != NULL)
    show_title_buttons (self, htap_findings_page_get_header (self->findings_page));
  if (self->changes_page != NULL)
    show_title_buttons (self, htap_changes_page_get_header (self->changes_page));
  adw_header_bar_set_show_end_title_buttons (self->sidebar_header, !list && !details);
  adw_header_bar_set_show_start_title_buttons (self->details_header, !list && !sidebar);
  gtk_widget_set_visible (self->sidebar_back, !list && !details);
  gtk_widget_set_visible (self->details_back, !list && details);
}

static void
on_surface_notify_width (HtapWindow *self, GParamSpec *pspec, GdkSurface *surface)
{
  htap_panes_set_window_width (self->panes, gdk_surface_get_width (surface));
}

static void
save_size (HtapWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (self->settings, "maximized", maximized);
  if (maximized)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "size", "(ii)", width, height);
}

static void
restore_size (HtapWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, 360), MAX (height, 300));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  else
    /* Or a narrow window would open as wide as all the panes need. */
    htap_panes_set_window_width (self->panes, MAX (width, 360));
}

static void
htap_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::width",
                           G_CALLBACK (on_surface_notify_width), widget, G_CONNECT_SWAPPED);
}

/* What runs goes on for as long as somebody looks at it. */
static gboolean
is_last (HtapWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (HTAP_IS_WINDOW (l->data) && l->data != self)
      return FALSE;

  return TRUE;
}

static gboolean
htap_window_close_request (GtkWindow *window)
{
  HtapWindow *self = HTAP_WINDOW (window);

  save_size (self);
  htap_instance_view_flush_columns (htap_list_pane_get_view (self->list_pane));
  if (is_last (self))
    htap_inventory_stop (self->inventory);

  return GTK_WINDOW_CLASS (htap_window_parent_class)->close_request (window);
}

static void
htap_window_dispose (GObject *object)
{
  HtapWindow *self = HTAP_WINDOW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->details_idle, g_source_remove);
  g_clear_handle_id (&self->announce_idle, g_source_remove);
  g_clear_object (&self->detailed);
  g_clear_object (&self->watches);
  g_clear_pointer (&self->wanted_id, g_free);
  g_clear_object (&self->inventory);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (htap_window_parent_class)->dispose (object);
}

static void
htap_window_class_init (HtapWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_window_dispose;
  GTK_WIDGET_CLASS (klass)->realize = htap_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = htap_window_close_request;
}

static void
htap_window_init (HtapWindow *self)
{
}

static GtkWidget *
new_button (const char *icon_name, const char *name, const char *action)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon_name, "tooltip-text", name,
                                    "action-name", action, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
new_back_button (const char *action)
{
  GtkWidget *button = new_button ("go-previous-symbolic", _ ("Back to the List"), action);

  gtk_widget_set_visible (button, FALSE);

  return button;
}

static GtkWidget *
build_sidebar (HtapWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sidebar = HTAP_SIDEBAR (htap_sidebar_new (self->inventory));
  self->sidebar_header =
      g_object_new (ADW_TYPE_HEADER_BAR, "show-end-title-buttons", FALSE, "title-widget",
                    adw_window_title_new (_ ("HTAP Inventory"), ""), NULL);
  self->sidebar_back = new_back_button ("win.show-sidebar");
  adw_header_bar_pack_start (self->sidebar_header, self->sidebar_back);
  adw_header_bar_pack_start (self->sidebar_header,
                             new_button ("list-add-symbolic", _ ("Add Profile"),
                                         "win.add-profile"));

  gtk_widget_set_vexpand (GTK_WIDGET (self->sidebar), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sidebar_header));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sidebar));
  gtk_widget_add_css_class (box, "sidebar-pane");

  return box;
}

static GtkWidget *
build_details (HtapWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->details = HTAP_DETAIL_PANE (htap_detail_pane_new ());
  htap_detail_pane_set_inventory (self->details, self->inventory);
  self->details_header =
      g_object_new (ADW_TYPE_HEADER_BAR, "show-start-title-buttons", FALSE, "title-widget",
                    adw_window_title_new (_ ("Details"), ""), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->details_header), "flat");
  self->details_back = new_back_button ("win.show-details");
  adw_header_bar_pack_start (self->details_header, self->details_back);

  gtk_widget_set_vexpand (GTK_WIDGET (self->details), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->details_header));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->details));
  gtk_widget_set_size_request (box, 300, -1);

  return box;
}

static GtkWidget *
build_pages (HtapWindow *self)
{
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->list_pane));

  return GTK_WIDGET (self->pages);
}

static void
build (HtapWindow *self)
{
  self->list_pane = HTAP_LIST_PANE (htap_list_pane_new (self->inventory, self->demo));
  self->panes = g_object_new (HTAP_TYPE_PANES, NULL);
  htap_panes_set_sidebar (self->panes, build_sidebar (self));
  htap_panes_set_list (self->panes, build_pages (self));
  htap_panes_set_details (self->panes, build_details (self));
  self->toaster = HTAP_TOASTER (htap_toaster_new ());
  htap_toaster_set_child (self->toaster, GTK_WIDGET (self->panes));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toaster));

  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (on_sidebar_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "profile-chosen", G_CALLBACK (on_sidebar_profile_chosen),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::sidebar-shown", G_CALLBACK (on_panes_notify_shown),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::list-shown", G_CALLBACK (on_panes_notify_shown),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::details-shown", G_CALLBACK (on_panes_notify_shown),
                           self, G_CONNECT_SWAPPED);
}

/* A window starts as the one that was changed last, then goes its own way. */
static void
bind_settings (HtapWindow *self)
{
  const char *const keys[] = { "sidebar-wanted", "details-wanted", "sidebar-width",
                               "details-width" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (self->settings, keys[i], self->panes, keys[i],
                     G_SETTINGS_BIND_GET_NO_CHANGES | G_SETTINGS_BIND_SET);
  htap_view_settings_bind (htap_list_pane_get_view (self->list_pane), self->settings);
  restore_size (self);
}

/**
 * htap_window_new:
 * @inventory: what to show
 * @settings: where it takes its looks from, and keeps changes of them
 * @demo: whether it shows the demo alone
 *
 * Returns: (transfer none): a window of @application
 */
GtkWidget *
htap_window_new (GtkApplication *application,
                 HtapInventory *inventory,
                 GSettings *settings,
                 gboolean demo)
{
  HtapWindow *self = g_object_new (HTAP_TYPE_WINDOW, "application", application, "title",
                                   _ ("HTAP Inventory"), "icon-name", HTAP_APPLICATION_ID, NULL);

  self->inventory = g_object_ref (inventory);
  self->settings = g_object_ref (settings);
  self->demo = demo;
  build (self);
  htap_window_add_actions (self);
  htap_window_add_pane_actions (self);
  htap_window_add_copy_actions (self);
  htap_window_add_export_action (self);
  htap_window_add_console_action (self);
  htap_window_add_profile_actions (self);
  htap_window_add_profile_menu_actions (self);
  htap_window_add_import_actions (self);
  htap_window_add_findings (self);
  htap_window_add_changes (self);
  htap_window_add_palette (self);
  htap_window_add_requests (self);
  htap_window_add_sign_in_actions (self);
  htap_window_add_taurus_actions (self);
  bind_settings (self);
  on_panes_notify_shown (self);
  htap_window_follow_selection (self);
  htap_window_announce_refreshes (self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);

  return GTK_WIDGET (self);
}

/* A page in the list's place. Each is made when somebody first looks: the window opens sooner. */
void
htap_window_add_page (HtapWindow *self, GtkWidget *page, AdwHeaderBar *header)
{
  show_title_buttons (self, header);
  gtk_stack_add_child (self->pages, page);
}

/**
 * htap_window_show_profile:
 *
 * Shows the TaurusDB instances of @profile alone, until something else is chosen in the sidebar.
 */
void
htap_window_show_profile (HtapWindow *self, HtapProfile *profile)
{
  g_return_if_fail (HTAP_IS_WINDOW (self));

  htap_sidebar_choose_profile (self->sidebar, profile);
}

/**
 * htap_window_shows_profile:
 *
 * Returns: whether what is in view is @profile, all of it and nothing else
 */
gboolean
htap_window_shows_profile (HtapWindow *self, HtapProfile *profile)
{
  g_return_val_if_fail (HTAP_IS_WINDOW (self), FALSE);

  return g_strcmp0 (htap_scope_get_profile (htap_list_pane_get_scope (self->list_pane)),
                    htap_profile_get_uuid (profile)) == 0;
}

/**
 * htap_window_say:
 * @sentence: plain text
 *
 * Says something short for a moment, for what has no place of its own on the screen.
 */
void
htap_window_say (HtapWindow *self, const char *sentence)
{
  g_return_if_fail (HTAP_IS_WINDOW (self));

  htap_toaster_say (self->toaster, sentence);
}

/**
 * htap_window_set_demo_failure:
 * @sentence: why there is no demo to show; plain text
 */
void
htap_window_set_demo_failure (HtapWindow *self, const char *sentence)
{
  g_return_if_fail (HTAP_IS_WINDOW (self));

  htap_list_pane_set_demo_failure (self->list_pane, sentence);
}
