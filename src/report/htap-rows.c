/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-rows.h"

#include "htap-safe-text.h"

/* A TaurusDB instance whose name is not known is known by its id, in the list and here. */
static char *
dup_value (HtapInstance *instance, HtapFieldIndex column)
{
  const HtapField *field = htap_field_get (column);
  char *value = htap_field_dup_value_of_instance (field, instance);

  return value == NULL && column == HTAP_FIELD_TAURUS_NAME ? htap_field_dup_shown (field, instance)
                                                           : value;
}

/* Also what a terminal is shown: a line is a line, whatever is in a value. */
static void
append_safe (GString *text, const HtapRowsLayout *layout, const char *value)
{
  g_autofree char *safe = htap_safe_text_dup (value);

  layout->append_cell (text, safe != NULL ? safe : "");
}

/**
 * htap_rows_append_titles:
 *
 * Appends the line that names the columns, if there is to be one.
 */
void
htap_rows_append_titles (const HtapRows *self, GString *text, const HtapRowsLayout *layout)
{
  if (self->titles == HTAP_ROWS_TITLES_NONE)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const HtapField *field = htap_field_get (self->columns[i]);

      g_string_append (text, i == 0 ? layout->line_start : layout->separator);
      append_safe (text, layout,
                   self->titles == HTAP_ROWS_TITLES_LABELS ? htap_field_get_label (field)
                                                           : htap_field_get_id (field));
    }
  g_string_append (text, layout->line_end);
}

/**
 * htap_rows_append:
 *
 * Appends a line for each instance. What is absent is an empty cell.
 */
void
htap_rows_append (const HtapRows *self, GString *text, const HtapRowsLayout *layout)
{
  guint n_rows = g_list_model_get_n_items (self->instances);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (self->instances, row);

      for (guint i = 0; i < self->n_columns; i++)
        {
          g_autofree char *value = dup_value (instance, self->columns[i]);

          g_string_append (text, i == 0 ? layout->line_start : layout->separator);
          append_safe (text, layout, value);
        }
      g_string_append (text, layout->line_end);
    }
}
