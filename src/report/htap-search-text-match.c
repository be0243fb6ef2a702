/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-text-match.h"

#include "htap-search-text.h"

#include <string.h>

/* Chinese has no spaces: only letters and digits of ASCII make words longer. */
static gboolean
goes_on (char one, char next)
{
  return g_ascii_isalnum (one) && g_ascii_isalnum (next);
}

/* Part of an address: 10.0.0.5 is not within 10.0.0.5.1, nor ::1 within fe80::1. */
static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == ':';
}

static gboolean
fits (const char *text, const char *place, const char *needle, HtapSearchFit fit)
{
  const char *end = place + strlen (needle);

  if (fit == HTAP_SEARCH_AT_WORD)
    return place == text || !goes_on (place[-1], *place);

  return (place == text || !is_of_word (place[-1])) && !is_of_word (*end);
}

/**
 * htap_search_text_has:
 * @folded: where to look
 * @needle: what for, folded; not empty
 *
 * Allocates nothing.
 */
gboolean
htap_search_text_has (const char *folded, const char *needle, HtapSearchFit fit)
{
  const char *place = folded;

  if (fit == HTAP_SEARCH_EQUAL)
    return g_str_equal (folded, needle);
  if (fit == HTAP_SEARCH_PREFIX)
    return g_str_has_prefix (folded, needle);

  for (place = strstr (folded, needle); place != NULL; place = strstr (place + 1, needle))
    if (fit == HTAP_SEARCH_ANYWHERE || fits (folded, place, needle, fit))
      return TRUE;

  return FALSE;
}

/**
 * htap_search_raw_has:
 * @raw: (nullable): where to look, not folded
 */
gboolean
htap_search_raw_has (const char *raw, const char *needle, HtapSearchFit fit)
{
  g_autofree char *folded = raw != NULL ? htap_search_text_fold (raw) : NULL;

  return folded != NULL && htap_search_text_has (folded, needle, fit);
}
