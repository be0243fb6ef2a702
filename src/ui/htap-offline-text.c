/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-offline-text.h"

#include "htap-error.h"
#include "htap-format.h"

#include <glib/gi18n-lib.h>

/* What somebody tried all the same, and how that went, says it already, and more. */
static gboolean
is_said (const HtapViewState *state)
{
  return state->failed != NULL && state->one_cause &&
         g_error_matches (htap_source_get_error (state->failed), HTAP_ERROR, HTAP_ERROR_NETWORK);
}

/**
 * htap_offline_text_dup:
 * @now: the present, seconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): that there is no network, and from when is what is shown;
 * %NULL if that does not concern what is in view
 */
char *
htap_offline_text_dup (const HtapViewState *state, gint64 now)
{
  g_autofree char *as_of = NULL;

  if (!state->cut_off || is_said (state))
    return NULL;

  if (state->oldest == 0)
    return g_strdup (_ ("Offline. Everything is read when the network is back."));

  as_of = htap_format_as_of (state->oldest, now);

  /* Translators: %s is a time. */
  return g_strdup_printf (_ ("Offline. Showing data from %s."), as_of);
}
