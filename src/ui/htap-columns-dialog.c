/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-columns-dialog.h"

#include "htap-column-list.h"
#include "htap-column-row.h"
#include "htap-compat.h"
#include "htap-text-scale.h"
#include "htap-toaster.h"
#include "htap-type-ahead.h"

#include <glib/gi18n-lib.h>

struct _HtapColumnsDialog
{
  AdwWindow parent_instance;
  HtapColumnSet *columns;
  HtapToaster *toaster; /* speaks to screen readers */
  GtkSearchEntry *entry;
  GtkWidget *reset;
  HtapColumnList *list;
  HtapTypeAhead *type_ahead;
};

G_DEFINE_FINAL_TYPE (HtapColumnsDialog, htap_columns_dialog, ADW_TYPE_WINDOW)

/* The row that has the keyboard keeps it, so nothing else would say where it is now. */
static void
on_list_moved (HtapColumnsDialog *self, HtapColumnRow *row, guint place)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: for screen readers: a column was moved: "Region: position 3 of 40". */
      _ ("%s: position %u of %u"), title, place, (guint) HTAP_N_FIELDS);

  htap_toaster_announce (self->toaster, sentence);
}

static void
on_reset_clicked (HtapColumnsDialog *self)
{
  htap_column_set_reset (self->columns);
  htap_toaster_announce (self->toaster, _ ("The columns are as they were at first"));
}

static void
on_entry_changed (HtapColumnsDialog *self)
{
  htap_column_list_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Escape ends the search first, then the dialog. */
static void
on_entry_stop_search (HtapColumnsDialog *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);

  if (*gtk_editable_get_text (editable) != '\0')
    gtk_editable_set_text (editable, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Not while it is built: GTK 4.8 would make it a thing without a role, for screen readers. */
static void
htap_columns_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_columns_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (HTAP_COLUMNS_DIALOG (widget)->entry));
}

static void
htap_columns_dialog_dispose (GObject *object)
{
  HtapColumnsDialog *self = HTAP_COLUMNS_DIALOG (object);

  g_clear_object (&self->type_ahead);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (htap_columns_dialog_parent_class)->dispose (object);
}

static void
htap_columns_dialog_class_init (HtapColumnsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_columns_dialog_dispose;
  GTK_WIDGET_CLASS (klass)->map = htap_columns_dialog_map;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
htap_columns_dialog_init (HtapColumnsDialog *self)
{
  self->reset = gtk_button_new_with_label (_ ("Reset"));
  gtk_widget_set_tooltip_text (self->reset, _ ("Reset Columns"));
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (on_reset_clicked), self,
                           G_CONNECT_SWAPPED);

  self->entry =
      g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Search Columns"), NULL);
  htap_compat_show_text (GTK_EDITABLE (self->entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search Columns"), -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search Columns"), -1);
  /* At once: a pause would let the keyboard go to a row that is about to vanish. */
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_entry_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (on_entry_stop_search), self,
                           G_CONNECT_SWAPPED);
}

static void
build (HtapColumnsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = HTAP_COLUMN_LIST (htap_column_list_new (self->columns));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (self->list, "moved", G_CALLBACK (on_list_moved), self,
                           G_CONNECT_SWAPPED);
  self->type_ahead = htap_type_ahead_new (GTK_WIDGET (self->list), GTK_EDITABLE (self->entry));

  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->reset);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->entry));
  gtk_widget_add_css_class (clamp, "columns-search");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), clamp);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));

  self->toaster = HTAP_TOASTER (htap_toaster_new ());
  htap_toaster_set_child (self->toaster, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toaster));
}

/**
 * htap_columns_dialog_new:
 * @parent: (nullable): the window that has the list
 *
 * Returns: (transfer none): a modal window over @parent
 */
GtkWidget *
htap_columns_dialog_new (GtkWindow *parent, HtapColumnSet *columns)
{
  HtapColumnsDialog *self = g_object_new (
      HTAP_TYPE_COLUMNS_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
      "title", _ ("Columns"), "default-width", 460, "default-height", 620, NULL);

  self->columns = g_object_ref (columns);
  build (self);
  htap_text_scale_fit (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
