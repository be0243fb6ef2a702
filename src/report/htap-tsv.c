/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-tsv.h"

#include "htap-spreadsheet-text.h"

static void
append_cell (GString *text, const char *value)
{
  g_string_append (text, htap_spreadsheet_text_is_run (value) ? "'" : "");
  g_string_append (text, value);
}

static const HtapRowsLayout layout = {
  .line_start = "",
  .separator = "\t",
  .line_end = "\n",
  .append_cell = append_cell,
};

/**
 * htap_tsv_format:
 *
 * It is what a spreadsheet is pasted, so what it would run gets an apostrophe in front, as in CSV.
 *
 * Returns: (transfer full): one instance a line, values with a tab between them and none inside;
 *   every line ends in a newline
 */
char *
htap_tsv_format (const HtapRows *rows)
{
  GString *text = g_string_new (NULL);

  htap_rows_append_titles (rows, text, &layout);
  htap_rows_append (rows, text, &layout);

  return g_string_free (text, FALSE);
}
