/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

G_BEGIN_DECLS

/* No threshold is waited for. */
#define HTAP_FINDING_NEVER_DUE G_MAXINT64

GPtrArray *htap_finding_check (GListModel *instances,
                               GListModel *sources,
                               gint64      now,
                               gint64     *due);

G_END_DECLS
