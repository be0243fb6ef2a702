/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-sorter.h"

struct _HtapInstanceSorter
{
  GtkSorter parent_instance;
  HtapFieldIndex field;
  gboolean descending;
  HtapFieldSet decisive; /* what any comparison since the last sort looked at */
};

G_DEFINE_FINAL_TYPE (HtapInstanceSorter, htap_instance_sorter, GTK_TYPE_SORTER)

/* Always ascending. */
static const HtapFieldIndex ties[] = { HTAP_FIELD_SHOWN_STATUS, HTAP_FIELD_NAME, HTAP_FIELD_ID };

static gboolean
is_there (const HtapField *field, HtapInstance *instance)
{
  const HtapRecord *record = htap_instance_get_record (instance);
  g_auto (GStrv) elements = NULL;
  gint64 number;

  if (htap_field_is_of_instance (field))
    return htap_instance_get_severity (instance) > HTAP_SEVERITY_NONE;

  if (htap_field_get_kind (field) != HTAP_FIELD_KIND_LIST || htap_field_is_of_source (field))
    return htap_field_get_number (field, record, &number) ||
           htap_field_get_text (field, record, htap_instance_get_source (instance)) != NULL;

  elements = htap_field_dup_elements (field, record);

  return elements[0] != NULL;
}

static GtkOrdering
htap_instance_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  HtapInstanceSorter *self = HTAP_INSTANCE_SORTER (sorter);
  const HtapField *field = htap_field_get (self->field);
  int order = htap_field_compare (field, a, b);

  self->decisive |= htap_field_get_shown_set (field);

  /* Absent values stay last. */
  if (self->descending && is_there (field, a) && is_there (field, b))
    order = order < 0 ? 1 : order > 0 ? -1 : 0;

  for (guint i = 0; order == 0 && i < G_N_ELEMENTS (ties); i++)
    {
      order = htap_field_compare (htap_field_get (ties[i]), a, b);
      self->decisive |= htap_field_get_shown_set (htap_field_get (ties[i]));
    }

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
htap_instance_sorter_init (HtapInstanceSorter *self)
{
  self->field = HTAP_FIELD_SHOWN_STATUS;
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
    *descending = self->descending;

  return self->field;
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

  if (self->field == field && self->descending == !!descending)
    return FALSE;

  self->field = field;
  self->descending = !!descending;
  self->decisive = 0;
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
