/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"
#include "htap-error.h"
#include "htap-instance-detail.h"

G_BEGIN_DECLS

HtapInstanceDetail *htap_detail_fixture_new              (void);
HtapDetailNode     *htap_detail_fixture_new_node         (const char         *id,
                                                          const char         *name,
                                                          const char         *role,
                                                          const char         *status);
void                htap_detail_fixture_tell             (HtapInstanceDetail *detail,
                                                          HtapDetailPart      part,
                                                          gpointer            data);
void                htap_detail_fixture_tell_detail      (HtapInstanceDetail *detail);
void                htap_detail_fixture_tell_nodes       (HtapInstanceDetail *detail);
void                htap_detail_fixture_tell_error       (HtapInstanceDetail *detail,
                                                          HtapDetailPart      part,
                                                          HtapError           kind);
void                htap_detail_fixture_tell_replication (HtapInstanceDetail *detail,
                                                          const char         *status,
                                                          const char         *stage,
                                                          gboolean            needs_repair);

char               *htap_detail_fixture_dup_facts        (GPtrArray          *facts);

G_END_DECLS
