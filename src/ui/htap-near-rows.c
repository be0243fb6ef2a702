/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-near-rows.h"

#include "htap-source-row.h"

/* Before the list has a height, and so that a low window is not filled with every turn of a wheel. */
#define LEAST_PAGE 400

/* No row is lower. */
#define LEAST_HEIGHT 24

struct _HtapNearRows
{
  GObject parent_instance;
  GtkListBox *list;          /* not owned: it outlives this */
  GtkAdjustment *adjustment; /* (nullable): all rows are near */
  GHashTable *filled;        /* set of HtapSourceRow */
  guint scrolled; /* a source, likewise @moved */
  guint moved;
};

G_DEFINE_FINAL_TYPE (HtapNearRows, htap_near_rows, G_TYPE_OBJECT)

static void
note (GHashTable *near, GtkListBoxRow *row)
{
  if (HTAP_IS_SOURCE_ROW (row) && htap_source_row_get_source (HTAP_SOURCE_ROW (row)) != NULL)
    g_hash_table_add (near, g_object_ref (row));
}

/* Returns: the index of the first row below @y */
static int
find_first (HtapNearRows *self, double y)
{
  GtkListBoxRow *row = y > 0 ? gtk_list_box_get_row_at_y (self->list, (int) y) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (row) : 0;
}

/* Returns: (transfer full): from one page above what is on the screen to one below it */
static GHashTable *
find_near (HtapNearRows *self)
{
  GHashTable *near = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  double page = 0;
  double height = 0;
  int index = 0;
  GtkListBoxRow *row;

  if (self->adjustment != NULL)
    {
      page = MAX (gtk_adjustment_get_page_size (self->adjustment), LEAST_PAGE);
      index = find_first (self, gtk_adjustment_get_value (self->adjustment) - page);
    }

  while (height <= 3 * page && (row = gtk_list_box_get_row_at_index (self->list, index++)) != NULL)
    if (gtk_widget_get_visible (GTK_WIDGET (row)))
      {
        note (near, row);
        if (self->adjustment != NULL)
          height += MAX (gtk_widget_get_height (GTK_WIDGET (row)), LEAST_HEIGHT);
      }

  return near;
}

static void
look (HtapNearRows *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->filled);
  GHashTableIter iter;
  gpointer row;

  self->filled = find_near (self);

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (!g_hash_table_contains (self->filled, row))
      htap_source_row_set_filled (row, FALSE);

  g_hash_table_iter_init (&iter, self->filled);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    htap_source_row_set_filled (row, TRUE);
}

static gboolean
on_scrolled (gpointer user_data)
{
  HtapNearRows *self = user_data;

  self->scrolled = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

static gboolean
on_moved (gpointer user_data)
{
  HtapNearRows *self = user_data;

  self->moved = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not while widgets are being laid out. */
static void
queue_scrolled (HtapNearRows *self)
{
  if (self->scrolled == 0)
    self->scrolled = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_scrolled, self, NULL);
}

static void
htap_near_rows_dispose (GObject *object)
{
  HtapNearRows *self = HTAP_NEAR_ROWS (object);

  g_clear_handle_id (&self->scrolled, g_source_remove);
  g_clear_handle_id (&self->moved, g_source_remove);
  g_clear_object (&self->adjustment);
  g_hash_table_remove_all (self->filled);

  G_OBJECT_CLASS (htap_near_rows_parent_class)->dispose (object);
}

static void
htap_near_rows_finalize (GObject *object)
{
  g_hash_table_unref (HTAP_NEAR_ROWS (object)->filled);

  G_OBJECT_CLASS (htap_near_rows_parent_class)->finalize (object);
}

static void
htap_near_rows_class_init (HtapNearRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_near_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_near_rows_finalize;
}

static void
htap_near_rows_init (HtapNearRows *self)
{
  self->filled = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * htap_near_rows_new:
 * @list: whose #HtapSourceRow are filled; if it does not scroll, all of them; outlives this
 */
HtapNearRows *
htap_near_rows_new (GtkListBox *list)
{
  HtapNearRows *self = g_object_new (HTAP_TYPE_NEAR_ROWS, NULL);

  self->list = list;
  self->adjustment = gtk_list_box_get_adjustment (list);
  if (self->adjustment == NULL)
    return self;

  g_object_ref (self->adjustment);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (queue_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (queue_scrolled), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * htap_near_rows_look:
 *
 * To be called when rows have come, gone or moved. Once the list has laid them out they are looked
 * at once more.
 */
void
htap_near_rows_look (HtapNearRows *self)
{
  g_return_if_fail (HTAP_IS_NEAR_ROWS (self));

  look (self);
  if (self->adjustment != NULL && self->moved == 0)
    self->moved = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_moved, self, NULL);
}
