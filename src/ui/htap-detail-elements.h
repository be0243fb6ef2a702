/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"
#include "htap-record.h"

G_BEGIN_DECLS

void htap_detail_elements_add_proxies (GPtrArray        *facts,
                                       const HtapRecord *record);
void htap_detail_elements_add_nodes   (GPtrArray        *facts,
                                       const HtapRecord *record,
                                       GPtrArray        *listed);
void htap_detail_elements_add_zones   (GPtrArray        *facts,
                                       const HtapRecord *record);
void htap_detail_elements_add_actions (GPtrArray        *facts,
                                       const HtapRecord *record,
                                       gint64            now);

HtapDetailFact *htap_detail_elements_new_time (const char *key,
                                               const char *label,
                                               gint64      milliseconds,
                                               gint64      now);

G_END_DECLS
