/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* Notify When Available, of the selected instances; and where a notification, or the desktop's search,
 * leads. */

/* Those of the selected that are watched, or could be. */
static GPtrArray *
find_selected (HtapWindow *self, gboolean watched)
{
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) selected = htap_instance_view_dup_selected (view);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (selected); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (selected, i);
      gboolean is_watched = htap_watch_list_contains (self->watches, instance);

      if (watched ? is_watched : !is_watched && htap_watch_list_accepts (instance))
        g_ptr_array_add (found, g_steal_pointer (&instance));
    }

  return found;
}

static GSimpleAction *
get_action (HtapWindow *self)
{
  return G_SIMPLE_ACTION (
      g_action_map_lookup_action (G_ACTION_MAP (self), "notify-when-available"));
}

/* Checked if all that can be watched are. */
static void
update (HtapWindow *self)
{
  g_autoptr (GPtrArray) watched = find_selected (self, TRUE);
  g_autoptr (GPtrArray) others = find_selected (self, FALSE);

  g_simple_action_set_enabled (get_action (self), watched->len + others->len > 0);
  g_simple_action_set_state (get_action (self),
                             g_variant_new_boolean (watched->len > 0 && others->len == 0));
}

static void
on_notify_when_available (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  HtapWindow *self = user_data;
  gboolean watch = g_variant_get_boolean (state);
  g_autoptr (GPtrArray) instances = find_selected (self, !watch);

  for (guint i = 0; i < instances->len; i++)
    if (watch)
      htap_watch_list_add (self->watches, instances->pdata[i]);
    else
      htap_watch_list_remove (self->watches, instances->pdata[i]);
}

static gboolean
find_row (HtapWindow *self, const char *id, guint *position)
{
  GListModel *shown = htap_instance_view_get_shown (htap_list_pane_get_view (self->list_pane));

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (shown, i);

      if (g_strcmp0 (htap_instance_get_id (instance), id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
try_to_show (HtapWindow *self)
{
  guint position;

  if (!find_row (self, self->wanted_id, &position))
    return FALSE;

  g_clear_pointer (&self->wanted_id, g_free);
  htap_panes_show_list (self->panes);
  htap_instance_view_move_cursor (htap_list_pane_get_view (self->list_pane), position);
  htap_panes_show_details (self->panes, TRUE);

  return TRUE;
}

/* What was not read yet when it was wanted. */
static void
follow_wanted (HtapWindow *self)
{
  if (self->wanted_id == NULL || try_to_show (self) ||
      htap_inventory_get_refresh (self->inventory) != NULL)
    return;

  g_clear_pointer (&self->wanted_id, g_free);
  htap_window_say (self, _ ("This HTAP instance is no longer listed"));
}

/**
 * htap_window_set_watches:
 * @watches: where "Notify When Available" puts the selected instances
 *
 * Adds the action. Called once, when the rest of the window is there.
 */
void
htap_window_set_watches (HtapWindow *self, HtapWatchList *watches)
{
  const GActionEntry entries[] = {
    { .name = "notify-when-available", .state = "false", .change_state = on_notify_when_available },
  };
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  GtkSelectionModel *selection = htap_instance_view_get_selection (view);

  g_return_if_fail (HTAP_IS_WINDOW (self));

  self->watches = g_object_ref (watches);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (watches, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inventory, "merged", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inventory, "merged", G_CALLBACK (follow_wanted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inventory, "notify::refresh", G_CALLBACK (follow_wanted), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * htap_window_show_instance:
 * @id: of an HTAP instance
 *
 * Selects it and shows its details, whatever was searched for; once it is read, if it is not yet.
 */
void
htap_window_show_instance (HtapWindow *self, const char *id)
{
  guint position;

  g_return_if_fail (HTAP_IS_WINDOW (self));

  g_free (self->wanted_id);
  self->wanted_id = g_strdup (id);
  if (gtk_stack_get_visible_child (self->pages) != GTK_WIDGET (self->list_pane))
    htap_sidebar_choose (self->sidebar, NULL);
  if (!find_row (self, id, &position))
    {
      htap_sidebar_choose (self->sidebar, NULL);
      htap_list_pane_clear_search (self->list_pane);
    }
  follow_wanted (self);
}

/**
 * htap_window_search:
 * @text: as a person would type it
 *
 * Shows what @text finds among everything, with @text in the search.
 */
void
htap_window_search (HtapWindow *self, const char *text)
{
  g_return_if_fail (HTAP_IS_WINDOW (self));

  htap_sidebar_choose (self->sidebar, NULL);
  htap_panes_show_list (self->panes);
  htap_list_pane_search_for (self->list_pane, text);
}
