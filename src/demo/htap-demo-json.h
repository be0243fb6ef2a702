/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HtapDemoNulls:
 * @HTAP_DEMO_NULLS_STAY: a null is a value as any other
 * @HTAP_DEMO_NULLS_REMOVE: a null removes the member it names (RFC 7396)
 *
 * What a null in a change means.
 */
typedef enum {
  HTAP_DEMO_NULLS_STAY,
  HTAP_DEMO_NULLS_REMOVE,
} HtapDemoNulls;

JsonObject *htap_demo_json_parse    (GBytes  *bytes,
                                     GError **error);
JsonObject *htap_demo_json_copy     (JsonObject *object);
void        htap_demo_json_merge    (JsonObject    *target,
                                     JsonObject    *change,
                                     HtapDemoNulls  nulls);
const char *htap_demo_json_text     (JsonObject *object,
                                     const char *member);
char       *htap_demo_json_to_string (JsonNode *node);
void        htap_demo_json_set_text (JsonObject *object,
                                     const char *member,
                                     const char *text);
JsonObject *htap_demo_json_object   (JsonObject *object,
                                     const char *member);
GBytes     *htap_demo_json_to_bytes (JsonObject *object);

G_END_DECLS
