/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes.h"
#include "htap-main-menu.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* What has changed: the page in the list's place, where it leads, and what was seen of it. */

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
make_page (HtapWindow *self)
{
  g_autoptr (GMenuModel) menu = htap_main_menu_new (self->demo);

  self->changes_page = HTAP_CHANGES_PAGE (htap_changes_page_new (self->inventory, menu));
  htap_window_add_page (self, GTK_WIDGET (self->changes_page),
                        htap_changes_page_get_header (self->changes_page));
  g_signal_connect_object (self->changes_page, "activated", G_CALLBACK (on_page_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->changes_page, "seen", G_CALLBACK (on_page_seen), self,
                           G_CONNECT_SWAPPED);
}

static void
on_sidebar_changes_chosen (HtapWindow *self)
{
  if (self->changes_page == NULL)
    make_page (self);
  htap_scope_choose_source (htap_list_pane_get_scope (self->list_pane), NULL);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->changes_page));
  htap_panes_show_list (self->panes);
}

static GListModel *
dup_selected (HtapWindow *self)
{
  return htap_instance_view_dup_selected (htap_list_pane_get_view (self->list_pane));
}

static gboolean
is_any_unseen (HtapWindow *self)
{
  HtapChanges *changes = htap_inventory_get_changes (self->inventory);
  g_autoptr (GListModel) selected = NULL;

  if (htap_changes_get_n_unseen (changes) == 0)
    return FALSE;

  selected = dup_selected (self);
  for (guint i = 0; i < g_list_model_get_n_items (selected); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (selected, i);

      if (htap_changes_has_unseen (changes, instance))
        return TRUE;
    }

  return FALSE;
}

static void
update_mark_seen (HtapWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "mark-seen");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_any_unseen (self));
}

/* Of the selected rows; those that are gone leave. */
static void
on_mark_seen (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapChanges *changes = htap_inventory_get_changes (self->inventory);
  g_autoptr (GListModel) selected = dup_selected (self);
  g_autoptr (GPtrArray) instances = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (selected); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (selected, i);

      if (htap_changes_has_unseen (changes, instance))
        g_ptr_array_add (instances, g_steal_pointer (&instance));
    }
  for (guint i = 0; i < instances->len; i++)
    htap_inventory_mark_instance_seen (self->inventory, instances->pdata[i]);

  htap_window_say (self, _ ("Marked as seen"));
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
 * Adds what shows changes, and lets them be marked as seen: `show-changes`, and `mark-seen` for the
 * selected rows.
 */
void
htap_window_add_changes (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-changes", .activate = on_show_changes },
    { .name = "mark-seen", .activate = on_mark_seen },
  };
  GtkSelectionModel *selection =
      htap_instance_view_get_selection (htap_list_pane_get_view (self->list_pane));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->sidebar, "changes-chosen", G_CALLBACK (on_sidebar_changes_chosen),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (update_mark_seen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (update_mark_seen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (htap_inventory_get_changes (self->inventory), "changed",
                           G_CALLBACK (update_mark_seen), self, G_CONNECT_SWAPPED);
  update_mark_seen (self);
}
