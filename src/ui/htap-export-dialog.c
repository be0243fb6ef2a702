/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-export-dialog.h"

#include "htap-compat.h"
#include "htap-dialog-error.h"
#include "htap-text-scale.h"

#include <glib/gi18n-lib.h>

struct _HtapExportDialog
{
  AdwWindow parent_instance;
  GPtrArray *parts;         /* GListModel, one for each choice of part_row */
  GtkNativeDialog *chooser; /* (nullable): while it is open */

  GtkWidget *form;
  AdwComboRow *part_row;
  AdwComboRow *format_row;
  GtkWidget *titles_row;
  GtkSwitch *titles_switch;
  GtkWidget *mark_row;
  GtkSwitch *mark_switch;
  GtkWidget *export_button;
  GtkSpinner *spinner;
  HtapDialogError *error;
};

enum
{
  EXPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapExportDialog, htap_export_dialog, ADW_TYPE_WINDOW)

/* The focus first: GTK 4.8 warns of what becomes insensitive with it. */
static void
set_busy (HtapExportDialog *self, gboolean busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (self->export_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  if (!busy)
    gtk_widget_grab_focus (self->export_button);
}

/* Only what the format has. JSON names every value, and a table of Markdown has to have a head. */
static void
on_format_row_notify_selected (HtapExportDialog *self)
{
  HtapRowFormat format = htap_export_dialog_get_format (self);

  gtk_widget_set_visible (self->titles_row,
                          format == HTAP_ROW_FORMAT_CSV || format == HTAP_ROW_FORMAT_TSV);
  gtk_widget_set_visible (self->mark_row, format == HTAP_ROW_FORMAT_CSV);
}

static char *
dup_suggested_name (HtapExportDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);

  return g_strdup_printf ("htap-instances-%04d-%02d-%02d.%s", year, month, day,
                          htap_row_format_get_extension (htap_export_dialog_get_format (self)));
}

static void
on_chooser_response (HtapExportDialog *self, int response)
{
  g_autofree char *path = htap_compat_dup_chosen_path (self->chooser, response);

  g_clear_object (&self->chooser);
  if (path != NULL)
    {
      set_busy (self, TRUE);
      g_signal_emit (self, signals[EXPORT], 0, path);
    }
  else if (response == GTK_RESPONSE_ACCEPT)
    htap_export_dialog_fail (self, _ ("Files can only be saved in a folder of this computer. "
                                      "Choose another folder."));
}

static void
on_export_button_clicked (HtapExportDialog *self)
{
  g_autofree char *name = NULL;

  if (self->chooser != NULL || self->parts->len == 0)
    return;

  htap_dialog_error_clear (self->error);
  name = dup_suggested_name (self);
  self->chooser = htap_compat_new_file_saver (GTK_WINDOW (self),
                                              gtk_window_get_title (GTK_WINDOW (self)), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

/* Else the focus were at "Cancel", the first control. */
static void
htap_export_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_export_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (HTAP_EXPORT_DIALOG (widget)->part_row));
}

static void
htap_export_dialog_dispose (GObject *object)
{
  HtapExportDialog *self = HTAP_EXPORT_DIALOG (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (self->chooser);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), HTAP_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (htap_export_dialog_parent_class)->dispose (object);
}

static void
htap_export_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_EXPORT_DIALOG (object)->parts);

  G_OBJECT_CLASS (htap_export_dialog_parent_class)->finalize (object);
}

static void
htap_export_dialog_class_init (HtapExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_export_dialog_finalize;
  widget_class->map = htap_export_dialog_map;

  signals[EXPORT] = g_signal_new ("export", HTAP_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (HTAP_TYPE_DIALOG_ERROR);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, part_row);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, titles_row);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, titles_switch);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, mark_row);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, mark_switch);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, HtapExportDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_format_row_notify_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_export_button_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GListModel *
new_formats (void)
{
  GtkStringList *formats = gtk_string_list_new (NULL);

  for (guint format = 0; format < HTAP_N_ROW_FORMATS; format++)
    gtk_string_list_append (formats, htap_row_format_get_name ((HtapRowFormat) format));

  return G_LIST_MODEL (formats);
}

