/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-scan.h"

#include "htap-search-token.h"

#include <string.h>

/* Of a pasted page nobody reads more. */
#define MAX_ADDRESSES 64
/* The longest spelling: an IPv6 address with an IPv4 address at its end. */
#define MAX_LENGTH 45

static const char ipv4_letters[] = "0123456789.";
static const char ipv6_letters[] = "0123456789abcdef:.";

static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static void
add (GArray *addresses, const HtapAddressRange *range)
{
  for (guint i = 0; i < addresses->len; i++)
    if (htap_address_range_equal (&g_array_index (addresses, HtapAddressRange, i), range))
      return;

  if (addresses->len < MAX_ADDRESSES)
    g_array_append_vals (addresses, range, 1);
}

/* A network's `/24`, but not the path of a URL. Returns how long it is. */
static gsize
measure_prefix (const char *text, const char *start, const char *end)
{
  gsize length = *end == '/' ? strspn (end + 1, "0123456789") : 0;
  gboolean in_url = start > text && (start[-1] == '/' || start[-1] == '@' || start[-1] == '[');

  if (length == 0 || length > 3 || in_url || is_of_word (end[1 + length]) || end[1 + length] == '/')
    return 0;

  return length + 1;
}

/* What ends a sentence is no part of the address before it. */
static gsize
trim (const char *start, gsize length)
{
  while (length > 0 && start[length - 1] == '.')
    length--;
  if (length > 1 && start[length - 1] == ':' && start[length - 2] != ':')
    length--;

  return length;
}

/* Returns: how many letters of @start were an address, 0 if there is none */
static gsize
take (const char *text, const char *start, const char *letters, GArray *addresses)
{
  gsize length = trim (start, strspn (start, letters));
  gsize prefix = measure_prefix (text, start, start + length);
  g_autofree char *spelled = NULL;
  g_autofree char *alone = NULL;
  HtapAddressRange range;

  if (length < 3 || length > MAX_LENGTH || is_of_word (start[length]))
    return 0;

  spelled = g_strndup (start, length + prefix);
  alone = g_strndup (start, length);
  if (!htap_address_range_parse (spelled, &range) && !htap_address_range_parse (alone, &range))
    return 0;

  add (addresses, &range);

  return length + prefix;
}

/**
 * htap_address_scan:
 * @text: anything, such as the line of a log
 *
 * Finds addresses and networks wherever they stand: with a port, in brackets, in a URL, before a
 * full stop. Times and versions with a letter before them are none.
 *
 * Returns: (transfer full) (element-type HtapAddressRange): each once, in the order of @text
 */
GArray *
htap_address_scan (const char *text)
{
  GArray *addresses = g_array_new (FALSE, FALSE, sizeof (HtapAddressRange));
  g_autofree char *folded = htap_search_text_normalize (text);
  const char *c = folded;

  while (*c != '\0')
    {
      gboolean begins = c == folded || (!is_of_word (c[-1]) && c[-1] != '.');
      gsize length = 0;

      if (begins && (g_ascii_isxdigit (*c) || *c == ':') &&
          (c == folded || c[-1] != ':' || !g_ascii_isxdigit (*c)))
        length = take (folded, c, ipv6_letters, addresses);
      if (length == 0 && begins && g_ascii_isdigit (*c))
        length = take (folded, c, ipv4_letters, addresses);
      c += length > 0 ? length : 1;
    }

  return addresses;
}
