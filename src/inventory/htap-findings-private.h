/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-details.h"
#include "htap-finding-memory.h"
#include "htap-finding-mutes.h"
#include "htap-findings.h"

G_BEGIN_DECLS

struct _HtapFindings
{
  GObject parent_instance;
  GListModel *instances;
  GListModel *sources;
  HtapFindingMemory *memory; /* muted or not */
  GListStore *open;
  GListStore *muted;
  HtapFindingMutes *mutes;
  HtapFindingDetails *details;
  guint counts[HTAP_N_SEVERITIES];
  gint64 looked; /* when, seconds since 1970 UTC */
};

G_END_DECLS
