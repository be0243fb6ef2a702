/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refresh-button.h"

#include <glib/gi18n-lib.h>

#define STOP_AFTER_MS    1000
#define STOP_DEAF_FOR_MS 500

struct _HtapRefreshButton
{
  GtkWidget parent_instance;
  GtkButton *button;
  GtkStack *stack; /* refresh, busy, stop */
  guint timeout;
  gboolean busy;
  gboolean is_stop;
  gboolean is_deaf;
};

G_DEFINE_FINAL_TYPE (HtapRefreshButton, htap_refresh_button, GTK_TYPE_WIDGET)

static void
show_as (HtapRefreshButton *self, const char *child, const char *label)
{
  gtk_stack_set_visible_child_name (self->stack, child);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static gboolean
on_deaf_timeout (gpointer user_data)
{
  HtapRefreshButton *self = user_data;

  self->timeout = 0;
  self->is_deaf = FALSE;

  return G_SOURCE_REMOVE;
}

static gboolean
on_stop_timeout (gpointer user_data)
{
  HtapRefreshButton *self = user_data;

  self->is_stop = TRUE;
  self->is_deaf = TRUE;
  show_as (self, "stop", _ ("Stop"));
  self->timeout = g_timeout_add (STOP_DEAF_FOR_MS, on_deaf_timeout, self);

  return G_SOURCE_REMOVE;
}

static void
on_button_clicked (HtapRefreshButton *self)
{
  if (!self->busy)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);
  else if (self->is_stop && !self->is_deaf)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.stop", NULL);
}

static void
htap_refresh_button_dispose (GObject *object)
{
  HtapRefreshButton *self = HTAP_REFRESH_BUTTON (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_refresh_button_parent_class)->dispose (object);
}

static void
htap_refresh_button_class_init (HtapRefreshButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_refresh_button_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
htap_refresh_button_init (HtapRefreshButton *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_image_new_from_icon_name ("view-refresh-symbolic"),
                       "refresh");
  gtk_stack_add_named (self->stack, gtk_spinner_new (), "busy");
  gtk_stack_add_named (self->stack, gtk_image_new_from_icon_name ("process-stop-symbolic"), "stop");

  self->button = g_object_new (GTK_TYPE_BUTTON, "child", self->stack, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "image-button");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_button_clicked), self);
  show_as (self, "refresh", _ ("Refresh"));
}

GtkWidget *
htap_refresh_button_new (void)
{
  return g_object_new (HTAP_TYPE_REFRESH_BUTTON, NULL);
}

/**
 * htap_refresh_button_set_busy:
 * @busy: whether a sweep runs
 */
void
htap_refresh_button_set_busy (HtapRefreshButton *self, gboolean busy)
{
  GtkWidget *spinner;

  g_return_if_fail (HTAP_IS_REFRESH_BUTTON (self));

  if (self->busy == busy)
    return;

  self->busy = busy;
  self->is_stop = FALSE;
  self->is_deaf = FALSE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  spinner = gtk_stack_get_child_by_name (self->stack, "busy");
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), busy);
  show_as (self, busy ? "busy" : "refresh", _ ("Refresh"));
  if (busy)
    self->timeout = g_timeout_add (STOP_AFTER_MS, on_stop_timeout, self);
}
