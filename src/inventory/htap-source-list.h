/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-discovery.h"

G_BEGIN_DECLS

gboolean htap_source_list_update (GListStore *sources,
                                  GListModel *profiles,
                                  GListModel *discoveries,
                                  GPtrArray **removed);

G_END_DECLS
