/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"
#include "htap-export-dialog.h"
#include "htap-export.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Taking instances away in a file. The rows are composed at once, as they are now, and written
 * beside; the program stays for as long as that takes, also without a window. */

typedef struct
{
  GApplication *application;
  HtapWindow *window;
  HtapExportDialog *dialog;
  char *path;
  guint n_instances;
} Export;

static void
export_free (Export *export)
{
  g_application_release (export->application);
  g_object_unref (export->application);
  g_object_unref (export->window);
  g_object_unref (export->dialog);
  g_free (export->path);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* A window that is closed has nothing to say it with. */
static void
say (Export *export, const char *sentence)
{
  if (gtk_widget_get_visible (GTK_WIDGET (export->window)))
    htap_toaster_say (export->window->toaster, sentence);
}

static void
on_exported (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (export->path);
  g_autofree char *sentence = NULL;

  if (htap_export_finish (result, &error))
    {
      /* Translators: %s is the name of a file. */
      sentence = g_strdup_printf (ngettext ("Exported %u instance to %s",
                                            "Exported %u instances to %s", export->n_instances),
                                  export->n_instances, name);
      gtk_window_destroy (GTK_WINDOW (export->dialog));
      say (export, sentence);
      return;
    }

  sentence = htap_error_text_dup_sentence (error, NULL);
  /* It may have been closed meanwhile. */
  if (gtk_widget_get_visible (GTK_WIDGET (export->dialog)))
    htap_export_dialog_fail (export->dialog, sentence);
  else
    say (export, sentence);
}

static void
on_dialog_export (HtapWindow *self, const char *path, HtapExportDialog *dialog)
{
  g_autoptr (GArray) columns =
      htap_instance_view_dup_visible_columns (htap_list_pane_get_view (self->list_pane));
  HtapRows rows = { .columns = (const HtapFieldIndex *) columns->data, .n_columns = columns->len };
  Export *export = g_new0 (Export, 1);
  g_autoptr (GBytes) contents = NULL;
  char *text;

  htap_export_dialog_get_rows (dialog, &rows);
  text = htap_row_format_write (htap_export_dialog_get_format (dialog), &rows,
                                g_get_real_time () / G_USEC_PER_SEC);
  contents = g_bytes_new_take (text, strlen (text));

  export->application =
      g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  g_application_hold (export->application);
  export->window = g_object_ref (self);
  export->dialog = g_object_ref (dialog);
  export->path = g_strdup (path);
  export->n_instances = g_list_model_get_n_items (rows.instances);
  htap_export_async (path, contents, on_exported, export);
}

/* What is there now: the dialog says how many they are, whatever comes in meanwhile. Who wants all of
 * them does not want those that are gone. */
static void
offer (HtapExportDialog *dialog, HtapExportPart part, GListModel *instances)
{
  g_autoptr (GListStore) present = g_list_store_new (HTAP_TYPE_INSTANCE);

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (part != HTAP_EXPORT_ALL || htap_instance_get_listed (instance))
        g_list_store_append (present, instance);
    }

  htap_export_dialog_offer (dialog, part, G_LIST_MODEL (present));
}

/* Excel in Chinese takes a file without a byte order mark for one in a Chinese encoding. */
static gboolean
wants_byte_order_mark (void)
{
  return g_str_has_prefix (C_ ("X-Language", "en-us"), "zh");
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  GListModel *all = htap_inventory_get_instances (self->inventory);
  g_autoptr (GListModel) selected = htap_instance_view_dup_selected (view);
  HtapExportDialog *dialog;

  if (g_list_model_get_n_items (all) == 0)
    {
      htap_toaster_say (self->toaster, _ ("No instance to export"));
      return;
    }

  dialog = HTAP_EXPORT_DIALOG (htap_export_dialog_new (
      GTK_WINDOW (self), g_settings_get_boolean (self->settings, "copy-column-titles"),
      wants_byte_order_mark ()));
  offer (dialog, HTAP_EXPORT_SHOWN, htap_instance_view_get_shown (view));
  offer (dialog, HTAP_EXPORT_SELECTED, selected);
  offer (dialog, HTAP_EXPORT_ALL, all);
  g_signal_connect_object (dialog, "export", G_CALLBACK (on_dialog_export), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * htap_window_add_export_action:
 *
 * Adds `export`, which asks what to write to which file.
 */
void
htap_window_add_export_action (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "export", .activate = on_export },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
