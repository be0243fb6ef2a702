/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-discovery-text.h"

#include "htap-error-text.h"
#include "htap-error.h"
#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/**
 * htap_error_discovery_text_dup:
 * @discovery: one that could not be listed
 *
 * Returns: (transfer full) (nullable): why, in a person's language, and what to do next; %NULL if
 *   its last attempt did not fail
 */
char *
htap_error_discovery_text_dup (HtapDiscovery *discovery)
{
  const GError *error = htap_discovery_get_error (discovery);
  g_autofree char *name = htap_region_dup_name (htap_discovery_get_region (discovery));
  g_autofree char *region = htap_safe_text_dup (name);
  g_autofree char *sentence = NULL;

  if (error == NULL)
    return NULL;

  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN))
    /* Translators: %s is a region; “TaurusDB ReadOnlyAccess” is the name of a policy. */
    return g_strdup_printf (
        _ ("This IAM user may not list the TaurusDB instances in %s. Ask your account's "
           "administrator for \"TaurusDB ReadOnlyAccess\" in this region's project, or the action "
           "gaussdb:instance:list (identity policy: gaussdbformysql:instance:list); or add the "
           "instances to the profile by their IDs."),
        region);

  sentence = htap_error_text_dup_sentence (error, NULL);

  /* Translators: %1$s is a region, %2$s a sentence that says why and what to do. */
  return g_strdup_printf (_ ("The TaurusDB instances in %s could not be listed. %s"), region,
                          sentence);
}
