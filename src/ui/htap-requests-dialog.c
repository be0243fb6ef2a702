/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-requests-dialog.h"

#include "htap-about.h"
#include "htap-compat.h"
#include "htap-deviations-list.h"
#include "htap-request-row.h"
#include "htap-request-ticket.h"
#include "htap-text-scale.h"
#include "htap-toaster.h"

#include <glib/gi18n-lib.h>

struct _HtapRequestsDialog
{
  AdwWindow parent_instance;
  HtapInventory *inventory;
  HtapToaster *toaster;
  GtkStack *pages;    /* requests, deviations */
  GtkStack *requests; /* list, none */
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (HtapRequestsDialog, htap_requests_dialog, ADW_TYPE_WINDOW)

static void
copy (HtapRequestsDialog *self, GListModel *requests, GListModel *sources, const char *sentence)
{
  g_autofree char *versions = htap_about_dup_versions ();
  g_autofree char *ticket =
      htap_request_ticket_dup (requests, sources, versions, g_get_real_time () / G_USEC_PER_SEC);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), ticket);
  htap_toaster_say (self->toaster, sentence);
}

static void
on_copy_clicked (HtapRequestsDialog *self)
{
  copy (self, htap_inventory_get_requests (self->inventory),
        htap_inventory_get_sources (self->inventory), _ ("Copied for a support ticket"));
}

/* Of one request alone, and so without what concerns every answer. */
static void
on_list_activate (HtapRequestsDialog *self, guint position)
{
  g_autoptr (HtapRequestEntry) entry =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  g_autoptr (GListStore) one = g_list_store_new (HTAP_TYPE_REQUEST_ENTRY);

  g_list_store_append (one, entry);
  copy (self, G_LIST_MODEL (one), NULL, _ ("Copied this request"));
}

/* GTK keeps the row at the top of the screen where it is; but a log that stands at its top shows
 * what is new. */
static void
on_requests_items_changed (HtapRequestsDialog *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  GListModel *requests = htap_inventory_get_requests (self->inventory);
  gboolean is_empty = g_list_model_get_n_items (requests) == 0;

  gtk_stack_set_visible_child_name (self->requests, is_empty ? "none" : "list");
  if (!is_empty && gtk_adjustment_get_value (adjustment) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
on_factory_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, htap_request_row_new ());
}

static void
on_factory_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  htap_request_row_show (HTAP_REQUEST_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item));
}

static void
htap_requests_dialog_dispose (GObject *object)
{
  HtapRequestsDialog *self = HTAP_REQUESTS_DIALOG (object);

  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_requests_dialog_parent_class)->dispose (object);
}

static void
htap_requests_dialog_class_init (HtapRequestsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_requests_dialog_dispose;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
htap_requests_dialog_init (HtapRequestsDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_factory_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_factory_bind), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Requests"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_list_activate), self);

  self->requests = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->requests,
                       g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                     GTK_POLICY_NEVER, "child", self->list, NULL),
                       "list");
  gtk_stack_add_named (self->requests,
                       g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "htap-none-symbolic",
                                     "title", _ ("No Requests"), "description",
                                     _ ("Nothing has been asked since the program started."), NULL),
                       "none");
}

static void
build (HtapRequestsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy for a Support Ticket"));
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->pages = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  gtk_stack_add_titled (self->pages, GTK_WIDGET (self->requests), "requests", _ ("Requests"));
  gtk_stack_add_titled (self->pages, htap_deviations_list_new (self->inventory), "deviations",
                        _ ("Deviations"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->pages);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "requests-switcher");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy_clicked), self,
                           G_CONNECT_SWAPPED);

  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  htap_compat_name_buttons (box);
  self->toaster = HTAP_TOASTER (htap_toaster_new ());
  htap_toaster_set_child (self->toaster, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toaster));
}

static void
follow_requests (HtapRequestsDialog *self)
{
  GListModel *requests = htap_inventory_get_requests (self->inventory);
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (g_object_ref (requests));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  /* After the list itself has followed. */
  g_signal_connect_object (requests, "items-changed", G_CALLBACK (on_requests_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_requests_items_changed (self);
}

/**
 * htap_requests_dialog_new:
 * @parent: the window that asks
 * @inventory: whose requests it shows; followed
 *
 * Returns: (transfer none): a window beside @parent, which can be used all the same
 */
GtkWidget *
htap_requests_dialog_new (GtkWindow *parent, HtapInventory *inventory)
{
  HtapRequestsDialog *self =
      g_object_new (HTAP_TYPE_REQUESTS_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                    "title", _ ("Request Log"), "default-width", 960, "default-height", 560, NULL);

  self->inventory = g_object_ref (inventory);
  build (self);
  follow_requests (self);
  htap_text_scale_fit (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
