/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"

#include "htap-format.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

static void
append_line (GString *text, const char *label, const char *value)
{
  g_autofree char *safe = htap_safe_text_dup (value);

  if (safe == NULL || *safe == '\0')
    return;

  /* Translators: a label and a value, in a list of details. */
  g_string_append_printf (text, C_ ("error details", "%s: %s"), label, safe);
  g_string_append_c (text, '\n');
}

/**
 * htap_error_text_dup_details:
 * @error: what happened
 * @source: (nullable): where it happened
 * @now: when it happened, seconds since 1970 UTC
 *
 * What Copy Details copies: everything that a support ticket needs, and no secret.
 *
 * Returns: (transfer full): lines of a label and a value, each ending in a newline; what is not
 *   known has no line
 */
char *
htap_error_text_dup_details (const GError *error, HtapSource *source, gint64 now)
{
  const HtapErrorDetails *details = htap_error_get_details (error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *time = htap_format_iso8601 (now * 1000);
  g_autofree char *status =
      details->http_status != 0 ? g_strdup_printf ("%u", details->http_status) : NULL;

  g_return_val_if_fail (error != NULL, NULL);

  append_line (text, C_ ("error details", "Error"), htap_error_get_kind_id (error));
  append_line (text, C_ ("error details", "Service code"), details->code);
  append_line (text, C_ ("error details", "HTTP status"), status);
  append_line (text, C_ ("error details", "Request ID"), details->request_id);
  append_line (text, C_ ("error details", "Endpoint"), details->endpoint);
  append_line (text, C_ ("error details", "Server's message"), details->server_message);
  append_line (text, C_ ("error details", "Technical message"), error->message);
  append_line (text, C_ ("error details", "TaurusDB instance ID"),
               source != NULL ? htap_source_get_taurus_id (source) : NULL);
  append_line (text, C_ ("error details", "Time"), time);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
