/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* What has changed: the page in the list's place, where it leads, and what was seen of it. */

static void
on_sidebar_changes_chosen (HtapWindow *self)
{
  htap_scope_choose_source (htap_list_pane_get_scope (self->list_pane), NULL);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->changes_page));
  htap_panes_show_list (self->panes);
}

static void
on_page_activated (HtapWindow *self, HtapChange *change)
{
  htap_sidebar_choose (self->sidebar, NULL);
  htap_window_show_instance (self, htap_change_get_facts (change)->id);
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

/* @change: (nullable): one of the instance; %NULL for all */
static void
on_page_seen (HtapWindow *self, HtapChange *change)
{
  g_autofree char *sentence = NULL;

  if (change == NULL)
    sentence = g_strdup (_ ("Marked all changes as seen"));
  else
    /* Translators: %s is the name of an HTAP instance. */
    sentence = g_strdup_printf (_ ("Marked %s as seen"), htap_change_get_name (change));

  htap_inventory_mark_changes_seen (self->inventory, change);
  htap_window_say (self, sentence);
  /* What was pressed may be gone. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->changes_page));
}

static void
on_show_changes (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;

  htap_sidebar_choose_changes (self->sidebar);
  gtk_widget_grab_focus (GTK_WIDGET (self->changes_page));
}

/**
 * htap_window_add_changes:
 *
 * Adds what shows changes, and lets them be marked as seen.
 */
void
htap_window_add_changes (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-changes", .activate = on_show_changes },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->sidebar, "changes-chosen", G_CALLBACK (on_sidebar_changes_chosen),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->changes_page, "activated", G_CALLBACK (on_page_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->changes_page, "seen", G_CALLBACK (on_page_seen), self,
                           G_CONNECT_SWAPPED);
}
