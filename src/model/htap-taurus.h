/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-status.h"

G_BEGIN_DECLS

#define HTAP_TYPE_TAURUS (htap_taurus_get_type ())

/**
 * HtapTaurusText:
 * @HTAP_TAURUS_TEXT_STATUS: as it came, in the vocabulary of whichever version answered
 * @HTAP_TAURUS_TEXT_ENGINE_VERSION: `datastore.version`, `8.0.22`
 * @HTAP_TAURUS_TEXT_KERNEL_VERSION: `datastore.kernel_version`
 *
 * The text members of one TaurusDB instance, as the list of TaurusDB instances has them.
 */
typedef enum {
  HTAP_TAURUS_TEXT_ID,
  HTAP_TAURUS_TEXT_NAME,
  HTAP_TAURUS_TEXT_STATUS,
  HTAP_TAURUS_TEXT_TYPE,
  HTAP_TAURUS_TEXT_REGION,
  HTAP_TAURUS_TEXT_ENGINE_TYPE,
  HTAP_TAURUS_TEXT_ENGINE_VERSION,
  HTAP_TAURUS_TEXT_KERNEL_VERSION,
  HTAP_TAURUS_TEXT_VPC_ID,
  HTAP_TAURUS_TEXT_SUBNET_ID,
  HTAP_TAURUS_TEXT_SECURITY_GROUP_ID,
  HTAP_TAURUS_TEXT_FLAVOR_REF,
  HTAP_TAURUS_TEXT_ENTERPRISE_PROJECT_ID,
  HTAP_TAURUS_TEXT_DEDICATED_RESOURCE_ID,
  HTAP_TAURUS_N_TEXTS,
} HtapTaurusText;

/**
 * HtapTaurusNumber:
 * @HTAP_TAURUS_NUMBER_CREATED: milliseconds since 1970 UTC
 * @HTAP_TAURUS_NUMBER_UPDATED: milliseconds since 1970 UTC
 *
 * Its numbers.
 */
typedef enum {
  HTAP_TAURUS_NUMBER_PORT,
  HTAP_TAURUS_NUMBER_NODE_COUNT,
  HTAP_TAURUS_NUMBER_CREATED,
  HTAP_TAURUS_NUMBER_UPDATED,
  HTAP_TAURUS_N_NUMBERS,
} HtapTaurusNumber;

/**
 * HtapTaurusIps:
 *
 * Its lists of addresses.
 */
typedef enum {
  HTAP_TAURUS_IPS_PRIVATE,
  HTAP_TAURUS_IPS_READONLY,
  HTAP_TAURUS_IPS_PROXY,
  HTAP_TAURUS_IPS_PUBLIC,
  HTAP_TAURUS_N_IPS,
} HtapTaurusIps;

/**
 * HtapTag:
 * @key: never empty
 * @value: may be empty
 *
 * What somebody attached to it.
 */
typedef struct {
  const char *key;
  const char *value;
} HtapTag;

/**
 * HtapTaurus:
 *
 * One TaurusDB instance as one answer described it: plain data, atomically reference-counted,
 * filled by its maker and immutable from then on.
 */
typedef struct _HtapTaurus HtapTaurus;

GType              htap_taurus_get_type         (void);

HtapTaurus        *htap_taurus_new              (void);
HtapTaurus        *htap_taurus_ref              (HtapTaurus       *self);
void               htap_taurus_unref            (HtapTaurus       *self);

/* Filling, by its maker and before anybody else has a reference. */
void               htap_taurus_set_text         (HtapTaurus       *self,
                                                 HtapTaurusText    member,
                                                 const char       *value);
void               htap_taurus_set_number       (HtapTaurus       *self,
                                                 HtapTaurusNumber  member,
                                                 gint64            value);
void               htap_taurus_add_ip           (HtapTaurus       *self,
                                                 HtapTaurusIps     list,
                                                 const char       *address);
void               htap_taurus_add_tag          (HtapTaurus       *self,
                                                 const char       *key,
                                                 const char       *value);
void               htap_taurus_take_json        (HtapTaurus       *self,
                                                 GBytes           *json);

/* Reading. */
const char        *htap_taurus_get_text         (const HtapTaurus *self,
                                                 HtapTaurusText    member);
const char        *htap_taurus_get_id           (const HtapTaurus *self);
const char        *htap_taurus_get_name         (const HtapTaurus *self);
gboolean           htap_taurus_get_number       (const HtapTaurus *self,
                                                 HtapTaurusNumber  member,
                                                 gint64           *value);
const char *const *htap_taurus_get_ips          (const HtapTaurus *self,
                                                 HtapTaurusIps     list,
                                                 guint            *n_addresses);
const HtapTag     *htap_taurus_get_tags         (const HtapTaurus *self,
                                                 guint            *n_tags);
GBytes            *htap_taurus_get_json         (const HtapTaurus *self);
HtapShownStatus    htap_taurus_get_shown_status (const HtapTaurus *self);
gboolean           htap_taurus_equal            (const HtapTaurus *self,
                                                 const HtapTaurus *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapTaurus, htap_taurus_unref)

G_END_DECLS
