/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-list.h"

#include "htap-column-row.h"
#include "htap-drag-scroll.h"

#include <glib/gi18n-lib.h>

struct _HtapColumnList
{
  GtkWidget parent_instance;
  HtapColumnSet *columns;
  GtkScrolledWindow *scrolled_window;
  GtkListBox *list;
  HtapColumnRow *rows[HTAP_N_FIELDS]; /* by field; the list owns them */
  guint places[HTAP_N_FIELDS];        /* of the columns, by field */
  char *search;                       /* (nullable) */
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapColumnList, htap_column_list, GTK_TYPE_WIDGET)

static gboolean
is_listed (GtkListBoxRow *row, gpointer user_data)
{
  HtapColumnList *self = user_data;

  return self->search == NULL || htap_column_row_matches (HTAP_COLUMN_ROW (row), self->search);
}

static int
compare (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  HtapColumnList *self = user_data;
  guint place_a = self->places[htap_column_row_get_field (HTAP_COLUMN_ROW (a))];
  guint place_b = self->places[htap_column_row_get_field (HTAP_COLUMN_ROW (b))];

  return place_a < place_b ? -1 : place_a > place_b;
}

/* Returns (transfer container) (element-type HtapColumnRow): what the search leaves, in order. */
static GPtrArray *
get_listed (HtapColumnList *self)
{
  g_autoptr (GArray) order = htap_column_set_dup_order (self->columns);
  GPtrArray *listed = g_ptr_array_new ();

  for (guint i = 0; i < order->len; i++)
    {
      HtapColumnRow *row = self->rows[g_array_index (order, HtapFieldIndex, i)];

      if (is_listed (GTK_LIST_BOX_ROW (row), self))
        g_ptr_array_add (listed, row);
    }

  return listed;
}

static void
update (HtapColumnList *self)
{
  g_autoptr (GArray) order = htap_column_set_dup_order (self->columns);
  g_autoptr (GArray) visible = htap_column_set_dup_visible (self->columns);
  g_autoptr (GPtrArray) listed = get_listed (self);

  for (guint i = 0; i < order->len; i++)
    self->places[g_array_index (order, HtapFieldIndex, i)] = i;
  gtk_list_box_invalidate_sort (self->list);

  for (guint i = 0; i < listed->len; i++)
    htap_column_row_set_movable (listed->pdata[i], i > 0, i + 1 < listed->len);
  /* While a set changes, there can be none for a moment. */
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    htap_column_row_set_hidable (
        self->rows[i], visible->len != 1 || g_array_index (visible, HtapFieldIndex, 0) != i);
}

/* With its padding and border, which its own height leaves out. */
static int
get_whole_height (GtkWidget *row)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, row, &bounds) ? (int) bounds.size.height : 0;
}

/* To where it will be when the rows have been laid out anew. A long title makes a row higher. */
static void
scroll_to (HtapColumnList *self, GPtrArray *listed, guint position)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  int height = get_whole_height (listed->pdata[position]);
  int top = 0;

  for (guint i = 0; i < position; i++)
    top += get_whole_height (listed->pdata[i]);

  /* With a row of the same height beside it, so that there is always something to move past. */
  gtk_adjustment_clamp_page (adjustment, top - height, top + 2 * height);
}

static void
move (HtapColumnList *self, HtapColumnRow *row, HtapColumnRow *target)
{
  guint place = self->places[htap_column_row_get_field (target)];
  g_autoptr (GPtrArray) listed = NULL;
  guint position;

  htap_column_set_move (self->columns, htap_column_row_get_field (row), place);
  listed = get_listed (self);
  if (g_ptr_array_find (listed, row, &position))
    scroll_to (self, listed, position);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, row, place + 1);
}

