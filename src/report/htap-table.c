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
  g_autofree gboolean *numbers = g_new0 (gboolean, MAX (n_columns, 1));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (G_IS_LIST_MODEL (instances), NULL);
  g_return_val_if_fail (n_columns > 0, NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      const HtapField *field = htap_field_get (columns[i]);

      numbers[i] = htap_field_get_kind (field) == HTAP_FIELD_KIND_NUMBER;
      g_ptr_array_add (cells, g_strdup (htap_field_get_label (field)));
    }

  for (guint row = 0; row < g_list_model_get_n_items (instances); row++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, row);

      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (cells, dup_cell (columns[i], instance));
    }

  return htap_text_table_format (cells, n_columns, numbers);
}
