/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-set-private.h"

#include "htap-column.h"
#include "htap-column-header.h"
#include "htap-column-order.h"

enum
{
  SIGNAL_CHANGED,
  SIGNAL_VISIBLE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapColumnSet, htap_column_set, G_TYPE_OBJECT)

static void
on_column_notify_visible (GtkColumnViewColumn *column, GParamSpec *pspec, HtapColumnSet *self)
{
  HtapFieldIndex field = htap_field_get_index (htap_column_get_field (column));

  if (!self->by_program && htap_column_set_shows_none (self))
    {
      htap_column_set_apply (self, field);
      return;
    }

  if (!self->by_program)
    {
      self->columns[field].visibility =
          gtk_column_view_column_get_visible (column) ? HTAP_COLUMN_SHOWN : HTAP_COLUMN_HIDDEN;
      htap_column_set_apply (self, field);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }

  g_signal_emit (self, signals[SIGNAL_VISIBLE_CHANGED], 0);
}

static void
on_column_notify_fixed_width (GtkColumnViewColumn *column, GParamSpec *pspec, HtapColumnSet *self)
{
  HtapFieldIndex field = htap_field_get_index (htap_column_get_field (column));
  int width = gtk_column_view_column_get_fixed_width (column);

  if (self->by_program)
    return;

  /* GTK takes the fixed width away when the border is double-clicked. Cells do not ask for the room
   * they would like, so their text is measured. */
  if (width == -1)
    width = htap_column_header_fit (self->view, column);

  self->columns[field].width = MAX (width, HTAP_COLUMN_MINIMUM_WIDTH);
  htap_column_set_apply (self, field);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_columns_items_changed (GListModel *columns,
                          guint position,
                          guint removed,
                          guint added,
                          HtapColumnSet *self)
{
  /* A column that is moved goes and comes back. */
  if (self->by_program || g_list_model_get_n_items (columns) != HTAP_N_FIELDS)
    return;

  g_signal_emit (self, signals[SIGNAL_VISIBLE_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
htap_column_set_dispose (GObject *object)
{
  HtapColumnSet *self = HTAP_COLUMN_SET (object);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (self->columns[i].column != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->columns[i].column, self);
        g_clear_object (&self->columns[i].column);
      }

  G_OBJECT_CLASS (htap_column_set_parent_class)->dispose (object);
}

static void
htap_column_set_class_init (HtapColumnSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_column_set_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_COLUMN_SET, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VISIBLE_CHANGED] =
      g_signal_new ("visible-changed", HTAP_TYPE_COLUMN_SET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
}

static void
htap_column_set_init (HtapColumnSet *self)
{
}

/**
 * htap_column_set_new:
 * @view: a view without columns; it gets one for every field, as in a first start
 */
HtapColumnSet *
htap_column_set_new (GtkColumnView *view)
{
  HtapColumnSet *self = g_object_new (HTAP_TYPE_COLUMN_SET, NULL);
  HtapColumnState states[HTAP_N_FIELDS];

  self->view = view;
  htap_column_state_reset (states);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      HtapColumnSetColumn *state = &self->columns[states[i].field];

      state->column = htap_column_new (htap_field_get (states[i].field));
      state->varied = TRUE;
      gtk_column_view_append_column (view, state->column);
      g_signal_connect (state->column, "notify::visible", G_CALLBACK (on_column_notify_visible),
                        self);
      g_signal_connect (state->column, "notify::fixed-width",
                        G_CALLBACK (on_column_notify_fixed_width), self);
    }

  htap_column_header_dress (view);
  htap_column_set_apply_states (self, states);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (on_columns_items_changed), self, 0);

  return self;
}

/**
 * htap_column_set_get_column:
 *
 * Returns: (transfer none): the column that shows @field
 */
GtkColumnViewColumn *
htap_column_set_get_column (HtapColumnSet *self, HtapFieldIndex field)
{
  g_return_val_if_fail (HTAP_IS_COLUMN_SET (self), NULL);

  return self->columns[field].column;
}

/**
 * htap_column_set_dup_visible:
 *
 * Returns: (transfer full) (element-type HtapFieldIndex): what is on the screen, in order
 */
GArray *
htap_column_set_dup_visible (HtapColumnSet *self)
{
  g_return_val_if_fail (HTAP_IS_COLUMN_SET (self), NULL);

  return htap_column_order_dup_visible (self->view);
}

/**
 * htap_column_set_dup_order:
 *
 * Returns: (transfer full) (element-type HtapFieldIndex): every field, in the order of the columns
 */
GArray *
htap_column_set_dup_order (HtapColumnSet *self)
{
  g_return_val_if_fail (HTAP_IS_COLUMN_SET (self), NULL);

  return htap_column_order_dup (self->view);
}

/**
 * htap_column_set_move:
 * @place: where the column of @field shall stand among all of them, hidden ones counted; from 0
 *
 * Does for the keyboard what dragging a header does.
 */
void
htap_column_set_move (HtapColumnSet *self, HtapFieldIndex field, guint place)
{
  g_return_if_fail (HTAP_IS_COLUMN_SET (self));
  g_return_if_fail (place < HTAP_N_FIELDS);

  htap_column_order_move (self->view, self->columns[field].column, place);
}
