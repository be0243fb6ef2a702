/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-gradual-selection.h"

/* Rows that are made between two frames. */
#define STEP HTAP_GRADUAL_SELECTION_FIRST

/* GTK makes no more rows than 200 and a few, however many items there are. */
#define ENOUGH 208

#define ALL G_MAXUINT

struct _HtapGradualSelection
{
  GObject parent_instance;
  GtkSelectionModel *whole;
  guint limit;   /* of items, or ALL */
  guint n_items; /* as those who follow it were told */
  gboolean anew; /* what changes now is seen from its first row on */
};

enum
{
  SIGNAL_GROWING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
htap_gradual_selection_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (G_LIST_MODEL (HTAP_GRADUAL_SELECTION (list)->whole));
}

static guint
htap_gradual_selection_get_n_items (GListModel *list)
{
  return HTAP_GRADUAL_SELECTION (list)->n_items;
}

static gpointer
htap_gradual_selection_get_item (GListModel *list, guint position)
{
  HtapGradualSelection *self = HTAP_GRADUAL_SELECTION (list);

  if (position >= self->n_items)
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->whole), position);
}

static void
htap_gradual_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = htap_gradual_selection_get_item_type;
  iface->get_n_items = htap_gradual_selection_get_n_items;
  iface->get_item = htap_gradual_selection_get_item;
}

static gboolean
htap_gradual_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_is_selected (HTAP_GRADUAL_SELECTION (model)->whole, position);
}

static GtkBitset *
htap_gradual_selection_get_selection_in_range (GtkSelectionModel *model,
                                               guint position,
                                               guint n_items)
{
  return gtk_selection_model_get_selection_in_range (HTAP_GRADUAL_SELECTION (model)->whole,
                                                     position, n_items);
}

static gboolean
htap_gradual_selection_select_item (GtkSelectionModel *model,
                                    guint position,
                                    gboolean unselect_rest)
{
  return gtk_selection_model_select_item (HTAP_GRADUAL_SELECTION (model)->whole, position,
                                          unselect_rest);
}

static gboolean
htap_gradual_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_unselect_item (HTAP_GRADUAL_SELECTION (model)->whole, position);
}

static gboolean
htap_gradual_selection_select_range (GtkSelectionModel *model,
                                     guint position,
                                     guint n_items,
                                     gboolean unselect_rest)
{
  return gtk_selection_model_select_range (HTAP_GRADUAL_SELECTION (model)->whole, position, n_items,
                                           unselect_rest);
}

static gboolean
htap_gradual_selection_unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_selection_model_unselect_range (HTAP_GRADUAL_SELECTION (model)->whole, position,
                                             n_items);
}

static gboolean
htap_gradual_selection_select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (HTAP_GRADUAL_SELECTION (model)->whole);
}

static gboolean
htap_gradual_selection_unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (HTAP_GRADUAL_SELECTION (model)->whole);
}

static gboolean
htap_gradual_selection_set_selection (GtkSelectionModel *model,
                                      GtkBitset *selected,
                                      GtkBitset *mask)
{
  return gtk_selection_model_set_selection (HTAP_GRADUAL_SELECTION (model)->whole, selected, mask);
}

static void
htap_gradual_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = htap_gradual_selection_is_selected;
  iface->get_selection_in_range = htap_gradual_selection_get_selection_in_range;
  iface->select_item = htap_gradual_selection_select_item;
  iface->unselect_item = htap_gradual_selection_unselect_item;
  iface->select_range = htap_gradual_selection_select_range;
  iface->unselect_range = htap_gradual_selection_unselect_range;
  iface->select_all = htap_gradual_selection_select_all;
  iface->unselect_all = htap_gradual_selection_unselect_all;
  iface->set_selection = htap_gradual_selection_set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HtapGradualSelection,
                               htap_gradual_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      htap_gradual_selection_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          htap_gradual_selection_selection_init))

static guint
count_whole (HtapGradualSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->whole));
}

/* Returns: how many items are there after @added more came at @position */
static guint
choose_limit (HtapGradualSelection *self, guint position, guint added)
{
  const guint first = HTAP_GRADUAL_SELECTION_FIRST;

  if (added <= first)
    return self->limit;
  if (self->anew && position < first)
    return first;
  /* There is a row for each. */
  if (self->n_items < ENOUGH)
    return MIN (self->limit, MAX (first, self->n_items));

  return self->limit;
}

