/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-csv.h"

#include "htap-spreadsheet-text.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* RFC 4180: a quotation mark inside is written twice. A space at an end is quoted as well, for some
 * readers drop it. */
static void
append_cell (GString *text, const char *value)
{
  gboolean is_run = htap_spreadsheet_text_is_run (value);
  gsize length = strlen (value);

  if (strpbrk (value, ",\"\r\n") == NULL &&
      (length == 0 || (value[0] != ' ' && value[length - 1] != ' ')))
    {
      g_string_append (text, is_run ? "'" : "");
      g_string_append_len (text, value, (gssize) length);
      return;
    }

  g_string_append (text, is_run ? "\"'" : "\"");
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

static const HtapRowsLayout layout = {
  .line_start = "",
  .separator = ",",
  .line_end = "\r\n",
  .append_cell = append_cell,
};

/**
 * htap_csv_format:
 *
 * A cell that a spreadsheet would run gets an apostrophe in front. Line breaks and other control
 * characters in a value become spaces and replacement characters, so that a row is a line.
 *
 * Returns: (transfer full): comma-separated values as RFC 4180 has them: UTF-8, every line ends in
 *   CR and LF
 */
char *
htap_csv_format (const HtapRows *rows)
{
  GString *text = g_string_new (rows->byte_order_mark ? BYTE_ORDER_MARK : NULL);

  htap_rows_append_titles (rows, text, &layout);
  htap_rows_append (rows, text, &layout);

  return g_string_free (text, FALSE);
}
