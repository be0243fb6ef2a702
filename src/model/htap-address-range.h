/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-address.h"

G_BEGIN_DECLS

/**
 * HtapAddressRange:
 * @prefix: bits that count, of 32 or 128
 *
 * One address, or a network in CIDR notation.
 */
typedef struct {
  HtapAddress first;
  guint       prefix;
} HtapAddressRange;

gboolean htap_address_range_parse     (const char             *text,
                                       HtapAddressRange       *range);
gboolean htap_address_range_is_single (const HtapAddressRange *self);
gboolean htap_address_range_has       (const HtapAddressRange *self,
                                       const HtapAddress      *address);
gboolean htap_address_range_has_text  (const HtapAddressRange *self,
                                       const char             *text);
gboolean htap_address_range_equal     (const HtapAddressRange *self,
                                       const HtapAddressRange *other);
char    *htap_address_range_dup_text  (const HtapAddressRange *self);

G_END_DECLS
