/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-commands.h"

#include "htap-cli-columns.h"
#include "htap-cli-format.h"
#include "htap-cli-selection.h"
#include "htap-json-report.h"
#include "htap-table.h"

#include <glib/gi18n-lib.h>

/* Returns (transfer none): what was asked for, else the columns of a first start. */
static const HtapFieldIndex *
get_columns (GArray *chosen, guint *n_columns)
{
  if (chosen == NULL)
    return htap_field_get_default_columns (n_columns);

  *n_columns = chosen->len;

  return (const HtapFieldIndex *) chosen->data;
}

static char *
format_as_table (HtapCliSelection *selection, GArray *chosen)
{
  guint n_columns;
  const HtapFieldIndex *columns = get_columns (chosen, &n_columns);

  return htap_table_format_text (htap_cli_selection_get_instances (selection), columns, n_columns);
}

static char *
format_as_rows (HtapCliSelection *selection, GArray *chosen, HtapRowFormat format)
{
  HtapRows rows = { .instances = htap_cli_selection_get_instances (selection),
                    .titles = HTAP_ROWS_TITLES_IDS };

  rows.columns = get_columns (chosen, &rows.n_columns);

  return htap_row_format_write (format, &rows, g_get_real_time () / G_USEC_PER_SEC);
}

static char *
format_as_json (HtapCliSelection *selection, GArray *chosen)
{
  return htap_json_report_format_columns (
      htap_cli_selection_get_profiles (selection), htap_cli_selection_get_discoveries (selection),
      htap_cli_selection_get_sources (selection), htap_cli_selection_get_instances (selection),
      chosen != NULL ? (const HtapFieldIndex *) chosen->data : NULL,
      chosen != NULL ? chosen->len : 0, g_get_real_time () / G_USEC_PER_SEC);
}

static void
print (HtapCliSelection *selection, HtapCliFormat format, HtapRowFormat row_format, GArray *chosen)
{
  g_autofree char *text = NULL;

  switch (format)
    {
    case HTAP_CLI_FORMAT_JSON:
      text = format_as_json (selection, chosen);
      break;
    case HTAP_CLI_FORMAT_ROWS:
      text = format_as_rows (selection, chosen, row_format);
      break;
    case HTAP_CLI_FORMAT_TABLE:
    default:
      text = format_as_table (selection, chosen);
      break;
    }

  g_print ("%s", text);
}

static void
add_query_option (char **query, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "query", 'q', 0, G_OPTION_ARG_STRING, query,
      N_ ("Print only what this finds, as the window’s search does"), N_ ("TEXT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
add_offline_option (gboolean *offline, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "offline", 0, 0, G_OPTION_ARG_NONE, offline,
      N_ ("Ask nobody: print what the window read last, with its age"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * htap_cli_list:
 * @arguments: (transfer full): the command line, the command first
 *
 * Prints the instances: `htap-inventory-cli list`. The result alone goes to standard output.
 */
HtapExitStatus
htap_cli_list (GStrv arguments)
{
  g_auto (GStrv) remaining = arguments;
  g_autoptr (HtapCliSelection) selection = htap_cli_selection_new ();
  g_autofree char *word = NULL;
  g_autofree char *query = NULL;
  g_autofree char *ids = NULL;
  g_autoptr (GArray) columns = NULL;
  GOptionContext *context = g_option_context_new (NULL);
  HtapExitStatus status;
  gboolean offline = FALSE;
  HtapCliFormat format;
  HtapRowFormat row_format = HTAP_ROW_FORMAT_CSV;

  htap_cli_format_add_row_option (&word, context);
  htap_cli_columns_add_option (&ids, context);
  add_query_option (&query, context);
  add_offline_option (&offline, context);
  htap_cli_selection_add_options (selection, context);
  if (!htap_cli_parse (context, &remaining) ||
      !htap_cli_format_read_row (word, &format, &row_format))
    return HTAP_EXIT_USAGE;
  if (ids != NULL && (columns = htap_cli_columns_read (ids)) == NULL)
    return HTAP_EXIT_USAGE;

  if (!htap_cli_selection_obtain (selection, offline, &status))
    return status;

  if (query != NULL)
    htap_cli_selection_search (selection, query);
  print (selection, format, row_format, columns);

  return status;
}
