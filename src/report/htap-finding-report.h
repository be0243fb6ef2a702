/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

G_BEGIN_DECLS

char *htap_finding_report_format_text (GPtrArray   *findings,
                                       gint64       now);
char *htap_finding_report_dup_line    (HtapFinding *finding,
                                       gint64       now);

G_END_DECLS
