/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-commands.h"

#include "htap-cli-format.h"
#include "htap-cli-selection.h"
#include "htap-json-report.h"
#include "htap-table.h"

#include <glib/gi18n-lib.h>

static char *
format_as_table (HtapCliSelection *selection)
{
  guint n_columns;
  const HtapFieldIndex *columns = htap_field_get_default_columns (&n_columns);

  return htap_table_format_text (htap_cli_selection_get_instances (selection), columns, n_columns);
}

static char *
format_as_json (HtapCliSelection *selection)
{
  return htap_json_report_format (
      htap_cli_selection_get_profiles (selection), htap_cli_selection_get_discoveries (selection),
      htap_cli_selection_get_sources (selection), htap_cli_selection_get_instances (selection),
      g_get_real_time () / G_USEC_PER_SEC);
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
  g_autofree char *text = NULL;
  GOptionContext *context = g_option_context_new (NULL);
  HtapExitStatus opened, read;
  HtapCliFormat format;

  htap_cli_format_add_option (&word, context);
  add_query_option (&query, context);
  htap_cli_selection_add_options (selection, context);
  if (!htap_cli_parse (context, &remaining) || !htap_cli_format_read (word, &format))
    return HTAP_EXIT_USAGE;

  opened = htap_cli_selection_open (selection);
  if (opened == HTAP_EXIT_USAGE || opened == HTAP_EXIT_NOTHING)
    return opened;

  read = htap_cli_selection_read (selection);
  if (read == HTAP_EXIT_USAGE)
    return read;

  if (query != NULL)
    htap_cli_selection_search (selection, query);
  text = format == HTAP_CLI_FORMAT_JSON ? format_as_json (selection) : format_as_table (selection);
  g_print ("%s", text);

  return MAX (opened, read);
}
