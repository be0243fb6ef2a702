/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-group.h"

#include "htap-detail-row.h"

struct _HtapDetailGroup {
  GtkBox      parent_instance;
  GtkLabel   *title;
  GtkListBox *list;
  guint       n_rows;
};

G_DEFINE_FINAL_TYPE (HtapDetailGroup, htap_detail_group, GTK_TYPE_BOX)

static HtapDetailRow *
get_row (HtapDetailGroup *self, guint place)
{
  return HTAP_DETAIL_ROW (gtk_list_box_get_row_at_index (self->list, (int) place));
}

static gboolean
row_is_about (HtapDetailRow *row, const HtapDetailFact *fact)
{
  return g_strcmp0 (htap_detail_row_get_fact (row)->key, fact->key) == 0;
}

/* How many rows at the beginning, and how many of the others at the end, are about the same as the
 * facts there. They stay, whatever happens between them. */
static void
count_kept (HtapDetailGroup *self, GPtrArray *facts, guint *n_first, guint *n_last)
{
  guint n_common = MIN (self->n_rows, facts->len);
  guint first = 0, last = 0;

  while (first < n_common && row_is_about (get_row (self, first), facts->pdata[first]))
    first++;

  while (last < n_common - first && row_is_about (get_row (self, self->n_rows - 1 - last),
                                                  facts->pdata[facts->len - 1 - last]))
    last++;

  *n_first = first;
  *n_last = last;
}

/* Takes away the rows between the kept ones. Returns whether one of them had the focus. */
static gboolean
remove_rows (HtapDetailGroup *self, guint n_first, guint n_last)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = FALSE;

  while (self->n_rows > n_first + n_last)
    {
      GtkWidget *row = GTK_WIDGET (get_row (self, n_first));

      if (focus != NULL && (row == focus || gtk_widget_is_ancestor (focus, row)))
        {
          had_focus = TRUE;
          focus = NULL;
        }
      gtk_list_box_remove (self->list, row);
      self->n_rows--;
    }

  return had_focus;
}

static void
on_list_row_activated (HtapDetailGroup *self, GtkListBoxRow *row)
{
  htap_detail_row_activate (HTAP_DETAIL_ROW (row));
}

/* Up and down lead from one group to the next. */
static gboolean
on_list_keynav_failed (HtapDetailGroup *self, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (root), direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD
                                                                            : GTK_DIR_TAB_FORWARD);
}

static gboolean
htap_detail_group_grab_focus (GtkWidget *widget)
{
  HtapDetailGroup *self = HTAP_DETAIL_GROUP (widget);

  return self->n_rows > 0 && gtk_widget_grab_focus (GTK_WIDGET (get_row (self, 0)));
}

static void
htap_detail_group_class_init (HtapDetailGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = htap_detail_group_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "detail-group");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-detail-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapDetailGroup, title);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, on_list_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_list_keynav_failed);
}

static void
htap_detail_group_init (HtapDetailGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
htap_detail_group_new (void)
{
  return g_object_new (HTAP_TYPE_DETAIL_GROUP, NULL);
}

void
htap_detail_group_set_title (HtapDetailGroup *self, const char *title)
{
  g_return_if_fail (HTAP_IS_DETAIL_GROUP (self));

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

/**
 * htap_detail_group_set_facts:
 * @facts: (element-type HtapDetailFact): what to show, in order
 * @subject: (nullable): name of the instance they belong to
 *
 * A row that is about the same thing as before stays and changes its value, so that the focus and
 * the scroll position stay as well. Where the row with the focus goes, its neighbour takes it.
 */
void
htap_detail_group_set_facts (HtapDetailGroup *self, GPtrArray *facts, const char *subject)
{
  guint n_first, n_last;
  gboolean lost_focus;

  g_return_if_fail (HTAP_IS_DETAIL_GROUP (self));

  count_kept (self, facts, &n_first, &n_last);
  lost_focus = remove_rows (self, n_first, n_last);

  for (guint i = n_first; i < facts->len - n_last; i++, self->n_rows++)
    gtk_list_box_insert (self->list, htap_detail_row_new (), (int) i);

  for (guint i = 0; i < facts->len; i++)
    htap_detail_row_set_fact (get_row (self, i), facts->pdata[i], subject);

  if (lost_focus && self->n_rows > 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, MIN (n_first, self->n_rows - 1))));
}