/* @removed and @added count in the whole model. What is behind the limit is nobody's business; of
 * what is before it all that follows @position is told anew, for which there is a row at most. */
static void
on_whole_items_changed (HtapGradualSelection *self, guint position, guint removed, guint added)
{
  const guint n_whole = count_whole (self);
  const guint n_before = self->n_items;
  const guint limit_before = self->limit;

  self->limit = choose_limit (self, position, added);
  if (self->limit < limit_before)
    g_signal_emit (self, signals[SIGNAL_GROWING], 0);
  self->n_items = MIN (n_whole, self->limit);
  if (n_before == n_whole - added + removed && self->n_items == n_whole)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  else if (position < MAX (n_before, self->n_items))
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_before - position,
                                self->n_items - position);
}

static void
on_whole_selection_changed (HtapGradualSelection *self, guint position, guint n_items)
{
  if (position < self->n_items)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position,
                                           MIN (n_items, self->n_items - position));
}

static void
htap_gradual_selection_dispose (GObject *object)
{
  g_clear_object (&HTAP_GRADUAL_SELECTION (object)->whole);

  G_OBJECT_CLASS (htap_gradual_selection_parent_class)->dispose (object);
}

static void
htap_gradual_selection_class_init (HtapGradualSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_gradual_selection_dispose;

  /**
   * HtapGradualSelection::growing:
   *
   * Only the first items are there: somebody has to call htap_gradual_selection_grow() until all
   * are.
   */
  signals[SIGNAL_GROWING] = g_signal_new ("growing", HTAP_TYPE_GRADUAL_SELECTION, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_gradual_selection_init (HtapGradualSelection *self)
{
  self->limit = ALL;
}

/**
 * htap_gradual_selection_new:
 * @whole: of which more and more is there; nobody is told that only the first items of it are
 *
 * Returns: (transfer full):
 */
GtkSelectionModel *
htap_gradual_selection_new (GtkSelectionModel *whole)
{
  HtapGradualSelection *self = g_object_new (HTAP_TYPE_GRADUAL_SELECTION, NULL);

  self->whole = g_object_ref (whole);
  if (count_whole (self) > HTAP_GRADUAL_SELECTION_FIRST)
    self->limit = HTAP_GRADUAL_SELECTION_FIRST;
  self->n_items = MIN (count_whole (self), self->limit);
  g_signal_connect_object (whole, "items-changed", G_CALLBACK (on_whole_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (whole, "selection-changed", G_CALLBACK (on_whole_selection_changed),
                           self, G_CONNECT_SWAPPED);

  return GTK_SELECTION_MODEL (self);
}

/**
 * htap_gradual_selection_is_complete:
 *
 * Returns: whether all items are there, also of those that come later
 */
gboolean
htap_gradual_selection_is_complete (HtapGradualSelection *self)
{
  g_return_val_if_fail (HTAP_IS_GRADUAL_SELECTION (self), TRUE);

  return self->limit == ALL;
}

static void
grow_to (HtapGradualSelection *self, guint limit)
{
  const guint n_before = self->n_items;

  self->limit = limit;
  self->n_items = MIN (count_whole (self), limit);
  if (self->n_items > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_items - n_before);
}

/**
 * htap_gradual_selection_grow:
 *
 * Has some more items, or all of them once a list makes no more rows for them. Called after a
 * frame.
 */
void
htap_gradual_selection_grow (HtapGradualSelection *self)
{
  g_return_if_fail (HTAP_IS_GRADUAL_SELECTION (self));

  if (self->limit != ALL)
    grow_to (self, self->limit + STEP < ENOUGH ? self->limit + STEP : ALL);
}

/**
 * htap_gradual_selection_complete:
 *
 * Has all items at once: somebody wants one that may not be there.
 */
void
htap_gradual_selection_complete (HtapGradualSelection *self)
{
  g_return_if_fail (HTAP_IS_GRADUAL_SELECTION (self));

  grow_to (self, ALL);
}

/**
 * htap_gradual_selection_begin_anew:
 *
 * What changes until htap_gradual_selection_end_anew() is seen from its first row on, so that the
 * others have time if many are new.
 */
void
htap_gradual_selection_begin_anew (HtapGradualSelection *self)
{
  g_return_if_fail (HTAP_IS_GRADUAL_SELECTION (self));

  self->anew = TRUE;
}

void
htap_gradual_selection_end_anew (HtapGradualSelection *self)
{
  g_return_if_fail (HTAP_IS_GRADUAL_SELECTION (self));

  self->anew = FALSE;
}
