/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-permission-text.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/**
 * htap_permission_text_dup:
 * @error: an %HTAP_ERROR_FORBIDDEN
 * @action: the permission that the request is documented to need
 * @identity_action: the same in an identity policy
 *
 * Names the permission that is missing, as the service says it, else as it is documented. Quieter
 * than htap_error_text_dup_sentence(), for something that many people may not read.
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
htap_permission_text_dup (const GError *error, const char *action, const char *identity_action)
{
  const HtapErrorDetails *details = htap_error_get_details (error);
  g_autofree char *named = details->reason == HTAP_ERROR_REASON_NO_PERMISSION
                               ? htap_safe_text_dup (details->subject)
                               : NULL;

  if (named != NULL && *named != '\0' && g_strcmp0 (named, action) != 0 &&
      g_strcmp0 (named, identity_action) != 0)
    /* Translators: %s is a permission: “gaussdb:log:list”. */
    return g_strdup_printf (_ ("Needs the permission %s"), named);

  /* Translators: the same permission under its two names: “gaussdb:log:list”. */
  return g_strdup_printf (_ ("Needs the permission %s (identity policy: %s)"), action,
                          identity_action);
}
