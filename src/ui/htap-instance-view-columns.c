/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-view-private.h"

#include "htap-column-menu.h"
#include "htap-columns-dialog.h"
#include "htap-list-actions.h"

/* The columns of the list and its sort: which there are, and what is worth keeping of them. */

/* Dragging a border changes a width with every pixel. */
#define COLUMNS_CHANGED_DELAY_MS 500

static gboolean
on_columns_timeout (gpointer user_data)
{
  HtapInstanceView *self = HTAP_INSTANCE_VIEW (user_data);

  self->columns_timeout = 0;
  g_signal_emit_by_name (self, "columns-changed");

  return G_SOURCE_REMOVE;
}

static void
on_columns_changed (HtapColumnSet *columns, HtapInstanceView *self)
{
  g_clear_handle_id (&self->columns_timeout, g_source_remove);
  self->columns_timeout = g_timeout_add (COLUMNS_CHANGED_DELAY_MS, on_columns_timeout, self);
}

/* To those that have a header to open it from. */
static void
add_header_menus (HtapInstanceView *self)
{
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      GtkColumnViewColumn *column = htap_column_set_get_column (self->columns, i);
      g_autoptr (GMenuModel) menu = NULL;

      if (!gtk_column_view_column_get_visible (column) ||
          gtk_column_view_column_get_header_menu (column) != NULL)
        continue;

      menu = htap_column_menu_new (htap_field_get (i));
      gtk_column_view_column_set_header_menu (column, menu);
    }
}

static void
on_columns_visible_changed (HtapColumnSet *columns, HtapInstanceView *self)
{
  add_header_menus (self);
  g_signal_emit_by_name (self, "visible-columns-changed");
}

static void
on_sort_changed (HtapListSort *sort, HtapInstanceView *self)
{
  g_signal_emit_by_name (self, "sort-changed");
}

static void
on_choose_columns (GSimpleAction *action, GVariant *parameter, HtapInstanceView *self)
{
  GtkWidget *dialog = htap_columns_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->columns);

  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * htap_instance_view_build_columns:
 *
 * Gives the list the columns and the sort of a first start, and tells of their changes.
 */
void
htap_instance_view_build_columns (HtapInstanceView *self)
{
  self->columns = htap_column_set_new (self->column_view);
  self->sort = htap_list_sort_new (self->column_view, self->columns, self->chain);
  add_header_menus (self);

  g_signal_connect_object (self->sort, "changed", G_CALLBACK (on_sort_changed), self, 0);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (on_columns_changed), self, 0);
  g_signal_connect_object (self->columns, "visible-changed",
                           G_CALLBACK (on_columns_visible_changed), self, 0);
}

/**
 * htap_instance_view_get_sort:
 * @descending: (out) (optional): which way
 *
 * Returns: the field that comes first
 */
HtapFieldIndex
htap_instance_view_get_sort (HtapInstanceView *self, gboolean *descending)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_VIEW (self), HTAP_FIELD_SHOWN_STATUS);

  return htap_instance_chain_get_sort (self->chain, descending);
}

void
htap_instance_view_set_sort (HtapInstanceView *self, HtapFieldIndex field, gboolean descending)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_list_sort_set (self->sort, field, descending);
}

/**
 * htap_instance_view_get_columns:
 *
 * Returns: (transfer floating): which columns are shown, how wide, in which order; of type
 *   `a(ssi)`: id, "shown", "hidden" or "automatic", width
 */
GVariant *
htap_instance_view_get_columns (HtapInstanceView *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_VIEW (self), NULL);

  return htap_column_set_save (self->columns);
}

/**
 * htap_instance_view_set_columns:
 * @columns: what htap_instance_view_get_columns() returned, perhaps in another version of the
 *   program; an empty array is a first start
 */
void
htap_instance_view_set_columns (HtapInstanceView *self, GVariant *columns)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_column_set_load (self->columns, columns);
}

/**
 * htap_instance_view_flush_columns:
 *
 * Emits `columns-changed` now if it is about to be: there may be no later.
 */
void
htap_instance_view_flush_columns (HtapInstanceView *self)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  if (self->columns_timeout == 0)
    return;

  g_clear_handle_id (&self->columns_timeout, g_source_remove);
  g_signal_emit_by_name (self, "columns-changed");
}

void
htap_instance_view_reset_columns (HtapInstanceView *self)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_column_set_reset (self->columns);
}

/**
 * htap_instance_view_dup_visible_columns:
 *
 * Returns: (transfer full) (element-type HtapFieldIndex): the columns on the screen, in order
 */
GArray *
htap_instance_view_dup_visible_columns (HtapInstanceView *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_VIEW (self), NULL);

  return htap_column_set_dup_visible (self->columns);
}

/**
 * htap_instance_view_add_actions:
 * @map: the window
 *
 * Adds those of htap_list_actions_add(), and `choose-columns`.
 */
void
htap_instance_view_add_actions (HtapInstanceView *self, GActionMap *map)
{
  g_autoptr (GSimpleAction) choose = g_simple_action_new ("choose-columns", NULL);

  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_list_actions_add (map, self->columns, self->sort);
  g_signal_connect_object (choose, "activate", G_CALLBACK (on_choose_columns), self, 0);
  g_action_map_add_action (map, G_ACTION (choose));
}
