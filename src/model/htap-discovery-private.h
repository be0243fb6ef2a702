/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-discovery.h"

G_BEGIN_DECLS

/* What the files of a discovery share: the project it looks at, as a source without a TaurusDB
 * instance, and what it found there. */
struct _HtapDiscovery {
  GObject parent_instance;
  HtapSource *stand_in; /* knows who looks and where, and how the last attempt went */
  GHashTable *known;    /* id → HtapTaurus, also of those that are gone */
  GPtrArray *taurus;    /* HtapTaurus, as last listed */
  GPtrArray *gone;      /* HtapTaurus, as last seen */
  GHashTable *enterprise_projects;
  GError *enterprise_projects_error;
  gboolean complete;
};

G_END_DECLS
