/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-pane.h"

#include "htap-findings.h"
#include "htap-list-pane-private.h"
#include "htap-main-menu.h"

enum
{
  PROP_LISTING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapListPane, htap_list_pane, GTK_TYPE_WIDGET)

static void
show_list (HtapListPane *self, gboolean listing)
{
  gtk_stack_set_visible_child_name (self->stack, listing ? "list" : "status");
  if (self->listing == listing)
    return;

  self->listing = listing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LISTING]);
}

static void
update_title (HtapListPane *self, gint64 now)
{
  const HtapSearch *search = htap_instance_view_get_search (self->view);
  g_autofree char *title = htap_search_is_for_owner (search)
                               ? g_strdup (htap_scope_get_title_of_all ())
                               : htap_scope_dup_title (self->scope);
  g_autofree char *subtitle = htap_view_state_dup_subtitle (&self->state, now);

  htap_list_header_set_title (self->header, title, subtitle);
}

static void
on_scope_changed (HtapListPane *self)
{
  htap_instance_view_set_scope (self->view, htap_scope_get_sources (self->scope));
  htap_list_pane_update (self);
}

static void
on_inventory_merged (HtapListPane *self, HtapFieldSet changed)
{
  htap_instance_view_note_merged (self->view, changed);
  /* The first rows come with the next frame, which waits for nothing. */
  if (!self->listing)
    htap_inventory_follower_flush (self->follower);
  if (htap_search_is_for_owner (htap_instance_view_get_search (self->view)))
    htap_inventory_follower_queue (self->follower);
}

static void
on_findings_changed (HtapListPane *self)
{
  htap_instance_view_note_merged (self->view, HTAP_FIELD_BIT (HTAP_FIELD_FINDINGS));
  htap_inventory_follower_queue (self->follower);
}

static void
on_inventory_notify_refresh (HtapListPane *self)
{
  HtapRefresh *refresh = htap_inventory_get_refresh (self->inventory);

  htap_list_header_set_busy (self->header, refresh != NULL);
  htap_refresh_progress_set_refresh (self->progress, refresh);
}

static void
on_notices_dismissed (HtapListPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
htap_list_pane_grab_focus (GtkWidget *widget)
{
  HtapListPane *self = HTAP_LIST_PANE (widget);

  /* GTK would focus a list that is not on the screen, and keep the window alive for it. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return self->status_page != NULL &&
         gtk_widget_child_focus (GTK_WIDGET (self->status_page), GTK_DIR_TAB_FORWARD);
}

static void
htap_list_pane_dispose (GObject *object)
{
  HtapListPane *self = HTAP_LIST_PANE (object);

  g_clear_object (&self->follower);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->scope);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_list_pane_parent_class)->dispose (object);
}

static void
htap_list_pane_finalize (GObject *object)
{
  g_free (HTAP_LIST_PANE (object)->demo_failure);

  G_OBJECT_CLASS (htap_list_pane_parent_class)->finalize (object);
}

static void
htap_list_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LISTING)
    g_value_set_boolean (value, HTAP_LIST_PANE (object)->listing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
htap_list_pane_class_init (HtapListPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = htap_list_pane_get_property;
  G_OBJECT_CLASS (klass)->dispose = htap_list_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_list_pane_finalize;

  properties[PROP_LISTING] =
      g_param_spec_boolean ("listing", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  GTK_WIDGET_CLASS (klass)->grab_focus = htap_list_pane_grab_focus;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  htap_list_pane_bind_escape (GTK_WIDGET_CLASS (klass));
}

/* Over the list, which therefore stays where it is. */
static GtkWidget *
add_progress (HtapListPane *self, GtkWidget *child)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->progress = HTAP_REFRESH_PROGRESS (htap_refresh_progress_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_START);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), child);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->progress));
  g_signal_connect_object (self->progress, "notify::shown",
                           G_CALLBACK (htap_inventory_follower_queue), self->follower,
                           G_CONNECT_SWAPPED);

  return overlay;
}

