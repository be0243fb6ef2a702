/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"
#include "htap-instance-detail.h"

G_BEGIN_DECLS

gboolean htap_detail_part_is_awaited (HtapInstanceDetail *detail,
                                      HtapDetailPart      part);
void     htap_detail_part_add        (GPtrArray          *facts,
                                      HtapInstanceDetail *detail,
                                      HtapDetailPart      part,
                                      gboolean            has_data,
                                      HtapSource         *source);

G_END_DECLS
