/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-import-text.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* Translators: in all four, %s is the path of a file that keys were to be taken from. */
static const struct
{
  HtapErrorReason reason;
  const char *sentence;
} sentences[] = {
  { HTAP_ERROR_REASON_IMPORT_NOT_A_FILE, N_ ("%s is not a file. Choose the file with the keys.") },
  { HTAP_ERROR_REASON_IMPORT_TOO_LARGE,
    N_ ("%s is too large to be a file with keys. Choose another file, or type the keys.") },
  { HTAP_ERROR_REASON_IMPORT_BROKEN,
    N_ ("%s is not understood. Choose another file, or type the keys.") },
  { HTAP_ERROR_REASON_IMPORT_NO_KEYS,
    N_ ("There is no access key in %s. Choose another file, or type the keys.") },
};

static const char *
find_sentence (HtapErrorReason reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].reason == reason)
      return sentences[i].sentence;

  return NULL;
}

/**
 * htap_error_import_text_is_about_import:
 * @error: an error of any domain
 *
 * Returns: whether it is about what is in a file that keys were to be taken from
 */
gboolean
htap_error_import_text_is_about_import (const GError *error)
{
  return g_error_matches (error, HTAP_ERROR, HTAP_ERROR_STORAGE) &&
         find_sentence (htap_error_get_details (error)->reason) != NULL;
}

/**
 * htap_error_import_text_dup:
 * @error: one for which htap_error_import_text_is_about_import() holds
 *
 * Returns: (transfer full): what htap_error_text_dup_sentence() says of it
 */
char *
htap_error_import_text_dup (const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);
  const char *sentence = find_sentence (details->reason);
  g_autofree char *safe = htap_safe_text_dup (details->subject);
  g_autoptr (GString) text = g_string_new (_ (sentence));

  g_string_replace (text, "%s", safe != NULL ? safe : "?", 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
