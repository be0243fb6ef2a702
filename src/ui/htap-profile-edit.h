/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"
#include "htap-regional-texts.h"

G_BEGIN_DECLS

/**
 * HtapProfileEdit:
 * @projects: (element-type HtapRegionalId): where the profile looks
 * @taurus_ids: its TaurusDB instances; those of another region than the first project's have that
 *   region before them, `cn-east-3:…in07`
 * @endpoints: the URLs that take the place of regions' own endpoints
 *
 * What the second step of the profile dialog edits.
 */
typedef struct {
  char              *name;
  GPtrArray         *projects;
  char             **taurus_ids;
  HtapRegionalTexts *endpoints;
} HtapProfileEdit;

HtapProfileEdit      *htap_profile_edit_new         (HtapProfile           *profile);
void                  htap_profile_edit_free        (HtapProfileEdit       *self);
const HtapRegionalId *htap_profile_edit_get_project (const HtapProfileEdit *self);
void                  htap_profile_edit_set_project (HtapProfileEdit       *self,
                                                     HtapRegionalId        *project);
HtapProfile          *htap_profile_edit_apply       (const HtapProfileEdit *self,
                                                     HtapProfile           *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapProfileEdit, htap_profile_edit_free)

G_END_DECLS
