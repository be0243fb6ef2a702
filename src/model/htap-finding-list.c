/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint
get_n (GPtrArray *findings)
{
  return findings != NULL ? findings->len : 0;
}

/**
 * htap_finding_list_dup_ids:
 * @findings: (nullable) (element-type HtapFinding):
 *
 * Returns: (transfer full) (nullable): the rules' ids, `frozen, single-mode`; %NULL if there are
 *   none
 */
char *
htap_finding_list_dup_ids (GPtrArray *findings)
{
  g_autoptr (GString) ids = NULL;

  if (get_n (findings) == 0)
    return NULL;

  ids = g_string_new (NULL);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            htap_finding_get_rule_id (findings->pdata[i]));

  return g_strdup (ids->str);
}

/**
 * htap_finding_list_dup_shown:
 * @findings: (nullable) (element-type HtapFinding): the worst first
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): what the worst says, and how many there are besides; %NULL
 *   if there are none
 */
char *
htap_finding_list_dup_shown (GPtrArray *findings, gint64 now)
{
  g_autofree char *sentence = NULL;

  if (get_n (findings) == 0)
    return NULL;

  sentence = htap_finding_dup_sentence (findings->pdata[0], now);
  if (findings->len == 1)
    return g_steal_pointer (&sentence);

  /* Translators: what is wrong with an instance, and how many other things are: "Reboot needed for
   * parameter changes (+2)". */
  return g_strdup_printf (_ ("%s (+%u)"), sentence, findings->len - 1);
}

/**
 * htap_finding_list_compare:
 * @some: (nullable) (element-type HtapFinding): the worst first
 * @others: (nullable) (element-type HtapFinding): likewise
 *
 * Sorts the worst first, the same thing beside the same thing, and whom nothing is wrong with last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
htap_finding_list_compare (GPtrArray *some, GPtrArray *others)
{
  guint n_some = get_n (some);
  guint n_others = get_n (others);
  HtapSeverity one, other;
  int order;

  if (n_some == 0 || n_others == 0)
    return (n_some == 0) - (n_others == 0);

  one = htap_finding_get_severity (some->pdata[0]);
  other = htap_finding_get_severity (others->pdata[0]);
  if (one != other)
    return one > other ? -1 : 1;

  order = strcmp (htap_finding_get_rule_id (some->pdata[0]),
                  htap_finding_get_rule_id (others->pdata[0]));

  return order != 0 ? order : (n_some < n_others) - (n_some > n_others);
}
