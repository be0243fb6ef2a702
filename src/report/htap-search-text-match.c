/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-text-match.h"

#include "htap-search-text.h"

#include <string.h>

/* Bytes of a value that is folded without an allocation. */
#define MAX_SHORT 128

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

/* Most values are short and ASCII. Returns: %FALSE if @raw is not */
static gboolean
fold_short (const char *raw, char *folded, gsize size)
{
  for (gsize i = 0; i < size && (guchar) raw[i] < 0x80; i++)
    {
      folded[i] = g_ascii_tolower (raw[i]);
      if (raw[i] == '\0')
        return TRUE;
    }

  return FALSE;
}

/**
 * htap_search_raw_has:
 * @raw: (nullable): where to look, not folded
 */
gboolean
htap_search_raw_has (const char *raw, const char *needle, HtapSearchFit fit)
{
  char place[MAX_SHORT];
  g_autofree char *folded = NULL;

  if (raw == NULL)
    return FALSE;
  if (fold_short (raw, place, sizeof place))
    return htap_search_text_has (place, needle, fit);

  folded = htap_search_text_fold (raw);

  return htap_search_text_has (folded, needle, fit);
}
