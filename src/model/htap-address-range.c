/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-range.h"

#include <arpa/inet.h>
#include <string.h>

/* What is no network and longer than this is no address either. */
#define MAX_LENGTH 63

static guint
get_n_bits (const HtapAddress *address)
{
  return address->is_ipv6 ? 128 : 32;
}

static const guint8 *
get_bytes (const HtapAddress *address)
{
  return address->is_ipv6 ? address->bytes : address->bytes + 12;
}

/* A program that listens on IPv6 writes ::ffff:10.0.0.5 for 10.0.0.5. */
static void
unmap (HtapAddress *address)
{
  static const guint8 mapped[12] = { [10] = 0xff, [11] = 0xff };

  if (!address->is_ipv6 || memcmp (address->bytes, mapped, sizeof mapped) != 0)
    return;

  memset (address->bytes, 0, sizeof mapped);
  address->is_ipv6 = FALSE;
}

static gboolean
parse_prefix (const char *text, guint n_bits, guint *prefix)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, n_bits, &value, NULL))
    return FALSE;

  *prefix = (guint) value;

  return TRUE;
}

/**
 * htap_address_range_parse:
 * @text: (nullable): an address in any spelling, or one with `/` and how many bits count
 * @range: (out): its value
 *
 * Returns: %FALSE if @text is neither
 */
gboolean
htap_address_range_parse (const char *text, HtapAddressRange *range)
{
  const char *slash = text != NULL ? strchr (text, '/') : NULL;
  char address[MAX_LENGTH + 1];
  gsize length;

  *range = (HtapAddressRange){ .prefix = 0 };
  if (text == NULL)
    return FALSE;

  length = slash != NULL ? (gsize) (slash - text) : strlen (text);
  if (length > MAX_LENGTH)
    return FALSE;

  memcpy (address, text, length);
  address[length] = '\0';
  if (!htap_address_parse (address, &range->first))
    return FALSE;
  if (slash == NULL)
    unmap (&range->first);
  range->prefix = get_n_bits (&range->first);

  return slash == NULL || parse_prefix (slash + 1, range->prefix, &range->prefix);
}

gboolean
htap_address_range_is_single (const HtapAddressRange *self)
{
  return self->prefix == get_n_bits (&self->first);
}

gboolean
htap_address_range_has (const HtapAddressRange *self, const HtapAddress *address)
{
  const guint8 *mine = get_bytes (&self->first);
  const guint8 *its = get_bytes (address);
  guint n_bytes = self->prefix / 8;
  guint n_bits = self->prefix % 8;

  if (self->first.is_ipv6 != address->is_ipv6 || memcmp (mine, its, n_bytes) != 0)
    return FALSE;

  return n_bits == 0 || (mine[n_bytes] ^ its[n_bytes]) >> (8 - n_bits) == 0;
}

/**
 * htap_address_range_has_text:
 * @text: (nullable): an address in any spelling
 *
 * Returns: %FALSE also if @text is no address
 */
gboolean
htap_address_range_has_text (const HtapAddressRange *self, const char *text)
{
  HtapAddress address;

  /* Asked of every address at every keystroke: the other family need not be parsed. */
  if (text == NULL || (strchr (text, ':') != NULL) != !!self->first.is_ipv6)
    return FALSE;

  return htap_address_parse (text, &address) && htap_address_range_has (self, &address);
}

gboolean
htap_address_range_equal (const HtapAddressRange *self, const HtapAddressRange *other)
{
  return self->prefix == other->prefix && htap_address_compare (&self->first, &other->first) == 0;
}

/**
 * htap_address_range_dup_text:
 *
 * Returns: (transfer full): the address, with the number of bits if it is a network
 */
char *
htap_address_range_dup_text (const HtapAddressRange *self)
{
  char address[INET6_ADDRSTRLEN];

  inet_ntop (self->first.is_ipv6 ? AF_INET6 : AF_INET, get_bytes (&self->first), address,
             sizeof address);

  return htap_address_range_is_single (self) ? g_strdup (address)
                                             : g_strdup_printf ("%s/%u", address, self->prefix);
}
