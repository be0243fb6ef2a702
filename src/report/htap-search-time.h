/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean htap_search_time_parse (const char *text,
                                 gint64     *start,
                                 gint64     *end);

G_END_DECLS
