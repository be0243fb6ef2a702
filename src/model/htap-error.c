/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"

typedef struct
{
  HtapErrorDetails details;
} HtapErrorPrivate;

static void
htap_error_private_init (HtapErrorPrivate *priv)
{
}

static void
htap_error_private_copy (const HtapErrorPrivate *from, HtapErrorPrivate *to)
{
  to->details = from->details;
  to->details.code = g_strdup (from->details.code);
  to->details.server_message = g_strdup (from->details.server_message);
  to->details.request_id = g_strdup (from->details.request_id);
  to->details.endpoint = g_strdup (from->details.endpoint);
  to->details.subject = g_strdup (from->details.subject);
}

static void
htap_error_private_clear (HtapErrorPrivate *priv)
{
  g_free (priv->details.code);
  g_free (priv->details.server_message);
  g_free (priv->details.request_id);
  g_free (priv->details.endpoint);
  g_free (priv->details.subject);
}

/* GLib aligns the private data it finds by this cast; clang cannot know. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wcast-align"
G_DEFINE_EXTENDED_ERROR (HtapError, htap_error)
#pragma GCC diagnostic pop

/**
 * htap_error_set:
 * @error: (out) (nullable): where to put it
 * @kind: which error
 * @details: (nullable): what else is known; copied
 * @format: one English sentence for a log; people read `report/htap-error-text`
 */
void
htap_error_set (GError **error,
                HtapError kind,
                const HtapErrorDetails *details,
                const char *format,
                ...)
{
  GError *made;
  va_list arguments;

  if (error == NULL)
    return;

  va_start (arguments, format);
  made = g_error_new_valist (HTAP_ERROR, (int) kind, format, arguments);
  va_end (arguments);

  if (details != NULL)
    {
      HtapErrorPrivate given = { *details };
      htap_error_private_copy (&given, htap_error_get_private (made));
    }

  g_propagate_error (error, made);
}

/**
 * htap_error_get_details:
 * @error: an error of any domain
 *
 * Returns: (transfer none): what @error knows; all empty for a foreign domain. Valid as long as
 *   @error.
 */
const HtapErrorDetails *
htap_error_get_details (const GError *error)
{
  static const HtapErrorDetails nothing = { HTAP_ERROR_REASON_NONE };

  if (error == NULL || error->domain != HTAP_ERROR)
    return &nothing;

  return &htap_error_get_private (error)->details;
}

/**
 * htap_error_get_kind_id:
 * @error: an error
 *
 * Returns: (transfer none): the kind as scripts read it, `clock-skew`; `internal` for a foreign
 *   domain.
 */
const char *
htap_error_get_kind_id (const GError *error)
{
  static const char *const ids[] = {
    [HTAP_ERROR_NETWORK] = "network",
    [HTAP_ERROR_TIMEOUT] = "timeout",
    [HTAP_ERROR_TLS] = "tls",
    [HTAP_ERROR_AUTH] = "auth",
    [HTAP_ERROR_CLOCK_SKEW] = "clock-skew",
    [HTAP_ERROR_FORBIDDEN] = "forbidden",
    [HTAP_ERROR_NOT_FOUND] = "not-found",
    [HTAP_ERROR_REJECTED] = "rejected",
    [HTAP_ERROR_THROTTLED] = "throttled",
    [HTAP_ERROR_SERVER] = "server",
    [HTAP_ERROR_REDIRECT] = "redirect",
    [HTAP_ERROR_PROTOCOL] = "protocol",
    [HTAP_ERROR_TOO_LARGE] = "too-large",
    [HTAP_ERROR_KEYRING_UNAVAILABLE] = "keyring-unavailable",
    [HTAP_ERROR_KEYRING_LOCKED] = "keyring-locked",
    [HTAP_ERROR_STORAGE] = "storage",
    [HTAP_ERROR_CONFIG] = "config",
  };

  g_return_val_if_fail (error != NULL, "internal");

  if (error->domain != HTAP_ERROR || (guint) error->code >= G_N_ELEMENTS (ids))
    return "internal";

  return ids[error->code];
}
