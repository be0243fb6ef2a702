/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-pane.h"

#include "htap-compat.h"
#include "htap-notice.h"
#include "htap-refresh-button.h"
#include "htap-safe-text.h"
#include "htap-status-page.h"

#include <glib/gi18n-lib.h>

struct _HtapListPane
{
  GtkWidget parent_instance;
  HtapInventory *inventory;
  HtapSource *source; /* the one in view, or NULL for all */
  HtapViewState state;
  guint update_idle;

  GtkWidget *box;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  HtapRefreshButton *refresh_button;
  GtkMenuButton *view_button;
  GtkMenuButton *main_button;
  HtapNotice *demo_notice;
  HtapNotice *keyring_notice;
  HtapNotice *failure_notice;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack; /* list, status */
  HtapInstanceView *view;
  HtapStatusPage *status_page;
};

G_DEFINE_FINAL_TYPE (HtapListPane, htap_list_pane, GTK_TYPE_WIDGET)

static const char *
get_search_text (HtapListPane *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static void
update_title (HtapListPane *self, gint64 now)
{
  g_autofree char *subtitle = htap_view_state_dup_subtitle (&self->state, now);
  g_autofree char *title = NULL;
  const char *name = _ ("All Instances");

  if (self->source != NULL)
    {
      name = htap_source_get_taurus_name (self->source);
      name = name != NULL ? name : htap_source_get_taurus_id (self->source);
    }

  title = htap_safe_text_dup (name);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
update_notices (HtapListPane *self, gint64 now)
{
  g_autofree char *failure = htap_view_state_dup_notice (&self->state, now);

  htap_notice_set_text (self->failure_notice, failure);
  htap_notice_set_text (self->keyring_notice,
                        htap_inventory_get_session_only (self->inventory)
                            ? _ ("No keyring service is running. Credentials are forgotten when "
                                 "you quit.")
                            : NULL);
}

static gboolean
on_update_idle (gpointer user_data)
{
  HtapListPane *self = user_data;

  self->update_idle = 0;
  htap_list_pane_update (self);

  return G_SOURCE_REMOVE;
}

/* A merge moves many sources at once: what is derived from all of them is derived once. */
static void
queue_update (HtapListPane *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update_idle, self, NULL);
}

static void
on_sources_items_changed (GListModel *sources,
                          guint position,
                          guint removed,
                          guint added,
                          HtapListPane *self)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      g_signal_connect_object (source, "notify", G_CALLBACK (queue_update), self,
                               G_CONNECT_SWAPPED);
    }

  queue_update (self);
}

static void
on_inventory_merged (HtapListPane *self, HtapFieldSet changed)
{
  htap_instance_view_note_merged (self->view, changed);
  queue_update (self);
}

static void
on_inventory_notify_refresh (HtapListPane *self)
{
  htap_refresh_button_set_busy (self->refresh_button,
                                htap_inventory_get_refresh (self->inventory) != NULL);
  queue_update (self);
}

static void
on_search_entry_search_changed (HtapListPane *self)
{
  htap_instance_view_set_search (self->view, get_search_text (self));
  htap_list_pane_update (self);
}

static void
on_search_entry_stop_search (HtapListPane *self)
{
  htap_list_pane_clear_search (self);
}

static void
on_view_typing (HtapListPane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
}

