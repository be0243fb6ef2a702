/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-file-row.h"

#include "htap-compat.h"

#include <glib/gi18n-lib.h>

struct _HtapFileRow
{
  AdwEntryRow parent_instance;
  GtkNativeDialog *chooser; /* (nullable): while it is open */
};

G_DEFINE_FINAL_TYPE (HtapFileRow, htap_file_row, ADW_TYPE_ENTRY_ROW)

static void
on_chooser_response (HtapFileRow *self, int response)
{
  g_autofree char *path = htap_compat_dup_chosen_path (self->chooser, response);

  g_clear_object (&self->chooser);
  if (path == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self), path);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_open_button_clicked (HtapFileRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL || !GTK_IS_WINDOW (root))
    return;

  self->chooser = htap_compat_new_file_chooser (
      GTK_WINDOW (root), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

static void
htap_file_row_dispose (GObject *object)
{
  HtapFileRow *self = HTAP_FILE_ROW (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (self->chooser);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (htap_file_row_parent_class)->dispose (object);
}

static void
htap_file_row_class_init (HtapFileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_file_row_dispose;
}

static void
htap_file_row_init (HtapFileRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Choose a File…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a File…"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_button_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  adw_entry_row_set_input_hints (ADW_ENTRY_ROW (self),
                                 GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
}

GtkWidget *
htap_file_row_new (void)
{
  return g_object_new (HTAP_TYPE_FILE_ROW, NULL);
}
