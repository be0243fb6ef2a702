/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean htap_list_update (GListStore *list,
                           GPtrArray  *wanted);

G_END_DECLS
