/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-loading-box.h"

#include <glib/gi18n-lib.h>

/* Milliseconds on the screen until there is something to see. */
#define MOMENT 300

struct _HtapLoadingBox
{
  GtkWidget parent_instance;
  GtkWidget *box;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (HtapLoadingBox, htap_loading_box, GTK_TYPE_WIDGET)

/* The spinner's picture is only read, and turned, when it is seen. */
static GtkWidget *
new_box (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 12, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *spinner = g_object_new (GTK_TYPE_SPINNER, "width-request", 32, "height-request", 32,
                                     "spinning", TRUE, NULL);
  GtkWidget *label = gtk_label_new (_ ("Loading instances…"));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "loading");
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static gboolean
on_moment_over (gpointer user_data)
{
  HtapLoadingBox *self = user_data;

  self->timeout = 0;
  self->box = new_box ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
htap_loading_box_map (GtkWidget *widget)
{
  HtapLoadingBox *self = HTAP_LOADING_BOX (widget);

  GTK_WIDGET_CLASS (htap_loading_box_parent_class)->map (widget);
  if (self->box == NULL && self->timeout == 0)
    self->timeout = g_timeout_add (MOMENT, on_moment_over, self);
}

/* Behind another page the spinner would go on turning, and lay the window out anew with every
 * frame. */
static void
htap_loading_box_unmap (GtkWidget *widget)
{
  HtapLoadingBox *self = HTAP_LOADING_BOX (widget);

  GTK_WIDGET_CLASS (htap_loading_box_parent_class)->unmap (widget);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
}

static void
htap_loading_box_dispose (GObject *object)
{
  HtapLoadingBox *self = HTAP_LOADING_BOX (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_loading_box_parent_class)->dispose (object);
}

static void
htap_loading_box_class_init (HtapLoadingBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_loading_box_dispose;
  widget_class->map = htap_loading_box_map;
  widget_class->unmap = htap_loading_box_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
htap_loading_box_init (HtapLoadingBox *self)
{
}

GtkWidget *
htap_loading_box_new (void)
{
  return g_object_new (HTAP_TYPE_LOADING_BOX, NULL);
}
