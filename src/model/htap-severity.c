/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-severity.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *label;
} severities[HTAP_N_SEVERITIES] = {
  [HTAP_SEVERITY_NONE] = { "none", NULL },
  [HTAP_SEVERITY_INFORMATION] = { "information", NC_ ("severity", "Information") },
  [HTAP_SEVERITY_WARNING] = { "warning", NC_ ("severity", "Warning") },
  [HTAP_SEVERITY_ERROR] = { "error", NC_ ("severity", "Error") },
};

/**
 * htap_severity_get_id:
 *
 * Returns: (transfer none): as scripts and style classes name it, `warning`
 */
const char *
htap_severity_get_id (HtapSeverity severity)
{
  g_return_val_if_fail ((guint) severity < HTAP_N_SEVERITIES, NULL);

  return severities[severity].id;
}

/**
 * htap_severity_get_label:
 *
 * Returns: (transfer none) (nullable): its name in the user's language; %NULL for none
 */
const char *
htap_severity_get_label (HtapSeverity severity)
{
  g_return_val_if_fail ((guint) severity < HTAP_N_SEVERITIES, NULL);

  if (severities[severity].label == NULL)
    return NULL;

  return g_dpgettext2 (GETTEXT_PACKAGE, "severity", severities[severity].label);
}