/* Enter and Down lead from the search into what it found. */
static void
on_search_entry_activate (HtapListPane *self)
{
  if (self->state.page == HTAP_PAGE_LIST)
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_search_entry_key_pressed (HtapListPane *self, guint key)
{
  if (key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;

  on_search_entry_activate (self);

  return GDK_EVENT_STOP;
}

/* Not an accelerator: Escape belongs to whatever has the focus first. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HtapListPane *self = HTAP_LIST_PANE (widget);

  if (!gtk_search_bar_get_search_mode (self->search_bar) && *get_search_text (self) == '\0')
    return GDK_EVENT_PROPAGATE;

  htap_list_pane_clear_search (self);

  return GDK_EVENT_STOP;
}

static gboolean
htap_list_pane_grab_focus (GtkWidget *widget)
{
  HtapListPane *self = HTAP_LIST_PANE (widget);

  /* GTK would focus a list that is not on the screen, and keep the window alive for it. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return gtk_widget_child_focus (GTK_WIDGET (self->status_page), GTK_DIR_TAB_FORWARD);
}

static void
htap_list_pane_dispose (GObject *object)
{
  HtapListPane *self = HTAP_LIST_PANE (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->source);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_list_pane_parent_class)->dispose (object);
}

static void
htap_list_pane_class_init (HtapListPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_list_pane_dispose;

  GTK_WIDGET_CLASS (klass)->grab_focus = htap_list_pane_grab_focus;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
}

static GMenuModel *
build_main_menu (gboolean demo)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) profiles = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();

  if (!demo)
    {
      g_menu_append (profiles, _ ("_Add Profile…"), "win.add-profile");
      g_menu_append (profiles, _ ("_Try the Demo"), "app.try-demo");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (profiles));
    }
  g_menu_append (program, _ ("_Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (program, _ ("_About HTAP Inventory"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));

  return G_MENU_MODEL (menu);
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
build_header (HtapListPane *self, gboolean demo)
{
  g_autoptr (GMenuModel) menu = build_main_menu (demo);
  GtkWidget *search;

  self->header = ADW_HEADER_BAR (adw_header_bar_new ());
  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->refresh_button = HTAP_REFRESH_BUTTON (htap_refresh_button_new ());
  self->view_button = new_menu_button ("view-list-symbolic", _ ("View"));
  self->main_button = new_menu_button ("open-menu-symbolic", _ ("Main Menu"));
  gtk_menu_button_set_menu_model (self->main_button, menu);
  gtk_menu_button_set_primary (self->main_button, TRUE);
  search = new_toggle ("system-search-symbolic", _ ("Search"), NULL);
  g_object_bind_property (self->search_bar, "search-mode-enabled", search, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  adw_header_bar_set_title_widget (self->header, GTK_WIDGET (self->title));
  adw_header_bar_pack_start (
      self->header, new_toggle ("sidebar-show-symbolic", _ ("Sidebar"), "win.show-sidebar"));
  adw_header_bar_pack_start (self->header, GTK_WIDGET (self->refresh_button));
  adw_header_bar_pack_start (self->header, search);
  adw_header_bar_pack_end (self->header, GTK_WIDGET (self->main_button));
  adw_header_bar_pack_end (
      self->header, new_toggle ("sidebar-show-right-symbolic", _ ("Details"), "win.show-details"));
  adw_header_bar_pack_end (self->header, GTK_WIDGET (self->view_button));
}

static void
build_search (HtapListPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search_entry =
      g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Search names, addresses, IDs…"),
                    "search-delay", 150, "width-request", 320, NULL);
  htap_compat_show_text (GTK_EDITABLE (self->search_entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  self->search_bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  gtk_search_bar_set_child (self->search_bar, GTK_WIDGET (self->search_entry));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  g_signal_connect_swapped (self->search_entry, "search-changed",
                            G_CALLBACK (on_search_entry_search_changed), self);
  g_signal_connect_swapped (self->search_entry, "stop-search",
                            G_CALLBACK (on_search_entry_stop_search), self);
  g_signal_connect_swapped (self->search_entry, "activate", G_CALLBACK (on_search_entry_activate),
                            self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_entry_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

static void
build_notices (HtapListPane *self, gboolean demo)
{
  self->demo_notice = HTAP_NOTICE (
      htap_notice_new ("dialog-information-symbolic", _ ("Leave Demo"), "window.close"));
  gtk_widget_add_css_class (GTK_WIDGET (self->demo_notice), "information");
  htap_notice_set_text (self->demo_notice, demo ? _ ("Demo data") : NULL);
  self->keyring_notice = HTAP_NOTICE (htap_notice_new ("dialog-password-symbolic", NULL, NULL));
  self->failure_notice =
      HTAP_NOTICE (htap_notice_new ("dialog-warning-symbolic", _ ("Details"), "win.show-failures"));
}

static void
build (HtapListPane *self, gboolean demo)
{
  build_search (self);
  build_header (self, demo);
  build_notices (self, demo);
  self->view =
      HTAP_INSTANCE_VIEW (htap_instance_view_new (htap_inventory_get_instances (self->inventory)));
  self->status_page = HTAP_STATUS_PAGE (htap_status_page_new ());
  self->stack = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status_page), "status");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->search_bar));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->demo_notice));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->keyring_notice));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->failure_notice));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  htap_instance_view_set_search_entry (self->view, GTK_EDITABLE (self->search_entry));
  g_signal_connect_swapped (self->view, "typing", G_CALLBACK (on_view_typing), self);
}

static void
htap_list_pane_init (HtapListPane *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * htap_list_pane_new:
 * @inventory: what is shown; followed
 * @demo: whether it is a demo, which is said all the time
 */
GtkWidget *
htap_list_pane_new (HtapInventory *inventory, gboolean demo)
{
  HtapListPane *self = g_object_new (HTAP_TYPE_LIST_PANE, NULL);
  GListModel *sources = htap_inventory_get_sources (inventory);

  self->inventory = g_object_ref (inventory);
  build (self, demo);

  g_signal_connect_object (sources, "items-changed", G_CALLBACK (on_sources_items_changed), self,
                           0);
  g_signal_connect_object (inventory, "merged", G_CALLBACK (on_inventory_merged), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "profiles-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::refresh", G_CALLBACK (on_inventory_notify_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::session-only", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  on_sources_items_changed (sources, 0, 0, g_list_model_get_n_items (sources), self);
  on_inventory_notify_refresh (self);
  htap_list_pane_update (self);

  return GTK_WIDGET (self);
}

HtapInstanceView *
htap_list_pane_get_view (HtapListPane *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  return self->view;
}

AdwHeaderBar *
htap_list_pane_get_header (HtapListPane *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  return self->header;
}

/**
 * htap_list_pane_get_view_button:
 *
 * Returns: (transfer none): the button whose menu has the sort and the columns
 */
GtkMenuButton *
htap_list_pane_get_view_button (HtapListPane *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  return self->view_button;
}

/**
 * htap_list_pane_get_state:
 *
 * Returns: (transfer none): what is in view, as of the last update
 */
const HtapViewState *
htap_list_pane_get_state (HtapListPane *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  return &self->state;
}

/**
 * htap_list_pane_get_source:
 *
 * Returns: (transfer none) (nullable): the TaurusDB instance in view; %NULL for all
 */
HtapSource *
htap_list_pane_get_source (HtapListPane *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  return self->source;
}

/**
 * htap_list_pane_set_source:
 * @source: (nullable): the TaurusDB instance to show; %NULL for all
 */
void
htap_list_pane_set_source (HtapListPane *self, HtapSource *source)
{
  g_autoptr (GPtrArray) scope = NULL;

  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  if (!g_set_object (&self->source, source))
    return;

  if (source != NULL)
    {
      scope = g_ptr_array_new ();
      g_ptr_array_add (scope, source);
    }
  htap_instance_view_set_scope (self->view, scope);
  htap_list_pane_update (self);
}

/**
 * htap_list_pane_start_search:
 *
 * @anew: whether the next key takes the place of what it holds, or goes behind that
 *
 * Shows the search and puts the cursor there.
 */
void
htap_list_pane_start_search (HtapListPane *self, gboolean anew)
{
  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), anew ? 0 : -1, -1);
}

/**
 * htap_list_pane_clear_search:
 *
 * Empties and hides the search; the focus goes back to the list.
 */
void
htap_list_pane_clear_search (HtapListPane *self)
{
  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  htap_instance_view_set_search (self->view, "");
  htap_list_pane_update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/**
 * htap_list_pane_dup_summary:
 *
 * Returns: (transfer full): what stands below the title, or what a page says in place of the list;
 *   empty while there is nothing to say
 */
char *
htap_list_pane_dup_summary (HtapListPane *self)
{
  const char *subtitle;

  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  subtitle = adw_window_title_get_subtitle (self->title);
  if (self->state.page != HTAP_PAGE_LIST)
    return htap_status_page_dup_summary (self->status_page);

  return g_strdup (subtitle != NULL ? subtitle : "");
}

/**
 * htap_list_pane_update:
 *
 * Brings page, title and notices to what is known now; called once a minute as well, for ages.
 */
void
htap_list_pane_update (HtapListPane *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *search;
  guint n_shown;

  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  search = get_search_text (self);
  n_shown = g_list_model_get_n_items (htap_instance_view_get_shown (self->view));
  htap_view_state_compute (&self->state, self->inventory, self->source, *search != '\0', n_shown);
  update_title (self, now);
  update_notices (self, now);
  if (self->state.page == HTAP_PAGE_LIST)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    {
      htap_status_page_update (self->status_page, &self->state, self->source, search);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
}
