/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "htap-demo-taurus.h"

G_BEGIN_DECLS

/**
 * HtapDemoEntry:
 * @key: its texts belong to the entry
 * @detail: the TaurusDB instance as the list of TaurusDB instances shows it
 * @old_status: (nullable): its status in the words of v3, if they tell more than those of v3.1
 * @instances: its HTAP instances, objects as the cloud shows them
 * @maximum: how many HTAP instances it can have
 * @is_denied: nobody may list its HTAP instances
 *
 * One TaurusDB instance and all that the demo cloud knows of it.
 */
typedef struct {
  HtapDemoTaurus  key;
  JsonObject     *detail;
  char           *old_status;
  JsonArray      *instances;
  gint64          maximum;
  gboolean        is_denied;
} HtapDemoEntry;

HtapDemoEntry *htap_demo_entry_new           (const char *region,
                                              const char *project_id,
                                              JsonObject *detail);
void           htap_demo_entry_free          (HtapDemoEntry *self);

JsonObject    *htap_demo_entry_find_instance (HtapDemoEntry *self,
                                              const char    *htap_id,
                                              guint         *position);
JsonObject    *htap_demo_entry_to_old_detail (HtapDemoEntry *self);
JsonObject    *htap_demo_entry_to_json       (HtapDemoEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoEntry, htap_demo_entry_free)

G_END_DECLS
