/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

G_BEGIN_DECLS

/* What an instance carries, the worst first; NULL if nobody has looked. */
char *htap_finding_list_dup_ids   (GPtrArray *findings);
char *htap_finding_list_dup_shown (GPtrArray *findings,
                                   gint64     now);
int   htap_finding_list_compare   (GPtrArray *some,
                                   GPtrArray *others);

G_END_DECLS
