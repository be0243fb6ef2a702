/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-profile.h"

G_BEGIN_DECLS

/**
 * HtapImportOrigin:
 * @HTAP_IMPORT_ENVIRONMENT: environment variables of Terraform or the SDKs
 * @HTAP_IMPORT_KOOCLI: a profile in `~/.hcloud/config.json`
 * @HTAP_IMPORT_SDK: `~/.huaweicloud/credentials`
 * @HTAP_IMPORT_CSV: a `credentials.csv` that the console gives with a new access key
 *
 * What kind of place an offer comes from.
 */
typedef enum {
  HTAP_IMPORT_ENVIRONMENT,
  HTAP_IMPORT_KOOCLI,
  HTAP_IMPORT_SDK,
  HTAP_IMPORT_CSV,
} HtapImportOrigin;

/**
 * HtapImportMissing:
 * @HTAP_IMPORT_MISSING_REGION: it is not known which region to look at
 * @HTAP_IMPORT_MISSING_ACCESS_KEY_ID: the public half of the key
 * @HTAP_IMPORT_MISSING_SECRET_KEY: the secret half
 * @HTAP_IMPORT_MISSING_SECURITY_TOKEN: the third part of a temporary key
 *
 * What a person has to add before the profile can sign in.
 */
typedef enum {
  HTAP_IMPORT_MISSING_NOTHING            = 0,
  HTAP_IMPORT_MISSING_REGION             = 1 << 0,
  HTAP_IMPORT_MISSING_ACCESS_KEY_ID      = 1 << 1,
  HTAP_IMPORT_MISSING_SECRET_KEY         = 1 << 2,
  HTAP_IMPORT_MISSING_SECURITY_TOKEN     = 1 << 3,
} HtapImportMissing;

#define HTAP_TYPE_IMPORT_OFFER (htap_import_offer_get_type ())

/**
 * HtapImportOffer:
 *
 * A profile that could be made of what is on this computer already. Never changes. Its texts come
 * from outside; its secrets are wiped with it.
 */
G_DECLARE_FINAL_TYPE (HtapImportOffer, htap_import_offer, HTAP, IMPORT_OFFER, GObject)

HtapImportOffer   *htap_import_offer_new               (HtapImportOrigin   origin,
                                                        const char        *path,
                                                        const char        *name,
                                                        HtapProfile       *profile,
                                                        HtapCredentials   *credentials);
void               htap_import_offer_set_project_id    (HtapImportOffer   *self,
                                                        const char        *project_id);
void               htap_import_offer_set_encrypted     (HtapImportOffer   *self,
                                                        gboolean           is_temporary);

HtapImportOrigin   htap_import_offer_get_origin        (HtapImportOffer   *self);
const char        *htap_import_offer_get_path          (HtapImportOffer   *self);
const char        *htap_import_offer_get_name          (HtapImportOffer   *self);
HtapProfile       *htap_import_offer_get_profile       (HtapImportOffer   *self);
const char        *htap_import_offer_get_project_id    (HtapImportOffer   *self);
gboolean           htap_import_offer_is_encrypted      (HtapImportOffer   *self);
HtapImportMissing  htap_import_offer_get_missing       (HtapImportOffer   *self);
char              *htap_import_offer_dup_key           (HtapImportOffer   *self);
HtapProfile       *htap_import_offer_accept            (HtapImportOffer   *self,
                                                        const char *const *taken_names,
                                                        HtapCredentials  **credentials);

G_END_DECLS