static void
build (HtapListPane *self, gboolean demo)
{
  g_autoptr (GMenuModel) menu = htap_main_menu_new (demo);

  self->search = HTAP_LIST_SEARCH (htap_list_search_new ());
  self->header =
      HTAP_LIST_HEADER (htap_list_header_new (menu, htap_list_search_get_bar (self->search)));
  self->notices = HTAP_LIST_NOTICES (htap_list_notices_new (demo));
  self->view =
      HTAP_INSTANCE_VIEW (htap_instance_view_new (htap_inventory_get_instances (self->inventory)));
  htap_instance_view_set_changes (self->view, htap_inventory_get_changes (self->inventory));
  self->stack = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "list");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->notices));
  gtk_box_append (GTK_BOX (self->box), add_progress (self, GTK_WIDGET (self->stack)));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->notices, "dismissed", G_CALLBACK (on_notices_dismissed), self);
  htap_list_pane_follow_search (self);
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

  self->inventory = g_object_ref (inventory);
  self->scope = htap_scope_new (inventory);
  self->follower = htap_inventory_follower_new (inventory);
  build (self, demo);

  g_signal_connect_object (self->scope, "changed", G_CALLBACK (on_scope_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follower, "changed", G_CALLBACK (htap_list_pane_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (htap_inventory_get_findings (inventory), "changed",
                           G_CALLBACK (on_findings_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "merged", G_CALLBACK (on_inventory_merged), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::refresh", G_CALLBACK (on_inventory_notify_refresh),
                           self, G_CONNECT_SWAPPED);
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

  return htap_list_header_get_bar (self->header);
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

  return htap_list_header_get_view_button (self->header);
}

/**
 * htap_list_pane_get_state:
 *
 * Returns: (transfer none): what is in view; valid until control is given back to the main loop
 */
const HtapViewState *
htap_list_pane_get_state (HtapListPane *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  /* It speaks of sources that may be gone by now. */
  htap_inventory_follower_flush (self->follower);

  return &self->state;
}

/**
 * htap_list_pane_get_listing:
 *
 * Returns: whether the list is shown, not a page in its place
 */
gboolean
htap_list_pane_get_listing (HtapListPane *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), FALSE);

  return self->listing;
}

/**
 * htap_list_pane_get_scope:
 *
 * Returns: (transfer none): what is in view; choosing something else shows it
 */
HtapScope *
htap_list_pane_get_scope (HtapListPane *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  return self->scope;
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
  g_return_val_if_fail (HTAP_IS_LIST_PANE (self), NULL);

  if (self->state.page != HTAP_PAGE_LIST)
    return htap_status_page_dup_summary (self->status_page);

  return htap_view_state_dup_subtitle (&self->state, g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * htap_list_pane_set_demo_failure:
 * @sentence: (nullable): why there is no demo; plain text
 */
void
htap_list_pane_set_demo_failure (HtapListPane *self, const char *sentence)
{
  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  g_free (self->demo_failure);
  self->demo_failure = g_strdup (sentence);
  htap_list_pane_update (self);
}

/* Whose is this address? Said above the list, where that can be known. */
static void
show_owners (HtapListPane *self, const HtapSearch *search)
{
  gboolean known = self->state.page == HTAP_PAGE_LIST || self->state.page == HTAP_PAGE_EMPTY ||
                   self->state.page == HTAP_PAGE_NOTHING_FOUND;

  htap_list_notices_update_owners (
      self->notices,
      known && htap_search_is_for_owner (search) ? htap_search_get_addresses (search) : NULL,
      self->inventory);
}

/* Made when there is no list to show for the first time: mostly there is one. */
static HtapStatusPage *
get_status_page (HtapListPane *self)
{
  if (self->status_page == NULL)
    {
      self->status_page = HTAP_STATUS_PAGE (htap_status_page_new ());
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->status_page), "status");
    }

  return self->status_page;
}

/* Who begins is offered what is on this computer already. That is in files, which are read once
 * each time that the page comes. */
static void
show_imports (HtapListPane *self)
{
  gboolean offering = self->state.page == HTAP_PAGE_FIRST_RUN;
  g_autoptr (GPtrArray) offers = NULL;

  if (self->offering == offering)
    return;

  self->offering = offering;
  if (offering)
    offers = htap_inventory_find_imports (self->inventory, NULL);
  htap_status_page_set_imports (get_status_page (self), offers);
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
  const HtapSearch *search;
  GPtrArray *scope;
  guint n_shown;

  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  search = htap_instance_view_get_search (self->view);
  /* Whoever has an address is shown, of any scope. */
  scope = htap_search_is_for_owner (search) ? NULL : htap_scope_get_sources (self->scope);
  n_shown = g_list_model_get_n_items (htap_instance_view_get_shown (self->view));
  htap_view_state_compute (&self->state, self->inventory, scope, !htap_search_is_empty (search),
                           n_shown);
  self->state.long_sweep = htap_refresh_progress_get_shown (self->progress);
  self->state.demo_failure = self->demo_failure;
  if (self->demo_failure != NULL && self->state.page == HTAP_PAGE_FIRST_RUN)
    self->state.page = HTAP_PAGE_DEMO_FAILED;
  update_title (self, now);
  htap_list_notices_update (self->notices, &self->state, self->inventory, now);
  show_owners (self, search);
  show_imports (self);
  if (self->state.page != HTAP_PAGE_LIST)
    htap_status_page_update (get_status_page (self), &self->state,
                             htap_scope_get_source (self->scope),
                             htap_list_search_get_text (self->search));
  show_list (self, self->state.page == HTAP_PAGE_LIST);
}
