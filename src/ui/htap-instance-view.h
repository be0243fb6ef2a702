/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In htap-changes.h, for who has some. */
typedef struct _HtapChanges HtapChanges;

#define HTAP_TYPE_INSTANCE_VIEW (htap_instance_view_get_type ())

/**
 * HtapInstanceView:
 *
 * The list of the window: instances that are searched, sorted, selected and copied.
 *
 * Signals: `activated` (#HtapInstance): Enter or double click. `sort-changed`. `columns-changed`:
 * what htap_instance_view_get_columns() returns is worth keeping; emitted half a second after the
 * last change. `visible-columns-changed`: at once. `typing`: a first key is about to go to the
 * entry of htap_instance_view_set_search_entry(), which must be on the screen afterwards.
 *
 * Actions of the window that it uses: `win.copy-text` ((ss): what to copy, what to say of it),
 * `win.copy-ip`, `win.copy-id`, `win.copy-rows`, `win.refresh-selected`,
 * `win.notify-when-available`, `win.filter-by` (s), `win.mark-seen`.
 */
G_DECLARE_FINAL_TYPE (HtapInstanceView, htap_instance_view, HTAP, INSTANCE_VIEW, GtkWidget)

GtkWidget *htap_instance_view_new (GListModel *instances);
void htap_instance_view_set_changes (HtapInstanceView *self, HtapChanges *changes);

GtkSelectionModel *htap_instance_view_get_selection (HtapInstanceView *self);
GListModel *htap_instance_view_get_shown (HtapInstanceView *self);
GListModel *htap_instance_view_dup_selected (HtapInstanceView *self);
GListModel *htap_instance_view_dup_targets (HtapInstanceView *self);
void htap_instance_view_move_cursor (HtapInstanceView *self, guint position);

const HtapSearch *htap_instance_view_get_search (HtapInstanceView *self);
void htap_instance_view_set_search (HtapInstanceView *self, const char *text);
void htap_instance_view_set_search_entry (HtapInstanceView *self, GtkEditable *entry);
void htap_instance_view_set_scope (HtapInstanceView *self, GPtrArray *sources);
void htap_instance_view_note_merged (HtapInstanceView *self, HtapFieldSet changed);

HtapFieldIndex htap_instance_view_get_sort (HtapInstanceView *self, gboolean *descending);
void
htap_instance_view_set_sort (HtapInstanceView *self, HtapFieldIndex field, gboolean descending);

GVariant *htap_instance_view_get_columns (HtapInstanceView *self);
void htap_instance_view_set_columns (HtapInstanceView *self, GVariant *columns);
void htap_instance_view_flush_columns (HtapInstanceView *self);
void htap_instance_view_reset_columns (HtapInstanceView *self);
GArray *htap_instance_view_dup_visible_columns (HtapInstanceView *self);

void htap_instance_view_add_actions (HtapInstanceView *self, GActionMap *map);

G_END_DECLS
