/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-discovery.h"

G_BEGIN_DECLS

GPtrArray *htap_discovery_list_update (GListStore *discoveries,
                                       GListModel *profiles);

G_END_DECLS
