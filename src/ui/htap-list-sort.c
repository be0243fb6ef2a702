/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-sort.h"

#include "htap-column-sorter.h"
#include "htap-gradual-selection.h"
#include "htap-list-rows.h"

struct _HtapListSort
{
  GObject parent_instance;
  GtkColumnView *view; /* not owned: it outlives this */
  HtapColumnSet *columns;
  HtapInstanceChain *chain;
};

enum
{
  PROP_FIELD = 1,
  PROP_DIRECTION,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapListSort, htap_list_sort, G_TYPE_OBJECT)

/* GTK would follow the row that was on top: unless one is selected, which is followed, another order
 * is seen from its first row on. */
static gboolean
sort (HtapListSort *self, const HtapField *field, gboolean descending)
{
  const gboolean anew = !htap_instance_chain_has_selection (self->chain);
  HtapGradualSelection *rows = HTAP_GRADUAL_SELECTION (gtk_column_view_get_model (self->view));
  gboolean changed;

  if (anew)
    htap_gradual_selection_begin_anew (rows);
  changed = htap_instance_chain_set_sort (self->chain, htap_field_get_index (field), descending);
  htap_gradual_selection_end_anew (rows);
  if (changed && anew)
    htap_list_rows_scroll_to (self->view, 0);

  return changed;
}

static void
on_view_sorter_changed (GtkSorter *view_sorter, GtkSorterChange change, HtapListSort *self)
{
  gboolean descending;
  const HtapField *field = htap_column_sorter_find_primary (view_sorter, &descending);

  /* Nobody asks for no order at all: that is a step on the way to another one. */
  if (field == NULL || !sort (self, field, descending))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELD]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
htap_list_sort_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapListSort *self = HTAP_LIST_SORT (object);
  gboolean descending;
  HtapFieldIndex field = htap_instance_chain_get_sort (self->chain, &descending);

  switch (id)
    {
    case PROP_FIELD:
      g_value_set_string (value, htap_field_get_id (htap_field_get (field)));
      break;
    case PROP_DIRECTION:
      g_value_set_enum (value, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_list_sort_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HtapListSort *self = HTAP_LIST_SORT (object);
  gboolean descending;
  HtapFieldIndex index = htap_instance_chain_get_sort (self->chain, &descending);
  const HtapField *field;

  switch (id)
    {
    case PROP_FIELD:
      field = htap_field_find (g_value_get_string (value));
      if (field != NULL)
        htap_list_sort_set (self, htap_field_get_index (field), descending);
      break;
    case PROP_DIRECTION:
      htap_list_sort_set (self, index, g_value_get_enum (value) == GTK_SORT_DESCENDING);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_list_sort_dispose (GObject *object)
{
  HtapListSort *self = HTAP_LIST_SORT (object);

  g_clear_object (&self->columns);
  g_clear_object (&self->chain);

  G_OBJECT_CLASS (htap_list_sort_parent_class)->dispose (object);
}

static void
htap_list_sort_class_init (HtapListSortClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = htap_list_sort_get_property;
  object_class->set_property = htap_list_sort_set_property;
  object_class->dispose = htap_list_sort_dispose;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_DIRECTION] =
      g_param_spec_enum ("direction", NULL, NULL, GTK_TYPE_SORT_TYPE, GTK_SORT_ASCENDING, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_LIST_SORT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_list_sort_init (HtapListSort *self)
{
}

/**
 * htap_list_sort_new:
 * @view: shows @chain in @columns
 *
 * Returns: (transfer full): drop it before @view goes. Columns that are taken away one by one would
 *   seem to be a choice of another one each time.
 */
HtapListSort *
htap_list_sort_new (GtkColumnView *view, HtapColumnSet *columns, HtapInstanceChain *chain)
{
  HtapListSort *self = g_object_new (HTAP_TYPE_LIST_SORT, NULL);
  HtapFieldIndex field;
  gboolean descending;

  self->view = view;
  self->columns = g_object_ref (columns);
  self->chain = g_object_ref (chain);

  /* Draws the arrow. */
  field = htap_instance_chain_get_sort (chain, &descending);
  htap_list_sort_set (self, field, descending);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (on_view_sorter_changed), self, 0);

  return self;
}

void
htap_list_sort_set (HtapListSort *self, HtapFieldIndex field, gboolean descending)
{
  g_return_if_fail (HTAP_IS_LIST_SORT (self));
  g_return_if_fail (field < HTAP_N_FIELDS);

  /* Without the first call two arrows are drawn.
   * https://gitlab.gnome.org/GNOME/gtk/-/issues/4696 */
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, htap_column_set_get_column (self->columns, field),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
