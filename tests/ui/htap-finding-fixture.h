/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-rule.h"

G_BEGIN_DECLS

HtapFinding *htap_finding_fixture_new       (HtapFindingRuleIndex  rule,
                                             HtapInstance         *instance,
                                             HtapSource           *source,
                                             const char           *text);

G_END_DECLS
