/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-table.h"

#include "htap-safe-text.h"

#include <string.h>

#define COLUMN_GAP 2

/* How many cells of a terminal @text takes. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static void
append_spaces (GString *line, guint n_spaces)
{
  for (guint i = 0; i < n_spaces; i++)
    g_string_append_c (line, ' ');
}

static char *
dup_cell (HtapFieldIndex column, HtapInstance *instance)
{
  g_autofree char *shown = htap_field_dup_shown (htap_field_get (column), instance);

  return shown != NULL ? htap_safe_text_dup (shown) : g_strdup ("-");
}

/* All cells, row by row, the header first; @widths gets the widest of each column. */
static GPtrArray *
make_cells (GListModel *instances, const HtapFieldIndex *columns, guint n_columns, guint *widths)
{
  guint n_instances = g_list_model_get_n_items (instances);
  GPtrArray *cells = g_ptr_array_new_full ((n_instances + 1) * n_columns, g_free);

  for (guint row = 0; row <= n_instances; row++)
    {
      g_autoptr (HtapInstance) instance =
          row > 0 ? g_list_model_get_item (instances, row - 1) : NULL;

      for (guint i = 0; i < n_columns; i++)
        {
          char *cell = instance != NULL
                           ? dup_cell (columns[i], instance)
                           : g_strdup (htap_field_get_label (htap_field_get (columns[i])));

          widths[i] = MAX (widths[i], measure (cell));
          g_ptr_array_add (cells, cell);
        }
    }

  return cells;
}

static void
append_row (GString *table,
            char *const *cells,
            const HtapFieldIndex *columns,
            guint n_columns,
            const guint *widths)
{
  for (guint i = 0; i < n_columns; i++)
    {
      guint padding = widths[i] - measure (cells[i]);
      gboolean right = htap_field_get_kind (htap_field_get (columns[i])) == HTAP_FIELD_KIND_NUMBER;

      append_spaces (table, i > 0 ? COLUMN_GAP : 0);
      append_spaces (table, right ? padding : 0);
      g_string_append (table, cells[i]);
      append_spaces (table, right ? 0 : padding);
    }

  while (table->len > 0 && table->str[table->len - 1] == ' ')
    g_string_truncate (table, table->len - 1);
  g_string_append_c (table, '\n');
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
  g_autofree guint *widths = g_new0 (guint, MAX (n_columns, 1));
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (GString) table = g_string_new (NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (instances), NULL);
  g_return_val_if_fail (n_columns > 0, NULL);

  cells = make_cells (instances, columns, n_columns, widths);
  for (guint i = 0; i < cells->len; i += n_columns)
    append_row (table, (char *const *) &cells->pdata[i], columns, n_columns, widths);

  return g_string_free (g_steal_pointer (&table), FALSE);
}
