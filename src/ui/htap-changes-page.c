/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes-page.h"

#include "htap-change-row.h"
#include "htap-changes.h"
#include "htap-list-header.h"
#include "htap-list-update.h"
#include "htap-view-state.h"

#include <glib/gi18n-lib.h>

struct _HtapChangesPage
{
  GtkWidget parent_instance;
  HtapInventory *inventory;
  GListStore *groups; /* HtapChangeGroup */
  GtkWidget *box;
  HtapListHeader *header;
  GtkActionBar *bar; /* below the list: a header bar has no room for words in a narrow window */
  GtkToggleButton *seen;
  GtkWidget *mark_all;
  GtkStack *stack; /* list, status */
  GtkListView *list;
  GtkSelectionModel *shown; /* @groups: what @list shows while the page is on the screen */
  AdwStatusPage *status;
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_SEEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapChangesPage, htap_changes_page, GTK_TYPE_WIDGET)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static HtapChanges *
get_changes (HtapChangesPage *self)
{
  return htap_inventory_get_changes (self->inventory);
}

static gboolean
shows_seen (HtapChangesPage *self)
{
  return gtk_toggle_button_get_active (self->seen);
}

/* What says the same keeps its row, and with it its place on the screen. */
static void
keep_known (HtapChangesPage *self, GPtrArray *wanted)
{
  GListModel *present = G_LIST_MODEL (self->groups);
  g_autoptr (GHashTable) known =
      g_hash_table_new (htap_change_hash_subject, htap_change_is_same_subject);

  for (guint i = 0; i < g_list_model_get_n_items (present); i++)
    {
      g_autoptr (HtapChangeGroup) group = g_list_model_get_item (present, i);

      g_hash_table_insert (known, htap_change_group_get_newest (group), group);
    }

  for (guint i = 0; i < wanted->len; i++)
    {
      HtapChangeGroup *group =
          g_hash_table_lookup (known, htap_change_group_get_newest (wanted->pdata[i]));

      if (group != NULL && htap_change_group_says_the_same (group, wanted->pdata[i]))
        {
          g_object_unref (wanted->pdata[i]);
          wanted->pdata[i] = g_object_ref (group);
        }
    }
}

static void
show_buttons (HtapChangesPage *self)
{
  HtapChanges *changes = get_changes (self);
  guint n_unseen = htap_changes_get_n_unseen (changes);
  guint n_seen = g_list_model_get_n_items (G_LIST_MODEL (changes)) - n_unseen;
  /* Translators: a button that shows the changes which were seen, and how many there are. */
  g_autofree char *label = g_strdup_printf (_ ("Seen (%u)"), n_seen);

  gtk_button_set_label (GTK_BUTTON (self->seen), label);
  gtk_widget_set_visible (GTK_WIDGET (self->seen), n_seen > 0);
  if (n_seen == 0)
    gtk_toggle_button_set_active (self->seen, FALSE);
  gtk_widget_set_visible (self->mark_all, n_unseen > 0 && !shows_seen (self));
  gtk_action_bar_set_revealed (self->bar, n_seen + n_unseen > 0);
}

/* A page that nobody sees has no rows: a merge would make them for nothing. */
static void
on_changes_changed (HtapChangesPage *self)
{
  g_autoptr (GPtrArray) wanted = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  show_buttons (self);
  wanted = htap_change_groups_new (G_LIST_MODEL (get_changes (self)), shows_seen (self));
  keep_known (self, wanted);
  htap_list_update (self->groups, wanted);
  htap_changes_page_update (self);
}

static void
on_mark_all_clicked (HtapChangesPage *self)
{
  g_signal_emit (self, signals[SIGNAL_SEEN], 0, NULL);
}

static void
on_row_seen (HtapChangesPage *self, HtapChange *change)
{
  g_signal_emit (self, signals[SIGNAL_SEEN], 0, change);
}

static void
on_list_activate (HtapChangesPage *self, guint position)
{
  g_autoptr (HtapChangeGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), position);

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, htap_change_group_get_newest (group));
}

static void
on_factory_setup (GtkSignalListItemFactory *factory, GtkListItem *item, HtapChangesPage *self)
{
  GtkWidget *row = htap_change_row_new ();

  g_signal_connect_object (row, "seen", G_CALLBACK (on_row_seen), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_factory_bind (GtkSignalListItemFactory *factory, GtkListItem *item, HtapChangesPage *self)
{
  htap_change_row_show (HTAP_CHANGE_ROW (gtk_list_item_get_child (item)),
                        gtk_list_item_get_item (item), shows_seen (self), get_now ());
}

static gboolean
htap_changes_page_grab_focus (GtkWidget *widget)
{
  HtapChangesPage *self = HTAP_CHANGES_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return gtk_widget_child_focus (GTK_WIDGET (self->header), GTK_DIR_TAB_FORWARD);
}

/* Back from an instance, the row that led there is in view again. */
static void
htap_changes_page_map (GtkWidget *widget)
{
  HtapChangesPage *self = HTAP_CHANGES_PAGE (widget);

  GTK_WIDGET_CLASS (htap_changes_page_parent_class)->map (widget);

  gtk_list_view_set_model (self->list, self->shown);
  on_changes_changed (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->groups)) > 0)
    gtk_widget_activate_action (
        GTK_WIDGET (self->list), "list.scroll-to-item", "u",
        gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (self->shown)));
}

