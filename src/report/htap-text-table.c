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
            const gboolean *numbers,
            const guint *widths)
{
  for (guint i = 0; i < n_columns; i++)
    {
      guint padding = widths[i] - measure (cells[i]);
      gboolean right = numbers != NULL && numbers[i];

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
 * htap_text_table_format:
 * @cells: (element-type utf8): row by row, the header first; nothing that drives a terminal
 * @numbers: (nullable) (array length=n_columns): which columns stand to the right
 *
 * Returns: (transfer full): an aligned table for a terminal; every line ends in a newline
 */
char *
htap_text_table_format (GPtrArray *cells, guint n_columns, const gboolean *numbers)
{
  g_autofree guint *widths = g_new0 (guint, MAX (n_columns, 1));
  g_autoptr (GString) table = g_string_new (NULL);

  g_return_val_if_fail (n_columns > 0 && cells->len % n_columns == 0, NULL);

  for (guint i = 0; i < cells->len; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], measure (cells->pdata[i]));
  for (guint i = 0; i < cells->len; i += n_columns)
    append_row (table, (char *const *) &cells->pdata[i], n_columns, numbers, widths);

  return g_string_free (g_steal_pointer (&table), FALSE);
}
