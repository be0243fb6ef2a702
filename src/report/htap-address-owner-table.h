/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-address-owner.h"

G_BEGIN_DECLS

char *htap_address_owner_table_format_text (GPtrArray *owners);

G_END_DECLS
