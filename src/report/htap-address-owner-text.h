/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-address-owner.h"

G_BEGIN_DECLS

const char *htap_address_owner_text_get_role     (HtapAddressRole         role);
char       *htap_address_owner_text_dup_sentence (const HtapAddressOwner *owner);
char       *htap_address_owner_text_dup_unknown  (GArray                 *addresses,
                                                  GPtrArray              *owners);
GStrv       htap_address_owner_text_dup_gaps     (GListModel             *discoveries,
                                                  GListModel             *sources);

G_END_DECLS
