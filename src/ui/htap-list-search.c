/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-search.h"

#include "htap-compat.h"
#include "htap-search-help.h"

#include <glib/gi18n-lib.h>

/* Milliseconds after the last key. */
#define SEARCH_DELAY 150

struct _HtapListSearch
{
  GtkWidget parent_instance;
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LEAVE,
  SIGNAL_STOP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapListSearch, htap_list_search, GTK_TYPE_WIDGET)

static void
on_entry_search_changed (HtapListSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_entry_stop_search (HtapListSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_STOP], 0);
}

static void
on_entry_activate (HtapListSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

static gboolean
on_entry_key_pressed (HtapListSearch *self, guint key)
{
  if (key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);

  return GDK_EVENT_STOP;
}

static void
htap_list_search_dispose (GObject *object)
{
  HtapListSearch *self = HTAP_LIST_SEARCH (object);

  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_list_search_parent_class)->dispose (object);
}

static void
htap_list_search_class_init (HtapListSearchClass *klass)
{
  static const char *const names[] = { "changed", "leave", "stop" };

  G_OBJECT_CLASS (klass)->dispose = htap_list_search_dispose;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], HTAP_TYPE_LIST_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkSearchEntry *
new_entry (void)
{
  GtkSearchEntry *entry =
      g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Search names, addresses, IDs…"),
                    "search-delay", SEARCH_DELAY, "width-request", 320, NULL);

  htap_compat_show_text (GTK_EDITABLE (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (entry))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);

  return entry;
}

static void
htap_list_search_init (HtapListSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  self->entry = new_entry ();
  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  gtk_box_append (box, GTK_WIDGET (self->entry));
  gtk_box_append (box, htap_search_help_new ());
  gtk_search_bar_set_child (self->bar, GTK_WIDGET (box));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_entry_search_changed),
                            self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (on_entry_stop_search), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entry_activate), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_entry_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
htap_list_search_new (void)
{
  return g_object_new (HTAP_TYPE_LIST_SEARCH, NULL);
}

/**
 * htap_list_search_get_bar:
 *
 * Returns: (transfer none): whose `search-mode-enabled` a toggle can be bound to
 */
GtkSearchBar *
htap_list_search_get_bar (HtapListSearch *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_SEARCH (self), NULL);

  return self->bar;
}

/**
 * htap_list_search_get_entry:
 *
 * Returns: (transfer none): where keys can be sent to that are typed elsewhere
 */
GtkEditable *
htap_list_search_get_entry (HtapListSearch *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_SEARCH (self), NULL);

  return GTK_EDITABLE (self->entry);
}

const char *
htap_list_search_get_text (HtapListSearch *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_SEARCH (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * htap_list_search_get_used:
 *
 * Returns: whether it is on the screen, or has a text that hides rows
 */
gboolean
htap_list_search_get_used (HtapListSearch *self)
{
  g_return_val_if_fail (HTAP_IS_LIST_SEARCH (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar) || *htap_list_search_get_text (self) != '\0';
}

void
htap_list_search_show (HtapListSearch *self)
{
  g_return_if_fail (HTAP_IS_LIST_SEARCH (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
}

/**
 * htap_list_search_start:
 * @anew: whether the next key takes the place of what it holds, or goes behind that
 *
 * Shows it and puts the cursor there.
 */
void
htap_list_search_start (HtapListSearch *self, gboolean anew)
{
  g_return_if_fail (HTAP_IS_LIST_SEARCH (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), anew ? 0 : -1, -1);
}

/**
 * htap_list_search_fill:
 * @text: what takes the place of what it holds; `changed` follows
 *
 * Shows it and puts the cursor behind @text.
 */
void
htap_list_search_fill (HtapListSearch *self, const char *text)
{
  g_return_if_fail (HTAP_IS_LIST_SEARCH (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  htap_list_search_start (self, FALSE);
}

/**
 * htap_list_search_clear:
 *
 * Empties and hides it; `changed` follows.
 */
void
htap_list_search_clear (HtapListSearch *self)
{
  g_return_if_fail (HTAP_IS_LIST_SEARCH (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}
