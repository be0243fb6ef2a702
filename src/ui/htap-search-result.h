/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"

G_BEGIN_DECLS

GVariant *htap_search_result_new_ids   (GListModel        *instances,
                                        const char *const *terms);
GVariant *htap_search_result_new_metas (GListModel        *instances,
                                        const char *const *ids,
                                        gint64             now);

G_END_DECLS
