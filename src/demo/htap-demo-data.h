/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-entry.h"

G_BEGIN_DECLS

/**
 * HtapDemoData:
 *
 * The inventory of the demo cloud: its projects, their TaurusDB instances, and the HTAP instances
 * of those.
 */
typedef struct _HtapDemoData HtapDemoData;

HtapDemoData         *htap_demo_data_new             (void);
void                  htap_demo_data_free            (HtapDemoData *self);

guint                 htap_demo_data_n_projects      (HtapDemoData *self);
JsonArray            *htap_demo_data_get_projects    (HtapDemoData *self);
HtapDemoEntry        *htap_demo_data_find_taurus     (HtapDemoData *self,
                                                      const char   *taurus_id);
const HtapDemoTaurus *htap_demo_data_get_taurus      (HtapDemoData *self,
                                                      guint        *n_taurus);
JsonObject           *htap_demo_data_find_instance   (HtapDemoData *self,
                                                      const char   *htap_id);
JsonArray            *htap_demo_data_get_enterprise_projects (HtapDemoData *self);
JsonObject           *htap_demo_data_list_taurus     (HtapDemoData *self,
                                                      const char   *project_id,
                                                      gboolean      old,
                                                      guint         offset,
                                                      guint         limit);

void                  htap_demo_data_clear           (HtapDemoData *self);
HtapDemoEntry        *htap_demo_data_add_taurus      (HtapDemoData *self,
                                                      guint         project,
                                                      JsonObject   *change);
JsonObject           *htap_demo_data_add_instance    (HtapDemoData  *self,
                                                      HtapDemoEntry *entry,
                                                      const char    *shape,
                                                      JsonObject    *change);
gboolean              htap_demo_data_remove_instance (HtapDemoData *self,
                                                      const char   *htap_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoData, htap_demo_data_free)

G_END_DECLS
