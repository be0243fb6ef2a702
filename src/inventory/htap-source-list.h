/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"

G_BEGIN_DECLS

GPtrArray *htap_source_list_update (GListStore *sources,
                                    GListModel *profiles);

G_END_DECLS