static void
htap_changes_page_unmap (GtkWidget *widget)
{
  HtapChangesPage *self = HTAP_CHANGES_PAGE (widget);

  GTK_WIDGET_CLASS (htap_changes_page_parent_class)->unmap (widget);

  gtk_list_view_set_model (self->list, NULL);
}

static void
htap_changes_page_dispose (GObject *object)
{
  HtapChangesPage *self = HTAP_CHANGES_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->shown);
  g_clear_object (&self->groups);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_changes_page_parent_class)->dispose (object);
}

static void
htap_changes_page_class_init (HtapChangesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_changes_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = htap_changes_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = htap_changes_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = htap_changes_page_unmap;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", HTAP_TYPE_CHANGES_PAGE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, HTAP_TYPE_CHANGE);
  signals[SIGNAL_SEEN] = g_signal_new ("seen", HTAP_TYPE_CHANGES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, HTAP_TYPE_CHANGE);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
build_list (HtapChangesPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_factory_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_factory_bind), self, 0);
  self->groups = g_list_store_new (HTAP_TYPE_CHANGE_GROUP);
  self->shown =
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->groups))));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Changes"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_list_activate), self);
}

static void
htap_changes_page_init (HtapChangesPage *self)
{
  build_list (self);
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->status, "emblem-ok-symbolic");
  self->stack = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  gtk_stack_add_named (self->stack,
                       g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                     GTK_POLICY_NEVER, "child", self->list, NULL),
                       "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

static void
build_bar (HtapChangesPage *self)
{
  self->bar = GTK_ACTION_BAR (gtk_action_bar_new ());
  self->seen = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->mark_all = gtk_button_new_with_label (_ ("Mark All as Seen"));
  gtk_action_bar_set_revealed (self->bar, FALSE);
  gtk_action_bar_pack_start (self->bar, GTK_WIDGET (self->seen));
  gtk_action_bar_pack_end (self->bar, self->mark_all);
  g_signal_connect_object (self->seen, "toggled", G_CALLBACK (on_changes_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mark_all, "clicked", G_CALLBACK (on_mark_all_clicked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * htap_changes_page_new:
 * @inventory: whose changes it shows; followed
 * @menu: the main menu
 */
GtkWidget *
htap_changes_page_new (HtapInventory *inventory, GMenuModel *menu)
{
  HtapChangesPage *self = g_object_new (HTAP_TYPE_CHANGES_PAGE, NULL);

  self->inventory = g_object_ref (inventory);
  self->header = HTAP_LIST_HEADER (htap_list_header_new (menu, NULL));
  build_bar (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bar));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_object (get_changes (self), "changed", G_CALLBACK (on_changes_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "merged", G_CALLBACK (htap_changes_page_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::refresh", G_CALLBACK (htap_changes_page_update),
                           self, G_CONNECT_SWAPPED);
  show_buttons (self);

  return GTK_WIDGET (self);
}

AdwHeaderBar *
htap_changes_page_get_header (HtapChangesPage *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGES_PAGE (self), NULL);

  return htap_list_header_get_bar (self->header);
}

static void
show_status (HtapChangesPage *self)
{
  GListModel *changes = G_LIST_MODEL (get_changes (self));
  gboolean none = g_list_model_get_n_items (changes) == 0;

  adw_status_page_set_title (self->status, none ? _ ("No Changes") : _ ("No New Changes"));
  adw_status_page_set_description (
      self->status, none ? _ ("What a refresh finds changed since the one before is listed here.")
                         : _ ("Everything that has changed was marked as seen."));
}

/**
 * htap_changes_page_update:
 *
 * Brings title and page to what is known now, if anybody sees them; called once a minute as well,
 * for ages.
 */
void
htap_changes_page_update (HtapChangesPage *self)
{
  g_autofree char *subtitle = NULL;
  HtapViewState state;

  g_return_if_fail (HTAP_IS_CHANGES_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  htap_view_state_compute (&state, self->inventory, NULL, FALSE, 0);
  subtitle = htap_view_state_dup_subtitle (&state, get_now ());
  htap_list_header_set_title (self->header, _ ("Changes"), subtitle);
  htap_list_header_set_busy (self->header, htap_inventory_get_refresh (self->inventory) != NULL);
  show_status (self);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->groups)) > 0 ? "list" : "status");
}
