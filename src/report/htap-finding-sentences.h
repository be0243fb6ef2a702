/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

G_BEGIN_DECLS

/* What findings say, for the table of rules alone. */
#define HTAP_FINDING_SAYS(name) char *htap_finding_say_##name (HtapFinding *finding, gint64 now)

HTAP_FINDING_SAYS (create_failed);
HTAP_FINDING_SAYS (status_abnormal);
HTAP_FINDING_SAYS (frozen);
HTAP_FINDING_SAYS (sync_stopped);
HTAP_FINDING_SAYS (node_abnormal);
HTAP_FINDING_SAYS (restart_needed);
HTAP_FINDING_SAYS (status_unknown);
HTAP_FINDING_SAYS (creating_long);
HTAP_FINDING_SAYS (action_long);
HTAP_FINDING_SAYS (nodes_few);
HTAP_FINDING_SAYS (parent_not_normal);
HTAP_FINDING_SAYS (not_read);
HTAP_FINDING_SAYS (gone);
HTAP_FINDING_SAYS (capacity);
HTAP_FINDING_SAYS (ip_dup);
HTAP_FINDING_SAYS (total_mismatch);
HTAP_FINDING_SAYS (public);
HTAP_FINDING_SAYS (nodes_unread);
HTAP_FINDING_SAYS (version_skew);
HTAP_FINDING_SAYS (single_mode);

char *htap_finding_advise_not_read (HtapFinding *finding);

G_END_DECLS
