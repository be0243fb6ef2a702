/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-details.h"
#include "htap-finding-memory.h"
#include "htap-finding-mutes.h"
#include "htap-finding-order.h"
#include "htap-findings.h"

G_BEGIN_DECLS

struct _HtapFindings
{
  GObject parent_instance;
  GListModel *instances;
  GListModel *sources;
  HtapFindingMemory *memory; /* muted or not */
  HtapFindingOrder *open;
  HtapFindingOrder *muted;
  HtapFindingMutes *mutes;
  HtapFindingDetails *details;
  guint counts[HTAP_N_SEVERITIES];
  GHashTable *in_trouble; /* set of HtapInstance, borrowed: listed, and with a warning or worse */
  gint64 looked;          /* when, seconds since 1970 UTC */
  gboolean knows_lists;   /* the memory can follow what happened to them since */
};

G_END_DECLS
