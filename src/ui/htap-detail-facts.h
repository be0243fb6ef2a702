/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"
#include "htap-field.h"
#include "htap-instance-detail.h"

G_BEGIN_DECLS

GPtrArray *htap_detail_facts_new        (HtapFieldGroup  group,
                                         HtapInstance   *instance,
                                         HtapInstanceDetail *detail,
                                         gint64          now);
GPtrArray *htap_detail_facts_new_shared (GListModel     *instances);
char      *htap_detail_facts_dup_title  (HtapFieldGroup  group,
                                         HtapInstance   *instance);

G_END_DECLS
