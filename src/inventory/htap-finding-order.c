/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-order.h"

struct _HtapFindingOrder
{
  GObject parent_instance;
  GArray *rows; /* HtapFindingRow, sorted */
};

static void htap_finding_order_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HtapFindingOrder,
                               htap_finding_order,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      htap_finding_order_model_init))

static HtapFindingRow *
get_row (GArray *rows, guint position)
{
  return &g_array_index (rows, HtapFindingRow, position);
}

static GType
htap_finding_order_get_item_type (GListModel *model)
{
  return HTAP_TYPE_FINDING;
}

static guint
htap_finding_order_get_n_items (GListModel *model)
{
  return HTAP_FINDING_ORDER (model)->rows->len;
}

static gpointer
htap_finding_order_get_item (GListModel *model, guint position)
{
  HtapFinding *finding = htap_finding_order_get (HTAP_FINDING_ORDER (model), position);

  return finding != NULL ? g_object_ref (finding) : NULL;
}

static void
htap_finding_order_model_init (GListModelInterface *iface)
{
  iface->get_item_type = htap_finding_order_get_item_type;
  iface->get_n_items = htap_finding_order_get_n_items;
  iface->get_item = htap_finding_order_get_item;
}

static void
htap_finding_order_finalize (GObject *object)
{
  g_array_unref (HTAP_FINDING_ORDER (object)->rows);

  G_OBJECT_CLASS (htap_finding_order_parent_class)->finalize (object);
}

static void
htap_finding_order_class_init (HtapFindingOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_finding_order_finalize;
}

static void
htap_finding_order_init (HtapFindingOrder *self)
{
  self->rows = htap_finding_rows_new ();
}

HtapFindingOrder *
htap_finding_order_new (void)
{
  return g_object_new (HTAP_TYPE_FINDING_ORDER, NULL);
}

/**
 * htap_finding_order_get:
 *
 * Returns: (transfer none) (nullable): %NULL past the end
 */
HtapFinding *
htap_finding_order_get (HtapFindingOrder *self, guint position)
{
  g_return_val_if_fail (HTAP_IS_FINDING_ORDER (self), NULL);

  return position < self->rows->len ? get_row (self->rows, position)->finding : NULL;
}

/**
 * htap_finding_order_replace:
 * @rows: (element-type HtapFindingRow): all that is to be there, sorted
 *
 * What is the same at the ends is not told of.
 *
 * Returns: whether anything changed; then with one signal, for the part that did
 */
gboolean
htap_finding_order_replace (HtapFindingOrder *self, GArray *rows)
{
  g_autoptr (GArray) before = NULL;
  guint n_before, n_after, start = 0;

  g_return_val_if_fail (HTAP_IS_FINDING_ORDER (self), FALSE);

  /* Places may be others for the same findings. */
  before = g_steal_pointer (&self->rows);
  self->rows = htap_finding_rows_new ();
  for (guint i = 0; i < rows->len; i++)
    htap_finding_rows_add (self->rows, get_row (rows, i)->finding, get_row (rows, i)->place);

  n_before = before->len;
  n_after = rows->len;
  while (start < MIN (n_before, n_after) &&
         get_row (before, start)->finding == get_row (rows, start)->finding)
    start++;
  while (MIN (n_before, n_after) > start &&
         get_row (before, n_before - 1)->finding == get_row (rows, n_after - 1)->finding)
    n_before--, n_after--;

  if (n_before == start && n_after == start)
    return FALSE;

  g_list_model_items_changed (G_LIST_MODEL (self), start, n_before - start, n_after - start);

  return TRUE;
}

/* Returns: where @row stands, or would */
static guint
find_position (HtapFindingOrder *self, const HtapFindingRow *row)
{
  guint start = 0;
  guint end = self->rows->len;

  while (start < end)
    {
      guint middle = start + (end - start) / 2;

      if (htap_finding_row_compare (get_row (self->rows, middle), row) < 0)
        start = middle + 1;
      else
        end = middle;
    }

  return start;
}

/* Of sorted rows, from the end, for then the positions of those before stay. */
static guint *
find_positions (HtapFindingOrder *self, GArray *rows)
{
  guint *positions = g_new (guint, rows->len);

  for (guint i = 0; i < rows->len; i++)
    positions[i] = find_position (self, get_row (rows, i));

  return positions;
}

static gboolean
is_there (HtapFindingOrder *self, const HtapFindingRow *row, guint position)
{
  return position < self->rows->len && get_row (self->rows, position)->finding == row->finding;
}

/**
 * htap_finding_order_remove:
 * @rows: (element-type HtapFindingRow): sorted, and all of them there
 *
 * With one signal for each run of neighbours.
 */
void
htap_finding_order_remove (HtapFindingOrder *self, GArray *rows)
{
  g_autofree guint *positions = NULL;

  g_return_if_fail (HTAP_IS_FINDING_ORDER (self));

  positions = find_positions (self, rows);
  for (guint end = rows->len; end > 0;)
    {
      guint start = end - 1;

      g_return_if_fail (is_there (self, get_row (rows, start), positions[start]));

      while (start > 0 && positions[start - 1] + 1 == positions[start] &&
             is_there (self, get_row (rows, start - 1), positions[start - 1]))
        start--;

      g_array_remove_range (self->rows, positions[start], end - start);
      g_list_model_items_changed (G_LIST_MODEL (self), positions[start], end - start, 0);
      end = start;
    }
}

static void
insert (HtapFindingOrder *self, guint position, GArray *rows, guint start, guint n_rows)
{
  for (guint i = start; i < start + n_rows; i++)
    g_object_ref (get_row (rows, i)->finding);

  g_array_insert_vals (self->rows, position, get_row (rows, start), n_rows);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_rows);
}

/**
 * htap_finding_order_add:
 * @rows: (element-type HtapFindingRow): sorted, and none of them there
 *
 * With one signal for each run of neighbours.
 */
void
htap_finding_order_add (HtapFindingOrder *self, GArray *rows)
{
  g_autofree guint *positions = NULL;

  g_return_if_fail (HTAP_IS_FINDING_ORDER (self));

  positions = find_positions (self, rows);
  for (guint end = rows->len; end > 0;)
    {
      guint start = end - 1;

      while (start > 0 && positions[start - 1] == positions[start])
        start--;

      insert (self, positions[start], rows, start, end - start);
      end = start;
    }
}
