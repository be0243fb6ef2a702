/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-view-private.h"

#include "htap-list-rows.h"

/* What the list shows: searching, scope, selection. */

static void
on_type_ahead_begun (HtapTypeAhead *type_ahead, HtapInstanceView *self)
{
  g_signal_emit_by_name (self, "typing");
}

/**
 * htap_instance_view_get_selection:
 *
 * Returns: (transfer none): the shown instances and which are selected
 */
GtkSelectionModel *
htap_instance_view_get_selection (HtapInstanceView *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_VIEW (self), NULL);

  return htap_instance_chain_get_selection (self->chain);
}

/**
 * htap_instance_view_get_shown:
 *
 * Returns: (transfer none): the shown instances in order
 */
GListModel *
htap_instance_view_get_shown (HtapInstanceView *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_VIEW (self), NULL);

  return htap_instance_chain_get_shown (self->chain);
}

/**
 * htap_instance_view_dup_selected:
 *
 * Returns: (transfer full): the selected instances in shown order, as they are now
 */
GListModel *
htap_instance_view_dup_selected (HtapInstanceView *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_VIEW (self), NULL);

  return htap_instance_chain_dup_selected (self->chain);
}

/**
 * htap_instance_view_dup_targets:
 *
 * Returns: (transfer full): what a copy is about: the selected instances, else the first one shown;
 *   empty if there is none
 */
GListModel *
htap_instance_view_dup_targets (HtapInstanceView *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_VIEW (self), NULL);

  return htap_instance_chain_dup_targets (self->chain);
}

/**
 * htap_instance_view_move_cursor:
 * @position: a row of the shown instances
 *
 * Selects it alone, scrolls to it and focuses it, so that the keyboard goes on from there.
 */
void
htap_instance_view_move_cursor (HtapInstanceView *self, guint position)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_list_rows_move_cursor (self->column_view, position);
}

/**
 * htap_instance_view_set_search:
 * @text: what to search for; empty for everything
 *
 * A search that leaves one row selects it.
 */
void
htap_instance_view_set_search (HtapInstanceView *self, const char *text)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_instance_chain_set_search (self->chain, text);
}

/**
 * htap_instance_view_get_search:
 *
 * Returns: (transfer none): what is searched for; valid until that changes or something comes in
 */
const HtapSearch *
htap_instance_view_get_search (HtapInstanceView *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_VIEW (self), NULL);

  return htap_instance_chain_get_search (self->chain);
}

/**
 * htap_instance_view_set_search_entry:
 * @entry: (nullable): where typing in the list goes; it gets the focus with the first key, so that
 *   an input method composes there. Not kept alive
 */
void
htap_instance_view_set_search_entry (HtapInstanceView *self, GtkEditable *entry)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  g_clear_object (&self->type_ahead);
  if (entry == NULL)
    return;

  self->type_ahead = htap_type_ahead_new (GTK_WIDGET (self), entry);
  g_signal_connect_object (self->type_ahead, "begun", G_CALLBACK (on_type_ahead_begun), self, 0);
}

/**
 * htap_instance_view_set_scope:
 * @sources: (nullable) (element-type HtapSource): whose instances to show; %NULL for all
 */
void
htap_instance_view_set_scope (HtapInstanceView *self, GPtrArray *sources)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_instance_chain_set_scope (self->chain, sources);
  htap_column_set_update_automatic (self->columns, self->chain, HTAP_FIELD_ALL);
}

/**
 * htap_instance_view_note_merged:
 * @changed: the fields in which some instance changed, once for all that came in together
 *
 * Searches and sorts anew if one of the fields matters for that. Selection and focus stay.
 */
void
htap_instance_view_note_merged (HtapInstanceView *self, HtapFieldSet changed)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_instance_chain_note_merged (self->chain, changed);
  htap_column_set_update_automatic (self->columns, self->chain, changed);
}
