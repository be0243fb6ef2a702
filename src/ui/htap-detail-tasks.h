/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"
#include "htap-instance-detail.h"

G_BEGIN_DECLS

GPtrArray *htap_detail_tasks_new (HtapInstanceDetail *detail,
                                  HtapSource         *source);

G_END_DECLS
