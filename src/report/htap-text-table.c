/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-text-table.h"

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

static void
append_row (GString *table,
            char *const *cells,
            guint n_columns,
            const guint *widths,
            const gboolean *right)
{
  for (guint i = 0; i < n_columns; i++)
    {
      guint padding = widths[i] - measure (cells[i]);

      append_spaces (table, i > 0 ? COLUMN_GAP : 0);
      append_spaces (table, right != NULL && right[i] ? padding : 0);
      g_string_append (table, cells[i]);
      append_spaces (table, right != NULL && right[i] ? 0 : padding);
    }

  while (table->len > 0 && table->str[table->len - 1] == ' ')
    g_string_truncate (table, table->len - 1);
  g_string_append_c (table, '\n');
}

/**
 * htap_text_table_format:
 * @cells: (array length=n_cells): row by row, the header first; harmless texts
 * @n_cells: a multiple of @n_columns
 * @right: (nullable) (array length=n_columns): which columns are aligned at their end
 *
 * Returns: (transfer full): an aligned table for a terminal; every line ends in a newline
 */
char *
htap_text_table_format (char *const *cells, guint n_cells, guint n_columns, const gboolean *right)
{
  g_autofree guint *widths = g_new0 (guint, MAX (n_columns, 1));
  g_autoptr (GString) table = g_string_new (NULL);

  g_return_val_if_fail (n_columns > 0 && n_cells % n_columns == 0, NULL);

  for (guint i = 0; i < n_cells; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], measure (cells[i]));
  for (guint i = 0; i < n_cells; i += n_columns)
    append_row (table, cells + i, n_columns, widths, right);

  return g_string_free (g_steal_pointer (&table), FALSE);
}
