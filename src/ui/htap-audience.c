/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-audience.h"

#include "htap-compat.h"

struct _HtapAudience
{
  GObject parent_instance;
  GtkApplication *application; /* not owned: it owns this */
  gboolean present;
};

enum
{
  PROP_PRESENT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapAudience, htap_audience, G_TYPE_OBJECT)

static gboolean
is_in_sight (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return gtk_widget_get_mapped (window) && GDK_IS_TOPLEVEL (surface) &&
         htap_compat_is_in_sight (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)));
}

static void
update (HtapAudience *self)
{
  gboolean present = FALSE;

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    present = present || is_in_sight (l->data);

  if (self->present == present)
    return;

  self->present = present;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRESENT]);
}

static void
on_window_realize (HtapAudience *self, GtkWidget *window)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (window)), "notify::state",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
on_application_window_added (HtapAudience *self, GtkWidget *window)
{
  g_signal_connect_object (window, "realize", G_CALLBACK (on_window_realize), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "map", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "unmap", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
htap_audience_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PRESENT)
    g_value_set_boolean (value, HTAP_AUDIENCE (object)->present);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
htap_audience_class_init (HtapAudienceClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = htap_audience_get_property;

  properties[PROP_PRESENT] =
      g_param_spec_boolean ("present", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
htap_audience_init (HtapAudience *self)
{
}

/**
 * htap_audience_new:
 * @application: whose windows are followed; it has none yet, and outlives this
 *
 * Returns: (transfer full): nobody is there
 */
HtapAudience *
htap_audience_new (GtkApplication *application)
{
  HtapAudience *self = g_object_new (HTAP_TYPE_AUDIENCE, NULL);

  self->application = application;
  g_signal_connect_object (application, "window-added", G_CALLBACK (on_application_window_added),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return self;
}

gboolean
htap_audience_get_present (HtapAudience *self)
{
  g_return_val_if_fail (HTAP_IS_AUDIENCE (self), FALSE);

  return self->present;
}
