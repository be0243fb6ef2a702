/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change-draft.h"
#include "htap-changes.h"

G_BEGIN_DECLS

/* What the inventory does with its changes. */

/* More than anybody reads, and what they may take. */
#define HTAP_CHANGES_LIMIT      2000
#define HTAP_CHANGES_SIZE_LIMIT (1024 * 1024)

/**
 * HtapChangesPublished:
 * @added: (element-type HtapChange): those that are new, the oldest first
 *
 * Called when a merge brought something.
 */
typedef void (*HtapChangesPublished) (HtapChanges *changes,
                                      GPtrArray   *added,
                                      gpointer     user_data);

void       htap_changes_set_listener (HtapChanges          *self,
                                      HtapChangesPublished  published,
                                      gpointer              user_data);

HtapChangeDraft *htap_changes_get_draft (HtapChanges       *self);
gboolean   htap_changes_publish      (HtapChanges          *self);

void       htap_changes_restore      (HtapChanges          *self,
                                      GPtrArray            *earlier);
gboolean   htap_changes_mark_seen    (HtapChanges          *self,
                                      HtapChange           *of);
HtapChange *htap_changes_find_any    (HtapChanges          *self,
                                      HtapInstance         *instance);
gboolean   htap_changes_forget       (HtapChanges          *self,
                                      const char           *profile);
GPtrArray *htap_changes_dup_kept     (HtapChanges          *self);

G_END_DECLS
