/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-view.h"

#include "htap-gradual-selection.h"
#include "htap-instance-view-private.h"
#include "htap-list-rows.h"
#include "htap-selection-click.h"

#include <glib/gi18n-lib.h>

enum
{
  SIGNAL_ACTIVATED,
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
  htap_column_set_update_automatic (self->columns, self->chain, HTAP_FIELD_ALL);
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

/* Returns: (transfer none): what rows are made for */
static HtapGradualSelection *
get_rows (HtapInstanceView *self)
{
  return HTAP_GRADUAL_SELECTION (gtk_column_view_get_model (self->column_view));
}

/* The first rows are drawn before the next ones are made. */
static gboolean
on_frame (GtkWidget *column_view, GdkFrameClock *clock, gpointer user_data)
{
  HtapInstanceView *self = user_data;
  HtapGradualSelection *rows = get_rows (self);

  if (self->painted)
    htap_gradual_selection_grow (rows);
  self->painted = TRUE;
  if (!htap_gradual_selection_is_complete (rows))
    return G_SOURCE_CONTINUE;

  self->growth = 0;

  return G_SOURCE_REMOVE;
}

static void
on_rows_growing (HtapGradualSelection *rows, HtapInstanceView *self)
{
  self->painted = FALSE;
  if (self->growth == 0)
    self->growth =
        gtk_widget_add_tick_callback (GTK_WIDGET (self->column_view), on_frame, self, NULL);
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
  g_clear_object (&self->marks);
  g_clear_object (&self->sort);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  self->column_view = NULL;
  g_clear_object (&self->chain);
  g_clear_object (&self->instances);

  G_OBJECT_CLASS (htap_instance_view_parent_class)->dispose (object);
}

static void
add_signal (const char *name)
{
  g_signal_new (name, HTAP_TYPE_INSTANCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
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
  add_signal ("sort-changed");
  add_signal ("columns-changed");
  add_signal ("visible-columns-changed");
  add_signal ("typing");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /* Not an accelerator of the window: that would take it from the search entry. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-rows",
                                       NULL);
}

static void
htap_instance_view_init (HtapInstanceView *self)
{
}

/* Before 4.12 GTK calls these, too, by the names of their classes. The list inside is what takes
 * the focus. */
static void
name_for_assistants (HtapInstanceView *self)
{
  GtkWidget *view = GTK_WIDGET (self->column_view);
  GtkWidget *const lists[] = { view, htap_list_rows_get_list (self->column_view) };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (lists[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("HTAP Instances"), -1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
}

static void
build (HtapInstanceView *self)
{
  GtkSelectionModel *selection = htap_instance_chain_get_selection (self->chain);
  GtkSelectionModel *rows = htap_gradual_selection_new (selection);
  GtkWidget *column_view = gtk_column_view_new (rows);

  self->column_view = GTK_COLUMN_VIEW (column_view);
  htap_instance_view_build_columns (self);
  htap_selection_click_attach (self->column_view);
  name_for_assistants (self);

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
  HtapGradualSelection *rows = get_rows (self);

  g_signal_connect_object (htap_instance_chain_get_selection (self->chain), "items-changed",
                           G_CALLBACK (on_selection_items_changed), self, 0);
  g_signal_connect_object (rows, "growing", G_CALLBACK (on_rows_growing), self, 0);
  htap_gradual_selection_grow (rows);
  if (!htap_gradual_selection_is_complete (rows))
    on_rows_growing (rows, self);
  g_signal_connect_object (self->column_view, "activate", G_CALLBACK (on_column_view_activate),
                           self, 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, 0);
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
  /* Before the chain: rows are made with the columns that there are, and a column that comes later
   * costs each of them another cell. */
  g_signal_connect_object (instances, "items-changed", G_CALLBACK (on_instances_items_changed), self,
                           0);
  self->chain = htap_instance_chain_new (instances);
  build (self);
  connect_signals (self);
  htap_column_set_update_automatic (self->columns, self->chain, HTAP_FIELD_ALL);

  return GTK_WIDGET (self);
}

/**
 * htap_instance_view_set_changes:
 * @changes: those of the instances; followed
 *
 * Marks what has changed, from now on. Called once.
 */
void
htap_instance_view_set_changes (HtapInstanceView *self, HtapChanges *changes)
{
  g_return_if_fail (HTAP_IS_INSTANCE_VIEW (self));
  g_return_if_fail (self->marks == NULL);

  self->marks = htap_list_marks_new (self->column_view, changes);
}
