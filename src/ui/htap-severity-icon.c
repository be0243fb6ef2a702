/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-severity-icon.h"

static const char *const names[HTAP_N_SEVERITIES] = {
  [HTAP_SEVERITY_NONE] = NULL,
  [HTAP_SEVERITY_INFORMATION] = "dialog-information-symbolic",
  [HTAP_SEVERITY_WARNING] = "dialog-warning-symbolic",
  [HTAP_SEVERITY_ERROR] = "dialog-error-symbolic",
};

/**
 * htap_severity_icon_get_name:
 *
 * Returns: (transfer none) (nullable): %NULL for %HTAP_SEVERITY_NONE
 */
const char *
htap_severity_icon_get_name (HtapSeverity severity)
{
  g_return_val_if_fail (severity < HTAP_N_SEVERITIES, NULL);

  return names[severity];
}

/**
 * htap_severity_icon_new:
 *
 * Returns: (transfer full): a picture of how bad a finding is, by shape and colour; whoever has it
 *   says it in words too
 */
GtkWidget *
htap_severity_icon_new (HtapSeverity severity)
{
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  htap_severity_icon_show (GTK_IMAGE (icon), severity);

  return icon;
}

/**
 * htap_severity_icon_show:
 * @icon: of htap_severity_icon_new()
 */
void
htap_severity_icon_show (GtkImage *icon, HtapSeverity severity)
{
  const char *const classes[] = { "htap-severity", htap_severity_get_id (severity), NULL };

  g_return_if_fail (severity < HTAP_N_SEVERITIES);

  gtk_image_set_from_icon_name (icon, names[severity]);
  gtk_widget_set_css_classes (GTK_WIDGET (icon), (const char **) classes);
}
