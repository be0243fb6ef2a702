/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-type-ahead.h"

struct _HtapTypeAhead
{
  GObject parent_instance;
  GtkEditable *entry; /* weak */
};

enum
{
  SIGNAL_BEGUN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapTypeAhead, htap_type_ahead, G_TYPE_OBJECT)

static gboolean
is_typing (guint keyval, GdkModifierType state)
{
  GdkModifierType chords = gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK;

  return (state & chords) == 0 && g_unichar_isgraph (gdk_keyval_to_unicode (keyval));
}

/* GtkSearchEntry's own key capture leaves the focus where it is, and an input method composes only
 * where the focus is. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                HtapTypeAhead *self)
{
  GtkEditable *text;

  if (self->entry == NULL || !is_typing (keyval, state))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_BEGUN], 0);

  text = gtk_editable_get_delegate (self->entry);
  if (!GTK_IS_TEXT (text) || !gtk_text_grab_focus_without_selecting (GTK_TEXT (text)))
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_position (text, -1);

  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}

static void
htap_type_ahead_finalize (GObject *object)
{
  HtapTypeAhead *self = HTAP_TYPE_AHEAD (object);

  g_clear_weak_pointer (&self->entry);

  G_OBJECT_CLASS (htap_type_ahead_parent_class)->finalize (object);
}

static void
htap_type_ahead_class_init (HtapTypeAheadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_type_ahead_finalize;

  signals[SIGNAL_BEGUN] = g_signal_new ("begun", HTAP_TYPE_TYPE_AHEAD, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_type_ahead_init (HtapTypeAhead *self)
{
}

/**
 * htap_type_ahead_new:
 * @from: where typing begins; keys that it uses itself stay there
 * @to: an entry with a #GtkText inside; not kept alive
 *
 * Returns: (transfer full): keep it for as long as typing shall go there
 */
HtapTypeAhead *
htap_type_ahead_new (GtkWidget *from, GtkEditable *to)
{
  HtapTypeAhead *self = g_object_new (HTAP_TYPE_TYPE_AHEAD, NULL);
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_set_weak_pointer (&self->entry, to);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (from, controller);

  return self;
}