static void
htap_export_dialog_init (HtapExportDialog *self)
{
  g_autoptr (GListModel) formats = new_formats ();
  g_autoptr (GtkStringList) parts = gtk_string_list_new (NULL);

  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->part_row, G_LIST_MODEL (parts));
  adw_combo_row_set_model (self->format_row, formats);
  htap_text_scale_fit (GTK_WINDOW (self));
  htap_compat_name_combo_row (self->part_row);
  htap_compat_name_combo_row (self->format_row);
  htap_compat_name_buttons (GTK_WIDGET (self));
  htap_compat_name_once (GTK_WIDGET (self->titles_switch));
  htap_compat_name_once (GTK_WIDGET (self->mark_switch));
}

/**
 * htap_export_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @titles: whether a first line that names the columns is proposed
 * @byte_order_mark: whether one is proposed for CSV
 *
 * Returns: a window that offers nothing yet; it is the caller's to present
 */
GtkWidget *
htap_export_dialog_new (GtkWindow *parent, gboolean titles, gboolean byte_order_mark)
{
  HtapExportDialog *self = g_object_new (HTAP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  gtk_switch_set_active (self->titles_switch, titles);
  gtk_switch_set_active (self->mark_switch, byte_order_mark);

  return GTK_WIDGET (self);
}

static char *
dup_part_label (HtapExportPart part, guint n_instances)
{
  switch (part)
    {
    case HTAP_EXPORT_SHOWN:
      /* Translators: the instances that the list shows; %u is how many they are. */
      return g_strdup_printf (_ ("Shown (%u)"), n_instances);
    case HTAP_EXPORT_SELECTED:
      /* Translators: the instances that are selected; %u is how many they are. */
      return g_strdup_printf (_ ("Selected (%u)"), n_instances);
    case HTAP_EXPORT_ALL:
    default:
      /* Translators: all instances that there are; %u is how many they are. */
      return g_strdup_printf (_ ("All (%u)"), n_instances);
    }
}

/**
 * htap_export_dialog_offer:
 * @part: the first one is chosen, unless several are selected
 * @instances: (element-type HtapInstance): not offered if there are none; it should not change any
 *   more, for the dialog says how many they are
 */
void
htap_export_dialog_offer (HtapExportDialog *self, HtapExportPart part, GListModel *instances)
{
  guint n_instances = g_list_model_get_n_items (instances);
  g_autofree char *label = dup_part_label (part, n_instances);

  g_return_if_fail (HTAP_IS_EXPORT_DIALOG (self));

  if (n_instances == 0)
    return;

  g_ptr_array_add (self->parts, g_object_ref (instances));
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (self->part_row)), label);
  if (part == HTAP_EXPORT_SELECTED && n_instances > 1)
    adw_combo_row_set_selected (self->part_row, self->parts->len - 1);
}

/**
 * htap_export_dialog_get_format:
 *
 * Returns: the chosen one
 */
HtapRowFormat
htap_export_dialog_get_format (HtapExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  return selected < HTAP_N_ROW_FORMATS ? (HtapRowFormat) selected : HTAP_ROW_FORMAT_CSV;
}

/**
 * htap_export_dialog_get_rows:
 * @rows: (inout): gets everything but the columns; its instances are the dialog's
 */
void
htap_export_dialog_get_rows (HtapExportDialog *self, HtapRows *rows)
{
  HtapRowFormat format = htap_export_dialog_get_format (self);
  guint part = adw_combo_row_get_selected (self->part_row);
  gboolean titles =
      format == HTAP_ROW_FORMAT_MARKDOWN || gtk_switch_get_active (self->titles_switch);

  g_return_if_fail (part < self->parts->len);

  rows->instances = self->parts->pdata[part];
  rows->titles = titles ? HTAP_ROWS_TITLES_LABELS : HTAP_ROWS_TITLES_NONE;
  rows->byte_order_mark = gtk_switch_get_active (self->mark_switch);
}

/**
 * htap_export_dialog_fail:
 * @sentence: what went wrong; plain text
 *
 * Lets a person choose again.
 */
void
htap_export_dialog_fail (HtapExportDialog *self, const char *sentence)
{
  g_return_if_fail (HTAP_IS_EXPORT_DIALOG (self));

  set_busy (self, FALSE);
  htap_dialog_error_say (self->error, sentence);
}
