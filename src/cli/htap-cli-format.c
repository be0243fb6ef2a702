/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-format.h"

#include "htap-cli-commands.h"

#include <glib/gi18n-lib.h>

/**
 * htap_cli_format_add_option:
 * @word: (inout) (nullable): gets what follows `--format`; outlives the parsing
 */
void
htap_cli_format_add_option (char **word, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, word, N_ ("How to print: table (the default) or json"),
      N_ ("FORMAT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * htap_cli_format_read:
 * @word: (nullable): what followed `--format`
 * @format: (out): what it means
 *
 * Returns: %FALSE with a message on standard error if there is no such format
 */
gboolean
htap_cli_format_read (const char *word, HtapCliFormat *format)
{
  *format = g_strcmp0 (word, "json") == 0 ? HTAP_CLI_FORMAT_JSON : HTAP_CLI_FORMAT_TABLE;
  if (word == NULL || *format == HTAP_CLI_FORMAT_JSON || g_str_equal (word, "table"))
    return TRUE;

  htap_cli_complain (_ ("Unknown format “%s”. It is table or json.\n"), word);

  return FALSE;
}

/**
 * htap_cli_format_add_row_option:
 * @word: (inout) (nullable): gets what follows `--format`; outlives the parsing
 */
void
htap_cli_format_add_row_option (char **word, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, word,
      N_ ("How to print: table (the default), json, csv, tsv or markdown"), N_ ("FORMAT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * htap_cli_format_read_row:
 * @word: (nullable): what followed `--format`
 * @format: (out): what it means
 * @row_format: (out): set for %HTAP_CLI_FORMAT_ROWS
 *
 * Returns: %FALSE with a message on standard error if there is no such format
 */
gboolean
htap_cli_format_read_row (const char *word, HtapCliFormat *format, HtapRowFormat *row_format)
{
  if (word == NULL || g_str_equal (word, "table"))
    *format = HTAP_CLI_FORMAT_TABLE;
  else if (g_str_equal (word, "json"))
    *format = HTAP_CLI_FORMAT_JSON;
  else if (htap_row_format_find (word, row_format))
    *format = HTAP_CLI_FORMAT_ROWS;
  else
    {
      htap_cli_complain (_ ("Unknown format “%s”. It is table, json, csv, tsv or markdown.\n"),
                         word);
      return FALSE;
    }

  return TRUE;
}
