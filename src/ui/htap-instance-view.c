/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-view.h"

#include "htap-column-menu.h"
#include "htap-column-set.h"
#include "htap-copy-button.h"
#include "htap-instance-chain.h"
#include "htap-list-actions.h"
#include "htap-list-rows.h"
#include "htap-list-sort.h"
#include "htap-row-menu.h"
#include "htap-selection-click.h"
#include "htap-type-ahead.h"

/* Dragging a border changes a width with every pixel. */
#define COLUMNS_CHANGED_DELAY_MS 500

struct _HtapInstanceView
{
  GtkWidget parent_instance;
  GListModel *instances;
  HtapInstanceChain *chain;
  GtkWidget *scrolled_window;
  GtkColumnView *column_view;
  HtapColumnSet *columns;
  HtapListSort *sort;
  HtapCopyButton *copy_button;
  HtapRowMenu *row_menu;
  HtapTypeAhead *type_ahead; /* NULL until there is an entry */
  guint columns_timeout;
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_SORT_CHANGED,
  SIGNAL_COLUMNS_CHANGED,
  SIGNAL_VISIBLE_COLUMNS_CHANGED,
  SIGNAL_TYPING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapInstanceView, htap_instance_view, GTK_TYPE_WIDGET)

static void
on_instances_items_changed (GListModel *instances,
                            guint position,
                            guint removed,
                            guint added,
                            HtapInstanceView *self)
{
  htap_column_set_update_automatic (self->columns, self->chain);
}

/* GTK keeps the row at the top of the screen where it is, wherever its place in the list is now.
 * That is right for a row that somebody points at; but while rows stream in or are sorted anew, a
 * list that stands at its top stays there, for trouble is on top. */
static void
on_selection_items_changed (GListModel *selection,
                            guint position,
                            guint removed,
                            guint added,
                            HtapInstanceView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->column_view));

  if (gtk_adjustment_get_value (adjustment) == 0 &&
      !htap_instance_chain_has_selection (self->chain))
    htap_list_rows_scroll_to (self->column_view, 0);
}

static gboolean
on_columns_timeout (gpointer user_data)
{
  HtapInstanceView *self = HTAP_INSTANCE_VIEW (user_data);

  self->columns_timeout = 0;
  g_signal_emit (self, signals[SIGNAL_COLUMNS_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
on_columns_changed (HtapColumnSet *columns, HtapInstanceView *self)
{
  g_clear_handle_id (&self->columns_timeout, g_source_remove);
  self->columns_timeout = g_timeout_add (COLUMNS_CHANGED_DELAY_MS, on_columns_timeout, self);
}

static void
on_columns_visible_changed (HtapColumnSet *columns, HtapInstanceView *self)
{
  g_signal_emit (self, signals[SIGNAL_VISIBLE_COLUMNS_CHANGED], 0);
}

static void
on_sort_changed (HtapListSort *sort, HtapInstanceView *self)
{
  g_signal_emit (self, signals[SIGNAL_SORT_CHANGED], 0);
}

static void
on_column_view_activate (GtkColumnView *column_view, guint position, HtapInstanceView *self)
{
  g_autoptr (HtapInstance) instance =
      g_list_model_get_item (htap_instance_chain_get_shown (self->chain), position);

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, instance);
}

static void
on_scrolled (GtkAdjustment *adjustment, HtapInstanceView *self)
{
  /* What is under the pointer now is told by its next movement. */
  htap_copy_button_move_to (self->copy_button, NULL);
}

static void
on_type_ahead_begun (HtapTypeAhead *type_ahead, HtapInstanceView *self)
{
  g_signal_emit (self, signals[SIGNAL_TYPING], 0);
}

static gboolean
htap_instance_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HtapInstanceView *self = HTAP_INSTANCE_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  /* The row menu. */
  if (child != NULL && child != self->scrolled_window)
    return gtk_widget_child_focus (child, direction);

  /* GtkColumnView would stop at every row. */
  if (child != NULL && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;

  return gtk_widget_child_focus (self->scrolled_window, direction);
}

static gboolean
htap_instance_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HTAP_INSTANCE_VIEW (widget)->column_view));
}

