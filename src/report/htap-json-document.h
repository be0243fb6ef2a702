/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonBuilder *htap_json_document_begin (gint64       now);
char        *htap_json_document_end   (JsonBuilder *builder);

G_END_DECLS
