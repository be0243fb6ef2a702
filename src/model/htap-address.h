/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapAddress:
 *
 * An IPv4 or IPv6 address by value, however it was spelled.
 */
typedef struct {
  guint8 bytes[16]; /* network order; IPv4 in the last four, the rest zero */
  guint8 is_ipv6;
} HtapAddress;

gboolean htap_address_parse   (const char        *text,
                               HtapAddress       *address);
int      htap_address_compare (const HtapAddress *a,
                               const HtapAddress *b);
int      htap_address_compare_text (const char   *a,
                               const char        *b);

G_END_DECLS