static void
htap_instance_view_dispose (GObject *object)
{
  HtapInstanceView *self = HTAP_INSTANCE_VIEW (object);

  g_clear_handle_id (&self->columns_timeout, g_source_remove);
  g_clear_object (&self->type_ahead);
  g_clear_object (&self->copy_button);
  g_clear_object (&self->row_menu);
  g_clear_object (&self->sort);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  self->column_view = NULL;
  g_clear_object (&self->chain);
  g_clear_object (&self->instances);

  G_OBJECT_CLASS (htap_instance_view_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, HTAP_TYPE_INSTANCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
htap_instance_view_class_init (HtapInstanceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = htap_instance_view_dispose;
  widget_class->focus = htap_instance_view_focus;
  widget_class->grab_focus = htap_instance_view_grab_focus;

  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", HTAP_TYPE_INSTANCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, HTAP_TYPE_INSTANCE);
  signals[SIGNAL_SORT_CHANGED] = add_signal ("sort-changed");
  signals[SIGNAL_COLUMNS_CHANGED] = add_signal ("columns-changed");
  signals[SIGNAL_VISIBLE_COLUMNS_CHANGED] = add_signal ("visible-columns-changed");
  signals[SIGNAL_TYPING] = add_signal ("typing");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /* Not an accelerator of the window: that would take it from the search entry. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-rows",
                                       NULL);
}

static void
htap_instance_view_init (HtapInstanceView *self)
{
}

static void
add_header_menus (HtapInstanceView *self)
{
  g_autoptr (GMenuModel) menu = htap_column_menu_new ();

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    gtk_column_view_column_set_header_menu (htap_column_set_get_column (self->columns, i), menu);
}

static void
build (HtapInstanceView *self)
{
  GtkSelectionModel *selection = htap_instance_chain_get_selection (self->chain);
  GtkWidget *column_view = gtk_column_view_new (g_object_ref (selection));

  self->column_view = GTK_COLUMN_VIEW (column_view);
  self->columns = htap_column_set_new (self->column_view);
  self->sort = htap_list_sort_new (self->column_view, self->columns, self->chain);
  htap_selection_click_attach (self->column_view);
  add_header_menus (self);

  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), column_view);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));

  self->copy_button = htap_copy_button_new (self->column_view);
  self->row_menu = htap_row_menu_new (GTK_WIDGET (self), self->column_view);
}

static void
connect_signals (HtapInstanceView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->column_view));

  g_signal_connect_object (self->instances, "items-changed",
                           G_CALLBACK (on_instances_items_changed), self, 0);
  g_signal_connect_object (htap_instance_chain_get_selection (self->chain), "items-changed",
                           G_CALLBACK (on_selection_items_changed), self, 0);
  g_signal_connect_object (self->column_view, "activate", G_CALLBACK (on_column_view_activate),
                           self, 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, 0);
  g_signal_connect_object (self->sort, "changed", G_CALLBACK (on_sort_changed), self, 0);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (on_columns_changed), self, 0);
  g_signal_connect_object (self->columns, "visible-changed",
                           G_CALLBACK (on_columns_visible_changed), self, 0);
}

/**
 * htap_instance_view_new:
 * @instances: of #HtapInstance; the list follows it
 *
 * A list sorted by shown status, with the columns of a first start.
 */
GtkWidget *
htap_instance_view_new (GListModel *instances)
{
  HtapInstanceView *self = g_object_new (HTAP_TYPE_INSTANCE_VIEW, NULL);

  self->instances = g_object_ref (instances);
  self->chain = htap_instance_chain_new (instances);
  build (self);
  connect_signals (self);
  htap_column_set_update_automatic (self->columns, self->chain);

  return GTK_WIDGET (self);
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
  htap_column_set_update_automatic (self->columns, self->chain);
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
  htap_column_set_update_automatic (self->columns, self->chain);
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
 * Adds `sort` (a field id), `sort-direction` ("ascending", "descending"), `column-…` for every
 * column (whether it is shown) and `reset-columns`.
 */
void
htap_instance_view_add_actions (HtapInstanceView *self, GActionMap *map)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));

  htap_list_actions_add (map, self->columns, self->sort);
}
