/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-requests-dialog.h"

#include "htap-about.h"
#include "htap-compat.h"
#include "htap-deviations-list.h"
#include "htap-request-list.h"
#include "htap-request-ticket.h"
#include "htap-text-scale.h"
#include "htap-toaster.h"

#include <glib/gi18n-lib.h>

struct _HtapRequestsDialog
{
  AdwWindow parent_instance;
  HtapInventory *inventory;
  HtapToaster *toaster;
  GtkStack *pages; /* requests, deviations */
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
on_list_activated (HtapRequestsDialog *self, HtapRequestEntry *entry)
{
  g_autoptr (GListStore) one = g_list_store_new (HTAP_TYPE_REQUEST_ENTRY);

  g_list_store_append (one, entry);
  copy (self, G_LIST_MODEL (one), NULL, _ ("Copied this request"));
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
}

static void
build (HtapRequestsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy for a Support Ticket"));
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *list = htap_request_list_new (htap_inventory_get_requests (self->inventory));

  self->pages = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  g_signal_connect_swapped (list, "activated", G_CALLBACK (on_list_activated), self);
  gtk_stack_add_titled (self->pages, list, "requests", _ ("Requests"));
  gtk_stack_add_titled (self->pages, htap_deviations_list_new (self->inventory), "deviations",
                        _ ("Deviations"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->pages);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "requests-switcher");
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Request Log"), -1);
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
  htap_text_scale_fit (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
