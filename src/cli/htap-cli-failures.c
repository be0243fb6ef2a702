/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-failures.h"

#include "htap-cli-commands.h"
#include "htap-error-discovery-text.h"
#include "htap-error-text.h"

static gboolean
print_discovery (HtapDiscovery *discovery)
{
  g_autofree char *sentence = htap_error_discovery_text_dup (discovery);

  if (sentence == NULL)
    return FALSE;

  htap_cli_complain ("%s: %s\n", htap_profile_get_name (htap_discovery_get_profile (discovery)),
                     sentence);

  return TRUE;
}

static gboolean
print_source (HtapSource *source)
{
  const GError *error = htap_source_get_error (source);
  g_autofree char *sentence = NULL;

  if (error == NULL)
    return FALSE;

  sentence = htap_error_text_dup_sentence (error, source);
  htap_cli_complain ("%s: %s\n", htap_source_get_shown_name (source), sentence);

  return TRUE;
}

/**
 * htap_cli_failures_print:
 * @sources: a list of #HtapSource
 * @discoveries: a list of #HtapDiscovery
 *
 * Says on standard error what failed, one line each.
 *
 * Returns: how many did
 */
guint
htap_cli_failures_print (GListModel *sources, GListModel *discoveries)
{
  guint n_failed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      n_failed += print_discovery (discovery) ? 1 : 0;
    }

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      n_failed += print_source (source) ? 1 : 0;
    }

  return n_failed;
}
