/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-sorter.h"

/* Before 4.10 GTK does not tell which column a view is sorted by, so it is asked in the only way
 * there is: the view's sorter compares two probes, and the first column that is asked notes it.
 * https://gitlab.gnome.org/GNOME/gtk/-/issues/4833 */
#define HTAP_TYPE_SORT_PROBE (htap_sort_probe_get_type ())

G_DECLARE_FINAL_TYPE (HtapSortProbe, htap_sort_probe, HTAP, SORT_PROBE, GObject)

struct _HtapSortProbe
{
  GObject parent_instance;
  const HtapField *field; /* of the column that was asked */
};

G_DEFINE_FINAL_TYPE (HtapSortProbe, htap_sort_probe, G_TYPE_OBJECT)

struct _HtapColumnSorter
{
  GtkSorter parent_instance;
  const HtapField *field;
};

G_DEFINE_FINAL_TYPE (HtapColumnSorter, htap_column_sorter, GTK_TYPE_SORTER)

static void
htap_sort_probe_class_init (HtapSortProbeClass *klass)
{
}

static void
htap_sort_probe_init (HtapSortProbe *self)
{
}

static GtkOrdering
htap_column_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  HtapColumnSorter *self = HTAP_COLUMN_SORTER (sorter);

  if (HTAP_IS_SORT_PROBE (a))
    {
      HTAP_SORT_PROBE (a)->field = self->field;

      return GTK_ORDERING_SMALLER;
    }

  return gtk_ordering_from_cmpfunc (htap_field_compare (self->field, a, b));
}

static void
htap_column_sorter_class_init (HtapColumnSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = htap_column_sorter_compare;
}

static void
htap_column_sorter_init (HtapColumnSorter *self)
{
}

GtkSorter *
htap_column_sorter_new (const HtapField *field)
{
  HtapColumnSorter *self = g_object_new (HTAP_TYPE_COLUMN_SORTER, NULL);

  self->field = field;

  return GTK_SORTER (self);
}

const HtapField *
htap_column_sorter_get_field (HtapColumnSorter *self)
{
  g_return_val_if_fail (HTAP_IS_COLUMN_SORTER (self), NULL);

  return self->field;
}

/**
 * htap_column_sorter_find_primary:
 * @view_sorter: the sorter of a #GtkColumnView whose columns have sorters of this type
 * @descending: (out): which way it sorts
 *
 * Returns: (transfer none) (nullable): the field it sorts by first; %NULL if it does not sort
 */
const HtapField *
htap_column_sorter_find_primary (GtkSorter *view_sorter, gboolean *descending)
{
  g_autoptr (HtapSortProbe) one = g_object_new (HTAP_TYPE_SORT_PROBE, NULL);
  g_autoptr (HtapSortProbe) other = g_object_new (HTAP_TYPE_SORT_PROBE, NULL);

  *descending = gtk_sorter_compare (view_sorter, one, other) == GTK_ORDERING_LARGER;

  return one->field;
}
