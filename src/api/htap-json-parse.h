/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *htap_json_parse      (GBytes      *bytes,
                                GArray     **elements,
                                GError     **error);
JsonNode *htap_json_parse_list (GBytes      *bytes,
                                const char  *list,
                                GArray     **elements,
                                GError     **error);
void      htap_json_set_undocumented (GError   **error,
                                const char  *member);

G_END_DECLS
