/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-commands.h"

#include "htap-cli-format.h"
#include "htap-cli-selection.h"
#include "htap-finding-check.h"
#include "htap-finding-report.h"
#include "htap-json-report.h"

#include <glib/gi18n-lib.h>

static const char description[] = N_ (
    "Exit status: 1 if there is a warning or an error, also one that is muted in the window: a mute "
    "counts there alone. In JSON, each of “findings” has its “rule”, "
    "“severity” (error, warning or information), “message” and “remedy”, and what it is of: "
    "“instance_id”, which is null for a TaurusDB instance as a whole, and “taurus_id”.");

static gboolean
is_any_serious (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (htap_finding_get_severity (findings->pdata[i]) >= HTAP_SEVERITY_WARNING)
      return TRUE;

  return FALSE;
}

static char *
format_as_json (HtapCliSelection *selection, GPtrArray *findings, gint64 now)
{
  return htap_json_report_format_findings (
      htap_cli_selection_get_profiles (selection), htap_cli_selection_get_discoveries (selection),
      htap_cli_selection_get_sources (selection), htap_cli_selection_get_instances (selection),
      findings, now);
}

/**
 * htap_cli_check:
 * @arguments: (transfer full): the command line, the command first
 *
 * Prints what is wrong: `htap-inventory-cli check`. What is muted is muted in the window alone. The
 * result alone goes to standard output.
 *
 * Returns: %HTAP_EXIT_FINDING if there is a warning or an error
 */
HtapExitStatus
htap_cli_check (GStrv arguments)
{
  g_auto (GStrv) remaining = arguments;
  g_autoptr (HtapCliSelection) selection = htap_cli_selection_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *word = NULL;
  g_autofree char *text = NULL;
  GOptionContext *context = g_option_context_new (NULL);
  HtapExitStatus status;
  HtapCliFormat format;
  gint64 now;

  htap_cli_format_add_option (&word, context);
  htap_cli_selection_add_options (selection, context);
  g_option_context_set_description (context, _ (description));
  if (!htap_cli_parse (context, &remaining) || !htap_cli_format_read (word, &format))
    return HTAP_EXIT_USAGE;

  if (!htap_cli_selection_obtain (selection, FALSE, &status))
    return status;

  now = g_get_real_time () / G_USEC_PER_SEC;
  findings = htap_finding_check (htap_cli_selection_get_instances (selection),
                                 htap_cli_selection_get_sources (selection), now, NULL);
  text = format == HTAP_CLI_FORMAT_JSON ? format_as_json (selection, findings, now)
                                        : htap_finding_report_format_text (findings, now);
  g_print ("%s", text);

  return MAX (status, is_any_serious (findings) ? HTAP_EXIT_FINDING : HTAP_EXIT_DONE);
}
