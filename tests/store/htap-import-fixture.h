/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-import-file.h"
#include "htap-import-offer.h"

G_BEGIN_DECLS

typedef gboolean (*HtapImportParser) (HtapImportFile *file, GPtrArray *offers, GError **error);

GPtrArray *htap_import_fixture_parse     (HtapImportParser   parse,
                                          const char        *text);
void       htap_import_fixture_refuse    (HtapImportParser   parse,
                                          const char        *text,
                                          HtapErrorReason    reason);
void       htap_import_fixture_damage    (HtapImportParser   parse,
                                          const char        *text);
void       htap_import_fixture_check_key (HtapImportOffer   *offer,
                                          const char        *access_key_id,
                                          const char        *secret_key,
                                          const char        *security_token);

G_END_DECLS
