/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-failures-dialog.h"

#include "htap-compat.h"
#include "htap-error-text.h"
#include "htap-failure-row.h"
#include "htap-text-scale.h"

#include <glib/gi18n-lib.h>

struct _HtapFailuresDialog
{
  AdwWindow parent_instance;
  HtapInventory *inventory;
  GPtrArray *rows; /* HtapFailureRow, borrowed */
  AdwPreferencesGroup *group;
  GtkStack *stack; /* failures, done */
  GtkWidget *again;
  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (HtapFailuresDialog, htap_failures_dialog, ADW_TYPE_WINDOW)

/* Returns (transfer container): what has still not been read. */
static GPtrArray *
get_failed (HtapFailuresDialog *self)
{
  GPtrArray *failed = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      HtapSource *source = htap_failure_row_get_source (self->rows->pdata[i]);

      if (htap_source_get_error (source) != NULL)
        g_ptr_array_add (failed, source);
    }

  return failed;
}

/* The window copies, and says so. */
static void
on_copy_clicked (HtapFailuresDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GPtrArray) failed = get_failed (self);
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < failed->len; i++)
    {
      g_autofree char *details = htap_error_text_dup_details (
          htap_source_get_error (failed->pdata[i]), failed->pdata[i], now);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, details);
    }

  if (window != NULL && failed->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-text", "(ss)", text->str,
                                _ ("Copied the details of all errors"));
}

static void
on_again_clicked (HtapFailuresDialog *self)
{
  g_autoptr (GPtrArray) failed = get_failed (self);
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < failed->len; i++)
    if (htap_source_get_taurus_id (failed->pdata[i]) == NULL)
      g_ptr_array_add (profiles, htap_source_get_profile (failed->pdata[i]));
    else
      g_ptr_array_add (sources, failed->pdata[i]);

  if (profiles->len > 0)
    htap_inventory_refresh_profiles (self->inventory, profiles);
  if (sources->len > 0)
    htap_inventory_refresh (self->inventory, sources);
}

/* A failure that is mended leaves the list; the last one leaves good news. */
static void
update (HtapFailuresDialog *self)
{
  g_autoptr (GPtrArray) failed = get_failed (self);
  gboolean loading = FALSE;

  for (guint i = 0; i < failed->len; i++)
    loading = loading || htap_source_is_loading (failed->pdata[i]);

  gtk_widget_set_sensitive (self->again, failed->len > 0 && !loading);
  gtk_widget_set_sensitive (self->copy, failed->len > 0);
  gtk_stack_set_visible_child_name (self->stack, failed->len > 0 ? "failures" : "done");
}

static void
htap_failures_dialog_dispose (GObject *object)
{
  HtapFailuresDialog *self = HTAP_FAILURES_DIALOG (object);

  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_failures_dialog_parent_class)->dispose (object);
}

static void
htap_failures_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_FAILURES_DIALOG (object)->rows);

  G_OBJECT_CLASS (htap_failures_dialog_parent_class)->finalize (object);
}

static void
htap_failures_dialog_class_init (HtapFailuresDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_failures_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_failures_dialog_finalize;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
htap_failures_dialog_init (HtapFailuresDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  self->stack = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  gtk_stack_add_named (self->stack, page, "failures");
  gtk_stack_add_named (self->stack,
                       g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "emblem-ok-symbolic",
                                     "title", _ ("Everything Was Read"), NULL),
                       "done");

  self->again = gtk_button_new_with_label (_ ("Try All Again"));
  self->copy = gtk_button_new_with_label (_ ("Copy All Details"));
  g_signal_connect_swapped (self->again, "clicked", G_CALLBACK (on_again_clicked), self);
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (on_copy_clicked), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->again);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->copy);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  htap_compat_name_buttons (box);
}

static void
add_row (HtapFailuresDialog *self, HtapSource *source)
{
  GtkWidget *row = htap_failure_row_new (self->inventory, source);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
  g_signal_connect_object (source, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* First, for what they have is not among the others. */
static void
add_projects (HtapFailuresDialog *self, GPtrArray *scope)
{
  GListModel *discoveries = htap_inventory_get_discoveries (self->inventory);

  for (guint i = 0; scope == NULL && i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (htap_discovery_get_error (discovery) != NULL)
        add_row (self, htap_discovery_get_stand_in (discovery));
    }
}

static void
add_sources (HtapFailuresDialog *self, GPtrArray *scope)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if ((scope == NULL || g_ptr_array_find (scope, source, NULL)) &&
          htap_source_get_error (source) != NULL)
        add_row (self, source);
    }
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
  HtapFailuresDialog *self = g_object_new (
      HTAP_TYPE_FAILURES_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
      TRUE, "title", _ ("Could Not Be Read"), "default-width", 620, "default-height", 420, NULL);

  self->inventory = g_object_ref (inventory);
  add_projects (self, scope);
  add_sources (self, scope);
  htap_text_scale_fit (GTK_WINDOW (self));
  update (self);

  return GTK_WIDGET (self);
}
