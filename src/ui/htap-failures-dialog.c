/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-failures-dialog.h"

#include "htap-compat.h"
#include "htap-error-text.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapFailuresDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (HtapFailuresDialog, htap_failures_dialog, ADW_TYPE_WINDOW)

/* The window copies, and says so. */
static void
on_copy_clicked (GtkButton *button, gpointer user_data)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));
  GtkWindow *window = gtk_window_get_transient_for (dialog);
  HtapSource *source = user_data;
  const GError *error = htap_source_get_error (source);
  g_autofree char *text = NULL;

  if (error == NULL || window == NULL)
    return;

  text = htap_error_text_dup_details (error, source, g_get_real_time () / G_USEC_PER_SEC);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-text", "(ss)", text,
                              _ ("Copied the details of the error"));
}

static void
on_closure_gone (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
on_try_again_clicked (HtapFailuresDialog *self, GtkButton *button)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.refresh", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
new_copy_button (HtapSource *source)
{
  GtkWidget *button =
      g_object_new (GTK_TYPE_BUTTON, "icon-name", "edit-copy-symbolic", "tooltip-text",
                    _ ("Copy Details"), "valign", GTK_ALIGN_CENTER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy Details"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_copy_clicked), g_object_ref (source),
                         on_closure_gone, 0);

  return button;
}

static GtkWidget *
new_row (HtapSource *source)
{
  const char *name = htap_source_get_taurus_name (source);
  g_autofree char *title =
      htap_safe_text_dup (name != NULL ? name : htap_source_get_taurus_id (source));
  g_autofree char *sentence = htap_error_text_dup_sentence (htap_source_get_error (source), source);
  g_autofree char *safe = htap_safe_text_dup (sentence);
  GtkWidget *row = adw_action_row_new ();

  /* First, and not while the row is constructed: its labels learn of it too late then. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_copy_button (source));

  return row;
}

static void
htap_failures_dialog_class_init (HtapFailuresDialogClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
htap_failures_dialog_init (HtapFailuresDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = g_object_new (ADW_TYPE_PREFERENCES_PAGE, "vexpand", TRUE, NULL);
  GtkWidget *again = gtk_button_new_with_label (_ ("Try Again"));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  gtk_widget_add_css_class (again, "suggested-action");
  g_signal_connect_swapped (again, "clicked", G_CALLBACK (on_try_again_clicked), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), again);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  htap_compat_name_buttons (box);
}

/**
 * htap_failures_dialog_new:
 * @scope: (nullable) (element-type HtapSource): what to speak of; %NULL for all
 *
 * Returns: (transfer none): a modal window over @parent, for what has failed by now
 */
GtkWidget *
htap_failures_dialog_new (GtkWindow *parent, HtapInventory *inventory, GPtrArray *scope)
{
  HtapFailuresDialog *self =
      g_object_new (HTAP_TYPE_FAILURES_DIALOG, "transient-for", parent, "modal", TRUE, "title",
                    _ ("Could Not Be Read"), "default-width", 520, "default-height", 420, NULL);
  GListModel *sources = htap_inventory_get_sources (inventory);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if ((scope == NULL || g_ptr_array_find (scope, source, NULL)) &&
          htap_source_get_error (source) != NULL)
        adw_preferences_group_add (self->group, new_row (source));
    }

  return GTK_WIDGET (self);
}
