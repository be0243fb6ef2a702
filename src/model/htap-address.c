/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address.h"

#include <arpa/inet.h>
#include <string.h>

/**
 * htap_address_parse:
 * @text: (nullable): an IPv4 or IPv6 address in any spelling (RFC 4291)
 * @address: (out): its value
 *
 * Returns: %FALSE if @text is no address
 */
gboolean
htap_address_parse (const char *text, HtapAddress *address)
{
  memset (address, 0, sizeof *address);

  /* inet_pton() rather than GInetAddress: sorting parses two addresses a comparison. */
  if (text == NULL)
    return FALSE;
  if (inet_pton (AF_INET, text, address->bytes + 12) == 1)
    return TRUE;
  if (inet_pton (AF_INET6, text, address->bytes) != 1)
    return FALSE;

  address->is_ipv6 = TRUE;

  return TRUE;
}

/**
 * htap_address_compare:
 *
 * Returns: less than, equal to or greater than 0; IPv4 before IPv6, then by value
 */
int
htap_address_compare (const HtapAddress *a, const HtapAddress *b)
{
  if (a->is_ipv6 != b->is_ipv6)
    return a->is_ipv6 ? 1 : -1;

  return memcmp (a->bytes, b->bytes, sizeof a->bytes);
}

/**
 * htap_address_compare_text:
 * @a: an address, or any other text
 * @b: an address, or any other text
 *
 * Returns: as htap_address_compare(); what is no address comes last, by its letters
 */
int
htap_address_compare_text (const char *a, const char *b)
{
  HtapAddress one, other;
  gboolean a_is_address = htap_address_parse (a, &one);
  gboolean b_is_address = htap_address_parse (b, &other);

  if (a_is_address && b_is_address)
    return htap_address_compare (&one, &other);
  if (a_is_address != b_is_address)
    return a_is_address ? -1 : 1;

  return g_strcmp0 (a, b);
}
