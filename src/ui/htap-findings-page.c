/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings-page.h"

#include "htap-finding-row.h"
#include "htap-findings-menu.h"
#include "htap-findings-status.h"
#include "htap-findings.h"
#include "htap-list-header.h"
#include "htap-view-state.h"

#include <glib/gi18n-lib.h>

struct _HtapFindingsPage
{
  GtkWidget parent_instance;
  HtapInventory *inventory;
  GtkWidget *box;
  HtapListHeader *header;
  GtkToggleButton *muted;
  GtkStack *stack; /* list, status */
  GtkListView *list;
  GtkSelectionModel *shown; /* what @list shows while the page is on the screen */
  GPtrArray *rows; /* HtapFindingRow, borrowed: those that show something */
  HtapContextMenu *menu;
  AdwStatusPage *status;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapFindingsPage, htap_findings_page, GTK_TYPE_WIDGET)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static HtapFindings *
get_findings (HtapFindingsPage *self)
{
  return htap_inventory_get_findings (self->inventory);
}

static gboolean
shows_muted (HtapFindingsPage *self)
{
  return gtk_toggle_button_get_active (self->muted);
}

static void
show_muted_button (HtapFindingsPage *self)
{
  guint n_muted = g_list_model_get_n_items (htap_findings_get_muted (get_findings (self)));
  /* Translators: a button that shows the findings which are muted, and how many there are. */
  g_autofree char *label = g_strdup_printf (_ ("Muted (%u)"), n_muted);

  gtk_button_set_label (GTK_BUTTON (self->muted), label);
  gtk_widget_set_visible (GTK_WIDGET (self->muted), n_muted > 0);
  if (n_muted == 0)
    gtk_toggle_button_set_active (self->muted, FALSE);
}

/* A list that nobody sees would have its rows made, and measured for the page in its place. */
static void
show_rows (HtapFindingsPage *self)
{
  gboolean mapped = gtk_widget_get_mapped (GTK_WIDGET (self));

  gtk_list_view_set_model (self->list, mapped ? self->shown : NULL);
}

static void
on_muted_toggled (HtapFindingsPage *self)
{
  HtapFindings *findings = get_findings (self);
  GListModel *shown =
      shows_muted (self) ? htap_findings_get_muted (findings) : htap_findings_get_open (findings);

  g_clear_object (&self->shown);
  self->shown = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (shown)));
  show_rows (self);
  htap_findings_page_update (self);
}

static void
on_list_activate (HtapFindingsPage *self, guint position)
{
  g_autoptr (HtapFinding) finding =
      g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, finding);
}

static void
on_factory_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, htap_finding_row_new ());
}

static void
on_factory_bind (GtkSignalListItemFactory *factory, GtkListItem *item, HtapFindingsPage *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  htap_finding_row_show (HTAP_FINDING_ROW (row), gtk_list_item_get_item (item), shows_muted (self),
                         get_now ());
  g_ptr_array_add (self->rows, row);
}

static void
on_factory_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, HtapFindingsPage *self)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (item));
}

/* "Creating for 2 h" grows old. */
static void
show_ages (HtapFindingsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      HtapFindingRow *row = self->rows->pdata[i];
      HtapFinding *finding = htap_finding_row_get_finding (row);

      if (htap_finding_get_kind (finding)->ages)
        htap_finding_row_show (row, finding, htap_finding_row_get_muted (row), get_now ());
    }
}

static gboolean
htap_findings_page_grab_focus (GtkWidget *widget)
{
  HtapFindingsPage *self = HTAP_FINDINGS_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return gtk_widget_child_focus (GTK_WIDGET (self->header), GTK_DIR_TAB_FORWARD);
}

/* Back from an instance, the row that led there is in view again. */
static void
htap_findings_page_map (GtkWidget *widget)
{
  HtapFindingsPage *self = HTAP_FINDINGS_PAGE (widget);

  GTK_WIDGET_CLASS (htap_findings_page_parent_class)->map (widget);

  show_rows (self);
  htap_findings_page_update (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0)
    gtk_widget_activate_action (
        GTK_WIDGET (self->list), "list.scroll-to-item", "u",
        gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (self->shown)));
}

static void
htap_findings_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_findings_page_parent_class)->unmap (widget);

  show_rows (HTAP_FINDINGS_PAGE (widget));
}

static void
htap_findings_page_dispose (GObject *object)
{
  HtapFindingsPage *self = HTAP_FINDINGS_PAGE (object);

  g_clear_object (&self->menu);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->shown);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_findings_page_parent_class)->dispose (object);
}

static void
htap_findings_page_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_FINDINGS_PAGE (object)->rows);

  G_OBJECT_CLASS (htap_findings_page_parent_class)->finalize (object);
}

static void
htap_findings_page_class_init (HtapFindingsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_findings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_findings_page_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = htap_findings_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = htap_findings_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = htap_findings_page_unmap;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", HTAP_TYPE_FINDINGS_PAGE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, HTAP_TYPE_FINDING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
htap_findings_page_init (HtapFindingsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_factory_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_factory_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_factory_unbind), self, 0);
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "findings");
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_list_activate), self);

  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  self->stack = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  gtk_stack_add_named (self->stack,
                       g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                     GTK_POLICY_NEVER, "child", self->list, NULL),
                       "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * htap_findings_page_new:
 * @inventory: whose findings it shows; followed
 * @menu: the main menu
 */
GtkWidget *
htap_findings_page_new (HtapInventory *inventory, GMenuModel *menu)
{
  HtapFindingsPage *self = g_object_new (HTAP_TYPE_FINDINGS_PAGE, NULL);

  self->inventory = g_object_ref (inventory);
  self->header = HTAP_LIST_HEADER (htap_list_header_new (menu, NULL));
  self->muted = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  adw_header_bar_pack_end (htap_list_header_get_bar (self->header), GTK_WIDGET (self->muted));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->menu = htap_findings_menu_new (GTK_WIDGET (self), self->list);

  g_signal_connect_object (self->muted, "toggled", G_CALLBACK (on_muted_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_findings (self), "changed", G_CALLBACK (htap_findings_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "merged", G_CALLBACK (htap_findings_page_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "notify::refresh", G_CALLBACK (htap_findings_page_update),
                           self, G_CONNECT_SWAPPED);
  show_muted_button (self);
  on_muted_toggled (self);

  return GTK_WIDGET (self);
}

AdwHeaderBar *
htap_findings_page_get_header (HtapFindingsPage *self)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS_PAGE (self), NULL);

  return htap_list_header_get_bar (self->header);
}

/**
 * htap_findings_page_update:
 *
 * Brings title and page to what is known now, if anybody sees them; called once a minute as well,
 * for ages.
 */
void
htap_findings_page_update (HtapFindingsPage *self)
{
  g_autofree char *subtitle = NULL;
  HtapViewState state;

  g_return_if_fail (HTAP_IS_FINDINGS_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  show_muted_button (self);
  htap_view_state_compute (&state, self->inventory, NULL, FALSE, 0);
  subtitle = htap_view_state_dup_subtitle (&state, get_now ());
  htap_list_header_set_title (self->header, _ ("Findings"), subtitle);
  htap_list_header_set_busy (self->header, htap_inventory_get_refresh (self->inventory) != NULL);
  htap_findings_status_show (self->status, htap_inventory_get_sources (self->inventory));
  show_ages (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0
                                        ? "list"
                                        : "status");
}
