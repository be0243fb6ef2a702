/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-dialog.h"

#include "htap-compat.h"
#include "htap-name-text.h"
#include "htap-test-page.h"
#include "htap-text-scale.h"

#include <glib/gi18n-lib.h>

struct _HtapTestDialog
{
  AdwWindow parent_instance;
  HtapInventory *inventory;
  HtapProfile *profile;
  gboolean runs;

  AdwWindowTitle *title;
  GtkButton *button; /* stops the test, or begins another */
  HtapTestPage *page;
};

G_DEFINE_FINAL_TYPE (HtapTestDialog, htap_test_dialog, ADW_TYPE_WINDOW)

static void
show_state (HtapTestDialog *self, const char *outcome)
{
  gtk_button_set_label (self->button, self->runs ? _ ("_Stop") : _ ("Test _Again"));
  htap_compat_name_buttons (GTK_WIDGET (self->button));
  adw_window_title_set_title (self->title, outcome);
}

static void
run (HtapTestDialog *self)
{
  self->runs = TRUE;
  show_state (self, _ ("Testing the Connection"));
  htap_test_page_run (self->page, self->inventory, self->profile, NULL);
}

static void
on_page_finished (HtapTestDialog *self, gboolean passed)
{
  self->runs = FALSE;
  show_state (self, passed ? _ ("Connection Test Passed") : _ ("Connection Test Failed"));
}

static void
on_button_clicked (HtapTestDialog *self)
{
  if (!self->runs)
    {
      run (self);
      return;
    }

  htap_test_page_stop (self->page);
  self->runs = FALSE;
  show_state (self, _ ("Connection Test Stopped"));
}

static gboolean
htap_test_dialog_close_request (GtkWindow *window)
{
  htap_test_page_stop (HTAP_TEST_DIALOG (window)->page);

  return GTK_WINDOW_CLASS (htap_test_dialog_parent_class)->close_request (window);
}

static void
htap_test_dialog_dispose (GObject *object)
{
  HtapTestDialog *self = HTAP_TEST_DIALOG (object);

  g_clear_object (&self->profile);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_test_dialog_parent_class)->dispose (object);
}

static void
htap_test_dialog_class_init (HtapTestDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_test_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = htap_test_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
htap_test_dialog_init (HtapTestDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->button = g_object_new (GTK_TYPE_BUTTON, "use-underline", TRUE, NULL);
  self->page = g_object_new (HTAP_TYPE_TEST_PAGE, "vexpand", TRUE, NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_button_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "finished", G_CALLBACK (on_page_finished), self,
                           G_CONNECT_SWAPPED);
}

/**
 * htap_test_dialog_new:
 * @profile: one with a project; its secrets are those that are saved
 *
 * Returns: (transfer none): a modal window over @parent, whose test runs already
 */
GtkWidget *
htap_test_dialog_new (GtkWindow *parent, HtapInventory *inventory, HtapProfile *profile)
{
  HtapTestDialog *self = g_object_new (
      HTAP_TYPE_TEST_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
      "title", _ ("Connection Test"), "default-width", 520, "default-height", 620, NULL);
  g_autofree char *name = htap_name_text_dup (htap_profile_get_name (profile));

  self->inventory = g_object_ref (inventory);
  self->profile = g_object_ref (profile);
  adw_window_title_set_subtitle (self->title, name);
  htap_text_scale_fit (GTK_WINDOW (self));
  run (self);

  return GTK_WIDGET (self);
}
