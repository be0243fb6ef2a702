/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar-changes.h"

#include "htap-changes.h"

#include <glib/gi18n-lib.h>

struct _HtapSidebarChanges
{
  GtkListBoxRow parent_instance;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (HtapSidebarChanges, htap_sidebar_changes, GTK_TYPE_LIST_BOX_ROW)

static void
update (HtapSidebarChanges *self, GParamSpec *pspec, HtapChanges *changes)
{
  guint n_unseen = htap_changes_get_n_unseen (changes);
  g_autofree char *text = g_strdup_printf ("%u", n_unseen);
  /* Translators: a row of the sidebar as a screen reader says it: how many changes are not marked
   * as seen. */
  g_autofree char *description = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Changes: %u not seen", "Changes: %u not seen", n_unseen),
      n_unseen);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_unseen > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

static void
htap_sidebar_changes_class_init (HtapSidebarChangesClass *klass)
{
}

static void
htap_sidebar_changes_init (HtapSidebarChanges *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", _ ("Changes"), "xalign",
                                               0.0, "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * htap_sidebar_changes_new:
 * @inventory: whose changes it counts; followed
 */
GtkWidget *
htap_sidebar_changes_new (HtapInventory *inventory)
{
  HtapSidebarChanges *self = g_object_new (HTAP_TYPE_SIDEBAR_CHANGES, NULL);
  HtapChanges *changes = htap_inventory_get_changes (inventory);

  g_signal_connect_object (changes, "notify::n-unseen", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self, NULL, changes);

  return GTK_WIDGET (self);
}
