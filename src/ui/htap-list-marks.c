/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-marks.h"

#include "htap-change-text.h"
#include "htap-list-rows.h"

struct _HtapListMarks
{
  GObject parent_instance;
  GtkColumnView *view; /* not owned: it outlives this */
  HtapChanges *changes;
};

G_DEFINE_FINAL_TYPE (HtapListMarks, htap_list_marks, G_TYPE_OBJECT)

/* That an instance came is told by its name, and that it went by its status. Returns: (nullable) */
static HtapChange *
find_change (HtapListMarks *self, HtapInstance *instance, const HtapField *field)
{
  HtapChange *change = NULL;

  switch (htap_field_get_index (field))
    {
    case HTAP_FIELD_NAME:
      change = htap_changes_find_unseen_kind (self->changes, instance, HTAP_CHANGE_ADDED);
      break;
    case HTAP_FIELD_SHOWN_STATUS:
      if (!htap_instance_get_listed (instance))
        change = htap_changes_find_unseen_kind (self->changes, instance, HTAP_CHANGE_GONE);
      break;
    default:
      break;
    }
  if (change != NULL)
    return change;

  return htap_changes_find_unseen (self->changes, instance, htap_field_get_shown_set (field));
}

static void
mark (HtapListMarks *self, HtapCell *cell)
{
  HtapInstance *instance = htap_cell_get_instance (cell);
  HtapChange *change = NULL;
  g_autofree char *sentence = NULL;

  if (instance != NULL && htap_changes_get_n_unseen (self->changes) > 0 &&
      htap_changes_has_unseen (self->changes, instance))
    change = find_change (self, instance, htap_cell_get_field (cell));
  if (change != NULL)
    sentence = htap_change_text_dup_mark (change, g_get_real_time () / G_USEC_PER_SEC);

  htap_cell_set_mark (cell, sentence);
}

static void
mark_row (HtapListMarks *self, GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = gtk_widget_get_first_child (child);

      if (HTAP_IS_CELL (cell))
        mark (self, HTAP_CELL (cell));
    }
}

/* Those that are on the screen, or near: the others are asked when they come. */
static void
on_changes_changed (HtapListMarks *self)
{
  for (GtkWidget *row = htap_list_rows_get_first (self->view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    mark_row (self, row);
}

static void
on_factory_bind (HtapListMarks *self, GtkListItem *list_item)
{
  if (htap_changes_get_n_unseen (self->changes) > 0)
    mark (self, HTAP_CELL (gtk_list_item_get_child (list_item)));
}

static void
htap_list_marks_dispose (GObject *object)
{
  g_clear_object (&HTAP_LIST_MARKS (object)->changes);

  G_OBJECT_CLASS (htap_list_marks_parent_class)->dispose (object);
}

static void
htap_list_marks_class_init (HtapListMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_list_marks_dispose;
}

static void
htap_list_marks_init (HtapListMarks *self)
{
}

/**
 * htap_list_marks_new:
 * @view: with all its columns; its cells are #HtapCell
 * @changes: followed
 *
 * Returns: (transfer full): drop it before @view goes
 */
HtapListMarks *
htap_list_marks_new (GtkColumnView *view, HtapChanges *changes)
{
  HtapListMarks *self = g_object_new (HTAP_TYPE_LIST_MARKS, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);

  self->view = view;
  self->changes = g_object_ref (changes);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_signal_connect_object (gtk_column_view_column_get_factory (column), "bind",
                               G_CALLBACK (on_factory_bind), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  g_signal_connect_object (changes, "changed", G_CALLBACK (on_changes_changed), self,
                           G_CONNECT_SWAPPED);
  on_changes_changed (self);

  return self;
}
