/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-sorter.h"

#include "htap-sort-order.h"

struct _HtapInstanceSorter
{
  GtkSorter parent_instance;
  HtapSortOrder order;    /* what comes first */
  HtapFieldSet looked_at; /* by that */
  HtapFieldSet decisive;  /* what any comparison since the last sort looked at */
};

G_DEFINE_FINAL_TYPE (HtapInstanceSorter, htap_instance_sorter, GTK_TYPE_SORTER)

/* Always ascending. */
static const HtapFieldIndex ties[] = { HTAP_FIELD_SHOWN_STATUS, HTAP_FIELD_NAME, HTAP_FIELD_ID };

/* Status, name and id part what is equal. */
static int
compare_ties (HtapInstanceSorter *self, HtapInstance *a, HtapInstance *b)
{
  int order = 0;

  for (guint i = 0; order == 0 && i < G_N_ELEMENTS (ties); i++)
    {
      const HtapField *field = htap_field_get (ties[i]);

      if (field == self->order.field)
        continue;
      order = htap_field_compare (field, a, b);
      self->decisive |= htap_field_get_shown_set (field);
    }

  return order;
}

/* A sort comes here very often: no check of what can be nothing else. */
static GtkOrdering
htap_instance_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  HtapInstanceSorter *self = (HtapInstanceSorter *) sorter;
  int order = htap_sort_order_compare (&self->order, a, b);

  self->decisive |= self->looked_at;
  if (order == 0)
    order = compare_ties (self, a, b);

  return gtk_ordering_from_cmpfunc (order);
}

static GtkSorterOrder
htap_instance_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
htap_instance_sorter_class_init (HtapInstanceSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = htap_instance_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = htap_instance_sorter_get_order;
}

static void
set_order (HtapInstanceSorter *self, HtapFieldIndex field, gboolean descending)
{
  htap_sort_order_init (&self->order, htap_field_get (field), descending);
  self->looked_at = htap_field_get_shown_set (self->order.field);
  self->decisive = 0;
}

static void
htap_instance_sorter_init (HtapInstanceSorter *self)
{
  set_order (self, HTAP_FIELD_SHOWN_STATUS, FALSE);
}

HtapInstanceSorter *
htap_instance_sorter_new (void)
{
  return g_object_new (HTAP_TYPE_INSTANCE_SORTER, NULL);
}

/**
 * htap_instance_sorter_get_field:
 * @descending: (out) (optional): which way
 *
 * Returns: the field that comes first
 */
HtapFieldIndex
htap_instance_sorter_get_field (HtapInstanceSorter *self, gboolean *descending)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_SORTER (self), HTAP_FIELD_SHOWN_STATUS);

  if (descending != NULL)
    *descending = self->order.descending;

  return htap_field_get_index (self->order.field);
}

/**
 * htap_instance_sorter_set_field:
 *
 * Returns: whether that is another order than before
 */
gboolean
htap_instance_sorter_set_field (HtapInstanceSorter *self, HtapFieldIndex field, gboolean descending)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_SORTER (self), FALSE);
  g_return_val_if_fail (field < HTAP_N_FIELDS, FALSE);

  if (self->order.field == htap_field_get (field) && self->order.descending == !!descending)
    return FALSE;

  set_order (self, field, !!descending);
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);

  return TRUE;
}

/**
 * htap_instance_sorter_note_merged:
 * @changed: the fields in which some instance changed
 *
 * A sorter does not notice that an item changed in place. A field that has only been there to part
 * equals does not matter where there were none: every two neighbours have been compared.
 */
void
htap_instance_sorter_note_merged (HtapInstanceSorter *self, HtapFieldSet changed)
{
  g_return_if_fail (HTAP_IS_INSTANCE_SORTER (self));

  if ((changed & self->decisive) == 0)
    return;

  self->decisive = 0;
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}
