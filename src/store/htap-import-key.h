/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-import-offer.h"

G_BEGIN_DECLS

/**
 * HtapImportKey:
 * @access_key_id: (nullable): the public half
 * @secret_key: (nullable): the secret half
 * @security_token: (nullable): the third part of a temporary key
 * @region: (nullable): where to look
 * @project_id: (nullable): a project, of @region if there is one
 * @iam_endpoint: (nullable): who is asked to sign in
 *
 * What a file of keys says of one key, as it stands there. Borrowed from the file.
 */
typedef struct {
  const char *access_key_id;
  const char *secret_key;
  const char *security_token;
  const char *region;
  const char *project_id;
  const char *iam_endpoint;
} HtapImportKey;

HtapImportOffer *htap_import_key_offer (const HtapImportKey *self,
                                        HtapImportOrigin     origin,
                                        const char          *path,
                                        const char          *name);

G_END_DECLS
