/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void htap_json_member_add_text   (JsonBuilder *builder,
                                  const char  *name,
                                  const char  *text);
void htap_json_member_add_number (JsonBuilder *builder,
                                  const char  *name,
                                  gboolean     is_there,
                                  gint64       number);
void htap_json_member_add_time   (JsonBuilder *builder,
                                  const char  *name,
                                  gint64       milliseconds);
void htap_json_member_add_error  (JsonBuilder *builder,
                                  const char  *name,
                                  const GError *error);

G_END_DECLS
