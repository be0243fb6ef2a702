/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-toaster.h"

#include "htap-safe-text.h"

#define TOAST_SECONDS 3

/* libadwaita 1.2 crashes if a toast is dismissed while it appears, which takes a quarter of a
 * second: until then it is given the new text. */
#define APPEARING_USEC (400 * G_TIME_SPAN_MILLISECOND)

struct _HtapToaster
{
  GtkWidget parent_instance;
  GtkWidget *overlay; /* AdwToastOverlay */
  GtkWidget *status;  /* what was said last, for screen readers: a toast is silent in GTK 4.8 */
  AdwToast *toast;    /* the one that is shown, or NULL */
  gint64 settled;     /* monotonic time at which it has appeared */
};

static void htap_toaster_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HtapToaster,
                               htap_toaster,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      htap_toaster_buildable_init))

static void
on_toast_dismissed (HtapToaster *self)
{
  g_clear_object (&self->toast);
}

static void
dismiss (HtapToaster *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast == NULL)
    return;

  g_signal_handlers_disconnect_by_data (toast, self);
  adw_toast_dismiss (toast);
}

static void
add_toast (HtapToaster *self, const char *markup)
{
  dismiss (self);
  self->toast = adw_toast_new (markup);
  adw_toast_set_timeout (self->toast, TOAST_SECONDS);
  g_signal_connect_swapped (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed), self);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->overlay), g_object_ref (self->toast));
  self->settled = g_get_monotonic_time () + APPEARING_USEC;
}

static void
htap_toaster_add_child (GtkBuildable *buildable,
                        GtkBuilder *builder,
                        GObject *child,
                        const char *type)
{
  htap_toaster_set_child (HTAP_TOASTER (buildable), GTK_WIDGET (child));
}

static void
htap_toaster_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = htap_toaster_add_child;
}

static void
htap_toaster_dispose (GObject *object)
{
  HtapToaster *self = HTAP_TOASTER (object);

  dismiss (self);
  g_clear_pointer (&self->status, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_toaster_parent_class)->dispose (object);
}

static void
htap_toaster_class_init (HtapToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_toaster_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
htap_toaster_init (HtapToaster *self)
{
  self->overlay = adw_toast_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));

  /* Visible to GTK, so that it is in the accessibility tree, but not to the eye. */
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_END, "opacity", 0.0,
                               "can-target", FALSE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, "",
                                  -1);
  gtk_widget_set_parent (self->status, GTK_WIDGET (self));
}

GtkWidget *
htap_toaster_new (void)
{
  return g_object_new (HTAP_TYPE_TOASTER, NULL);
}

void
htap_toaster_set_child (HtapToaster *self, GtkWidget *child)
{
  g_return_if_fail (HTAP_IS_TOASTER (self));

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), child);
}

/**
 * htap_toaster_say:
 * @sentence: plain text, in the user's language; may hold names from outside
 *
 * Takes the place of what is shown: toasts queue, and the fourth copy in a row would be confirmed
 * seconds too late.
 */
void
htap_toaster_say (HtapToaster *self, const char *sentence)
{
  g_autofree char *safe = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (HTAP_IS_TOASTER (self));

  safe = htap_safe_text_dup (sentence);
  markup = g_markup_escape_text (safe, -1);
  if (self->toast != NULL && g_get_monotonic_time () < self->settled)
    adw_toast_set_title (self->toast, markup);
  else
    add_toast (self, markup);
  htap_toaster_announce (self, safe);
}

/**
 * htap_toaster_announce:
 * @sentence: as for htap_toaster_say()
 *
 * Says it to a screen reader alone: for what the eye sees elsewhere in the window.
 */
void
htap_toaster_announce (HtapToaster *self, const char *sentence)
{
  g_autofree char *safe = NULL;

  g_return_if_fail (HTAP_IS_TOASTER (self));

  safe = htap_safe_text_dup (sentence);

  /* A change of the name is what assistive technology hears of. Copying the same address again is
   * news, too. */
  gtk_label_set_text (GTK_LABEL (self->status), "");
  gtk_label_set_text (GTK_LABEL (self->status), safe);
}

/**
 * htap_toaster_get_last:
 *
 * Returns: (transfer none): what was said last; empty before
 */
const char *
htap_toaster_get_last (HtapToaster *self)
{
  g_return_val_if_fail (HTAP_IS_TOASTER (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->status));
}
