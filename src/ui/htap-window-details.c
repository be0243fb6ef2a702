/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

/* What the detail pane shows: the selected instances, and never anything that the next copy is not
 * about. */

static void
show (HtapWindow *self, GListModel *instances)
{
  g_set_object (&self->detailed, instances);
  htap_detail_pane_set_instances (self->details, instances);
}

static void
on_selection_changed (HtapWindow *self)
{
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) selected = htap_instance_view_dup_selected (view);

  show (self, selected);
}

static gboolean
is_any_listed (GListModel *instances)
{
  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (htap_instance_get_listed (instance))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_same (GListModel *a, GListModel *b)
{
  guint n_items = g_list_model_get_n_items (a);

  if (g_list_model_get_n_items (b) != n_items)
    return FALSE;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (HtapInstance) first = g_list_model_get_item (a, i);
      g_autoptr (HtapInstance) second = g_list_model_get_item (b, i);

      if (first != second)
        return FALSE;
    }

  return TRUE;
}

/* What a search or the sidebar hides is no longer selected, and GTK tells only that the rows
 * changed. What the cloud no longer lists stays in the pane and says so. */
static gboolean
on_details_idle (gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) selected = htap_instance_view_dup_selected (view);

  self->details_idle = 0;
  if (g_list_model_get_n_items (selected) == 0 && !is_any_listed (self->detailed))
    return G_SOURCE_REMOVE;

  if (!is_same (selected, self->detailed))
    show (self, selected);

  return G_SOURCE_REMOVE;
}

/* Later, for an instance learns after its row is gone that it is no longer listed. */
static void
on_selection_items_changed (HtapWindow *self)
{
  if (self->details_idle == 0)
    self->details_idle = g_idle_add (on_details_idle, self);
}

/* Enter or a double click on a row: to its details. */
static void
on_view_activated (HtapWindow *self)
{
  htap_panes_show_details (self->panes, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

/* A page in the list's place has said already that there is nothing. */
static void
on_list_pane_notify_listing (HtapWindow *self)
{
  htap_detail_pane_set_silent (self->details, !htap_list_pane_get_listing (self->list_pane));
}

/**
 * htap_window_follow_selection:
 *
 * Shows the details of what is selected, from now on.
 */
void
htap_window_follow_selection (HtapWindow *self)
{
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  GtkSelectionModel *selection = htap_instance_view_get_selection (view);

  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (on_selection_items_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activated", G_CALLBACK (on_view_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_pane, "notify::listing",
                           G_CALLBACK (on_list_pane_notify_listing), self, G_CONNECT_SWAPPED);
  on_selection_changed (self);
  on_list_pane_notify_listing (self);
}