/* Past what the search leaves, or nothing would seem to happen. */
static void
on_row_move (HtapColumnList *self, int places, HtapColumnRow *row)
{
  g_autoptr (GPtrArray) listed = get_listed (self);
  guint position;
  int target;

  if (!g_ptr_array_find (listed, row, &position))
    return;

  target = CLAMP ((int) position + places, 0, (int) listed->len - 1);
  if (target != (int) position)
    move (self, row, listed->pdata[target]);
}

static gboolean
on_target_drop (HtapColumnList *self, const GValue *value, double x, double y)
{
  HtapColumnRow *row = g_value_get_object (value);
  GtkListBoxRow *target = gtk_list_box_get_row_at_y (self->list, (int) y);

  gtk_list_box_drag_unhighlight_row (self->list);
  /* One of another window's list is none of ours. */
  if (row == NULL || target == NULL || target == GTK_LIST_BOX_ROW (row) ||
      !gtk_widget_is_ancestor (GTK_WIDGET (row), GTK_WIDGET (self->list)))
    return FALSE;

  move (self, row, HTAP_COLUMN_ROW (target));
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return TRUE;
}

static GdkDragAction
on_target_motion (HtapColumnList *self, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL)
    return 0;

  gtk_list_box_drag_highlight_row (self->list, row);

  return GDK_ACTION_MOVE;
}

static void
on_target_leave (HtapColumnList *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

static gboolean
htap_column_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), direction);
}

static void
htap_column_list_dispose (GObject *object)
{
  HtapColumnList *self = HTAP_COLUMN_LIST (object);

  g_clear_pointer ((GtkWidget **) &self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (htap_column_list_parent_class)->dispose (object);
}

static void
htap_column_list_finalize (GObject *object)
{
  g_free (HTAP_COLUMN_LIST (object)->search);

  G_OBJECT_CLASS (htap_column_list_parent_class)->finalize (object);
}

static void
htap_column_list_class_init (HtapColumnListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_column_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_column_list_finalize;
  widget_class->focus = htap_column_list_focus;

  signals[SIGNAL_MOVED] =
      g_signal_new ("moved", HTAP_TYPE_COLUMN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, HTAP_TYPE_COLUMN_ROW, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_drop_target (HtapColumnList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (HTAP_TYPE_COLUMN_ROW, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_target_drop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_target_motion), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_target_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

static void
htap_column_list_init (HtapColumnList *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *nothing = g_object_new (GTK_TYPE_LABEL, "label", _ ("No Results Found"), "margin-top",
                                     18, "margin-bottom", 18, NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, compare, self, NULL);
  gtk_list_box_set_filter_func (self->list, is_listed, self, NULL);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns"), -1);
  add_drop_target (self);

  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (clamp, "columns");
  self->scrolled_window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                        GTK_POLICY_NEVER, "child", clamp, NULL);
  htap_drag_scroll_attach (self->scrolled_window);
  gtk_widget_set_parent (GTK_WIDGET (self->scrolled_window), GTK_WIDGET (self));
}

/**
 * htap_column_list_new:
 * @columns: what it shows and changes, at once
 */
GtkWidget *
htap_column_list_new (HtapColumnSet *columns)
{
  HtapColumnList *self = g_object_new (HTAP_TYPE_COLUMN_LIST, NULL);

  self->columns = g_object_ref (columns);
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      GtkWidget *row = htap_column_row_new (htap_column_set_get_column (columns, i));

      self->rows[i] = HTAP_COLUMN_ROW (row);
      g_signal_connect_object (row, "move", G_CALLBACK (on_row_move), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  update (self);
  g_signal_connect_object (columns, "visible-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * htap_column_list_set_search:
 * @text: shows only the columns that are called so; all of them if it is empty
 */
void
htap_column_list_set_search (HtapColumnList *self, const char *text)
{
  g_return_if_fail (HTAP_IS_COLUMN_LIST (self));

  g_free (self->search);
  self->search = *text != '\0' ? g_strdup (text) : NULL;
  gtk_list_box_invalidate_filter (self->list);
  update (self);
}
