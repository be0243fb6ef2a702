/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

G_BEGIN_DECLS

/**
 * HtapProfileEdit:
 * @region: (nullable): id of the profile's one region
 * @project_id: (nullable): id of its project there
 * @taurus_ids: its TaurusDB instances there
 * @endpoint: (nullable): the URL that takes the place of the region's own endpoint
 *
 * What the profile dialog edits: a token profile, which has exactly one project.
 */
typedef struct {
  char  *name;
  char  *region;
  char  *project_id;
  char **taurus_ids;
  char  *endpoint;
} HtapProfileEdit;

HtapProfileEdit *htap_profile_edit_new   (HtapProfile           *profile);
void             htap_profile_edit_free  (HtapProfileEdit       *self);
HtapProfile     *htap_profile_edit_apply (const HtapProfileEdit *self,
                                          HtapProfile           *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapProfileEdit, htap_profile_edit_free)

G_END_DECLS
