/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-fixture.h"

/* What a rule finds, without a rule that looks.
 * @instance: (nullable): %NULL for the TaurusDB instance as a whole
 * @text: (nullable): what its sentence names */
HtapFinding *
htap_finding_fixture_new (HtapFindingRuleIndex rule,
                          HtapInstance *instance,
                          HtapSource *source,
                          const char *text)
{
  const HtapFindingFacts facts = { .text = text, .number = 10, .limit = 10 };

  return htap_finding_new (&htap_finding_rule_get (rule)->kind, instance, source, &facts);
}
