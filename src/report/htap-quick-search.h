/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *htap_quick_search_find (GListModel        *instances,
                                   const char *const *terms,
                                   guint              max_results);

G_END_DECLS
