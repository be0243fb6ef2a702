/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"

#include "htap-error-access-text.h"
#include "htap-error-connection-text.h"
#include "htap-error-file-text.h"
#include "htap-error-import-text.h"
#include "htap-format.h"
#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* By HtapError. */
static const char *const titles[] = {
  [HTAP_ERROR_NETWORK] = N_ ("No Connection"),
  [HTAP_ERROR_TIMEOUT] = N_ ("No Answer in Time"),
  [HTAP_ERROR_TLS] = N_ ("Certificate Not Trusted"),
  [HTAP_ERROR_AUTH] = N_ ("Sign-In Failed"),
  [HTAP_ERROR_CLOCK_SKEW] = N_ ("Wrong Clock"),
  [HTAP_ERROR_FORBIDDEN] = N_ ("Access Denied"),
  [HTAP_ERROR_NOT_FOUND] = N_ ("TaurusDB Instance Not Found"),
  [HTAP_ERROR_REJECTED] = N_ ("Request Rejected"),
  [HTAP_ERROR_THROTTLED] = N_ ("Too Many Requests"),
  [HTAP_ERROR_SERVER] = N_ ("Server Error"),
  [HTAP_ERROR_REDIRECT] = N_ ("Redirect Not Followed"),
  [HTAP_ERROR_PROTOCOL] = N_ ("Unexpected Answer"),
  [HTAP_ERROR_TOO_LARGE] = N_ ("Answer Too Large"),
  [HTAP_ERROR_KEYRING_UNAVAILABLE] = N_ ("No Keyring Service"),
  [HTAP_ERROR_KEYRING_LOCKED] = N_ ("Keyring Is Locked"),
  [HTAP_ERROR_CONFIG] = N_ ("Profile Needs Correction"),
};

/**
 * htap_error_text_dup_title:
 * @error: what happened; a cancelled operation is not an error that is shown
 * @source: (nullable): where it happened
 *
 * Returns: (transfer full): a few words for the top of a status page; plain text, never markup
 */
char *
htap_error_text_dup_title (const GError *error, HtapSource *source)
{
  const HtapErrorDetails *details = htap_error_get_details (error);

  g_return_val_if_fail (error != NULL, NULL);

  if (htap_error_file_text_is_about_file (error))
    return htap_error_file_text_dup_title (error);

  if (error->domain != HTAP_ERROR || (guint) error->code >= G_N_ELEMENTS (titles))
    return g_strdup (_ ("Unexpected Error"));

  if (error->code == HTAP_ERROR_AUTH && details->reason == HTAP_ERROR_REASON_NO_CREDENTIALS)
    return g_strdup (_ ("Not Signed In"));

  if (error->code == HTAP_ERROR_FORBIDDEN && source != NULL)
    {
      g_autofree char *region = htap_region_dup_name (htap_source_get_region (source));

      /* Translators: %s is a region, such as CN North-Beijing4. */
      return g_strdup_printf (_ ("Access Denied in %s"), region);
    }

  return g_strdup (_ (titles[error->code]));
}

/**
 * htap_error_text_dup_sentence:
 * @error: what happened; a cancelled operation is not an error that is shown
 * @source: (nullable): where it happened
 *
 * Returns: (transfer full): what happened and what to do next; whole sentences, plain text, never
 *   markup, and nothing in it can drive a terminal
 */
char *
htap_error_text_dup_sentence (const GError *error, HtapSource *source)
{
  g_autofree char *message = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (htap_error_import_text_is_about_import (error))
    return htap_error_import_text_dup (error);

  if (htap_error_file_text_is_about_file (error))
    return htap_error_file_text_dup (error);

  if (error->domain == HTAP_ERROR)
    switch ((HtapError) error->code)
      {
      case HTAP_ERROR_AUTH:
      case HTAP_ERROR_CLOCK_SKEW:
      case HTAP_ERROR_FORBIDDEN:
      case HTAP_ERROR_NOT_FOUND:
      case HTAP_ERROR_KEYRING_UNAVAILABLE:
      case HTAP_ERROR_KEYRING_LOCKED:
      case HTAP_ERROR_CONFIG:
        return htap_error_access_text_dup (error, source);
      case HTAP_ERROR_NETWORK:
      case HTAP_ERROR_TIMEOUT:
      case HTAP_ERROR_TLS:
      case HTAP_ERROR_REJECTED:
      case HTAP_ERROR_THROTTLED:
      case HTAP_ERROR_SERVER:
      case HTAP_ERROR_REDIRECT:
      case HTAP_ERROR_PROTOCOL:
      case HTAP_ERROR_TOO_LARGE:
        return htap_error_connection_text_dup (error);
      case HTAP_ERROR_STORAGE:
      default:
        break;
      }

  message = htap_safe_text_dup (error->message);

  /* Translators: %s is a technical message in English. */
  return g_strdup_printf (_ ("Something unexpected happened: %s"), message);
}

/**
 * htap_error_text_dup_sentence_and_age:
 * @error: what happened
 * @source: (nullable): where it happened
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): htap_error_text_dup_sentence(), and, if @source was read before, from
 *   when the data is that is still shown
 */
char *
htap_error_text_dup_sentence_and_age (const GError *error, HtapSource *source, gint64 now)
{
  g_autofree char *sentence = htap_error_text_dup_sentence (error, source);
  g_autofree char *as_of = NULL;

  if (source == NULL || htap_source_get_as_of (source) == 0)
    return g_steal_pointer (&sentence);

  as_of = htap_format_as_of (htap_source_get_as_of (source), now);

  /* Translators: the first %s is one or more sentences that end in a full stop, the second a time
   * of day: "Sign-in expired. Showing data from 13:40." */
  return g_strdup_printf (_ ("%s Showing data from %s."), sentence, as_of);
}
