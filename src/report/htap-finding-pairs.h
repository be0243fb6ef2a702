/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-rule.h"

G_BEGIN_DECLS

/**
 * HtapFindingFound:
 * @instance: (nullable): %NULL for the TaurusDB instance as a whole
 * @facts: valid during the call
 *
 * A rule that compares hits.
 */
typedef void (*HtapFindingFound) (HtapFindingRuleIndex    index,
                                  HtapInstance           *instance,
                                  HtapSource             *source,
                                  const HtapFindingFacts *facts,
                                  gpointer                user_data);

void htap_finding_pairs_find_addresses (GPtrArray        *instances,
                                        HtapFindingFound  found,
                                        gpointer          user_data);
void htap_finding_pairs_find_versions  (GPtrArray        *instances,
                                        HtapFindingFound  found,
                                        gpointer          user_data);

G_END_DECLS
