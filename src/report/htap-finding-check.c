/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-check.h"

#include "htap-finding-memory.h"

/**
 * htap_finding_check:
 * @instances: a list of #HtapInstance
 * @sources: a list of #HtapSource, theirs among them
 * @now: seconds since 1970 UTC
 * @due: (out) (optional): when something else will be found if no answer comes, seconds since 1970
 *   UTC; %HTAP_FINDING_NEVER_DUE if never
 *
 * Asks every rule once. Only what is fresh is looked at, for the rest only says that it is not; what
 * is no longer listed is only said to be gone.
 *
 * Returns: (transfer full) (element-type HtapFinding): the worst first, then by rule, then as the
 *   lists go
 */
GPtrArray *
htap_finding_check (GListModel *instances, GListModel *sources, gint64 now, gint64 *due)
{
  g_autoptr (HtapFindingMemory) memory = htap_finding_memory_new ();

  htap_finding_memory_look (memory, instances, sources, NULL, now);
  if (due != NULL)
    *due = htap_finding_memory_get_due (memory);

  return htap_finding_memory_dup_all (memory);
}
