/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-row-format.h"

#include "htap-csv.h"
#include "htap-json-rows.h"
#include "htap-markdown.h"
#include "htap-tsv.h"

/* The names are names, the same in every language. */
static const struct
{
  const char *id;
  const char *name;
  const char *extension;
} formats[] = {
  [HTAP_ROW_FORMAT_CSV] = { "csv", "CSV", "csv" },
  [HTAP_ROW_FORMAT_TSV] = { "tsv", "TSV", "tsv" },
  [HTAP_ROW_FORMAT_JSON] = { "json", "JSON", "json" },
  [HTAP_ROW_FORMAT_MARKDOWN] = { "markdown", "Markdown", "md" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == HTAP_N_ROW_FORMATS);

/**
 * htap_row_format_find:
 * @id: (nullable): as the command line and the actions have it
 * @format: (out): set if there is such a format
 */
gboolean
htap_row_format_find (const char *id, HtapRowFormat *format)
{
  for (guint i = 0; i < HTAP_N_ROW_FORMATS; i++)
    if (g_strcmp0 (formats[i].id, id) == 0)
      {
        *format = (HtapRowFormat) i;
        return TRUE;
      }

  return FALSE;
}

const char *
htap_row_format_get_id (HtapRowFormat self)
{
  return formats[self].id;
}

const char *
htap_row_format_get_name (HtapRowFormat self)
{
  return formats[self].name;
}

/**
 * htap_row_format_get_extension:
 *
 * Returns: (transfer none): how a file's name ends, without the dot
 */
const char *
htap_row_format_get_extension (HtapRowFormat self)
{
  return formats[self].extension;
}

/**
 * htap_row_format_write:
 * @now: seconds since 1970 UTC; JSON says when it was made
 *
 * Returns: (transfer full): @rows in this format; UTF-8, and ends in a line break unless empty
 */
char *
htap_row_format_write (HtapRowFormat self, const HtapRows *rows, gint64 now)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (rows->instances), NULL);
  g_return_val_if_fail (rows->n_columns > 0, NULL);

  switch (self)
    {
    case HTAP_ROW_FORMAT_CSV:
      return htap_csv_format (rows);
    case HTAP_ROW_FORMAT_TSV:
      return htap_tsv_format (rows);
    case HTAP_ROW_FORMAT_MARKDOWN:
      return htap_markdown_format (rows);
    case HTAP_ROW_FORMAT_JSON:
    case HTAP_N_ROW_FORMATS:
    default:
      return htap_json_rows_format (rows, now);
    }
}
