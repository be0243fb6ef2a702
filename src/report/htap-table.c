/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-table.h"

#include "htap-safe-text.h"
#include "htap-text-table.h"

static char *
dup_cell (HtapFieldIndex column, HtapInstance *instance)
{
  g_autofree char *shown = htap_field_dup_shown (htap_field_get (column), instance);

  return shown != NULL ? htap_safe_text_dup (shown) : g_strdup ("-");
}

/* All cells, row by row, the header first. */
static GPtrArray *
make_cells (GListModel *instances, const HtapFieldIndex *columns, guint n_columns)
{
  guint n_instances = g_list_model_get_n_items (instances);
  GPtrArray *cells = g_ptr_array_new_full ((n_instances + 1) * n_columns, g_free);

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, g_strdup (htap_field_get_label (htap_field_get (columns[i]))));

  for (guint row = 0; row < n_instances; row++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, row);

      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (cells, dup_cell (columns[i], instance));
    }

  return cells;
}

/**
 * htap_table_format_text:
 * @instances: a list of #HtapInstance
 * @columns: (array length=n_columns): the fields to show, in order
 *
 * Returns: (transfer full): an aligned table for a terminal, a header first; every line ends in a
 *   newline. What is absent is "-".
 */
char *
htap_table_format_text (GListModel *instances, const HtapFieldIndex *columns, guint n_columns)
{
  g_autofree gboolean *right = g_new0 (gboolean, MAX (n_columns, 1));
  g_autoptr (GPtrArray) cells = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (instances), NULL);
  g_return_val_if_fail (n_columns > 0, NULL);

  for (guint i = 0; i < n_columns; i++)
    right[i] = htap_field_get_kind (htap_field_get (columns[i])) == HTAP_FIELD_KIND_NUMBER;
  cells = make_cells (instances, columns, n_columns);

  return htap_text_table_format ((char *const *) cells->pdata, cells->len, n_columns, right);
}
