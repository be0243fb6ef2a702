/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-address-range.h"
#include "htap-instance.h"

G_BEGIN_DECLS

/**
 * HtapAddressRole:
 *
 * What an address is to who has it: those of an HTAP instance first, then those of its TaurusDB
 * instance.
 */
typedef enum {
  HTAP_ADDRESS_ROLE_PRIVATE,
  HTAP_ADDRESS_ROLE_PRIVATE_V6,
  HTAP_ADDRESS_ROLE_NODE,
  HTAP_ADDRESS_ROLE_PROXY,
  HTAP_ADDRESS_ROLE_TAURUS_PRIVATE,
  HTAP_ADDRESS_ROLE_TAURUS_READONLY,
  HTAP_ADDRESS_ROLE_TAURUS_PROXY,
  HTAP_ADDRESS_ROLE_TAURUS_PUBLIC,
  HTAP_ADDRESS_N_ROLES,
} HtapAddressRole;

/**
 * HtapAddressOwner:
 * @asked: which of the addresses that were asked for it is
 * @address: as the cloud spells it
 * @node_id: (nullable): of a readable node
 * @node_name: (nullable): of a readable node
 * @instance: (nullable): %NULL if it is an address of the TaurusDB instance itself
 * @source: the TaurusDB instance
 *
 * Who has an address, and as what.
 */
typedef struct {
  guint           asked;
  HtapAddressRole role;
  char           *address;
  char           *node_id;
  char           *node_name;
  HtapInstance   *instance;
  HtapSource     *source;
} HtapAddressOwner;

GPtrArray  *htap_address_owners_find     (GArray          *addresses,
                                          GListModel      *instances,
                                          GListModel      *sources);
gboolean    htap_address_owners_have     (GPtrArray       *owners,
                                          guint            asked);
const char *htap_address_role_get_id     (HtapAddressRole  role);

G_END_DECLS
