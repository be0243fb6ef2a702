/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *htap_json_text_dup_pretty (GBytes     *json);
char *htap_json_text_escape     (const char *json);

G_END_DECLS
