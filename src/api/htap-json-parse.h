/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-guard-scan.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *htap_json_parse            (GBytes              *bytes,
                                      GError             **error);
JsonNode *htap_json_parse_list       (GBytes              *bytes,
                                      const char          *list,
                                      GError             **error);
JsonNode *htap_json_parse_scanned    (GBytes              *bytes,
                                      const HtapGuardScan *scan,
                                      const HtapByteRange *range,
                                      const HtapByteRange *hole,
                                      guint               *next_repair);
gboolean  htap_json_check_list       (JsonNode            *root,
                                      const char          *list,
                                      GError             **error);
void      htap_json_set_unreadable   (GError             **error);
void      htap_json_set_undocumented (GError             **error,
                                      const char          *member);

G_END_DECLS
