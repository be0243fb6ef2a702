/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/* Every field that has addresses of an instance. */
#define HTAP_SEARCH_ADDRESS_FIELDS                                                                 \
  (HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP) | HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP_V6) |                \
   HTAP_FIELD_BIT (HTAP_FIELD_PROXY_IPS) | HTAP_FIELD_BIT (HTAP_FIELD_READABLE_NODE_INFOS))

HtapFieldSet htap_search_name_find (const char *name);

G_END_DECLS
