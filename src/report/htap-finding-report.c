/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-report.h"

#include "htap-safe-text.h"
#include "htap-text-table.h"

#include <glib/gi18n-lib.h>

static const char *const titles[] = {
  NC_ ("finding", "Severity"),
  NC_ ("finding", "HTAP Instance"),
  NC_ ("finding", "TaurusDB Instance"),
  NC_ ("finding", "Finding"),
  NC_ ("finding", "Remedy"),
};

static void
add_cell (GPtrArray *cells, const char *text)
{
  g_ptr_array_add (cells, text != NULL ? htap_safe_text_dup (text) : g_strdup ("-"));
}

static void
add_row (GPtrArray *cells, HtapFinding *finding, gint64 now)
{
  g_autofree char *sentence = htap_finding_dup_sentence (finding, now);
  g_autofree char *remedy = htap_finding_dup_remedy (finding);

  add_cell (cells, htap_severity_get_label (htap_finding_get_severity (finding)));
  add_cell (cells, htap_finding_get_instance_name (finding));
  add_cell (cells, htap_source_get_shown_name (htap_finding_get_source (finding)));
  add_cell (cells, sentence);
  add_cell (cells, remedy);
}

/**
 * htap_finding_report_format_text:
 * @findings: (element-type HtapFinding):
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): an aligned table for a terminal, a header first; nothing at all if
 * there are no findings
 */
char *
htap_finding_report_format_text (GPtrArray *findings, gint64 now)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (findings->len == 0)
    return g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_cell (cells, g_dpgettext2 (GETTEXT_PACKAGE, "finding", titles[i]));
  for (guint i = 0; i < findings->len; i++)
    add_row (cells, findings->pdata[i], now);

  return htap_text_table_format (cells, G_N_ELEMENTS (titles), NULL);
}

/**
 * htap_finding_report_dup_line:
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): one finding in one line, for a ticket
 */
char *
htap_finding_report_dup_line (HtapFinding *finding, gint64 now)
{
  HtapSource *source = htap_finding_get_source (finding);
  g_autofree char *sentence = htap_finding_dup_sentence (finding, now);
  const char *severity = htap_severity_get_label (htap_finding_get_severity (finding));
  g_autofree char *line = NULL;

  if (htap_finding_get_instance_id (finding) != NULL)
    /* Translators: a severity, an HTAP instance, its TaurusDB instance, and what is wrong. */
    line = g_strdup_printf (_ ("%s: %s (%s): %s"), severity, htap_finding_get_subject (finding),
                            htap_source_get_shown_name (source), sentence);
  else
    /* Translators: a severity, a TaurusDB instance, and what is wrong. */
    line =
        g_strdup_printf (_ ("%s: %s: %s"), severity, htap_finding_get_subject (finding), sentence);

  return htap_safe_text_dup (line);
}
