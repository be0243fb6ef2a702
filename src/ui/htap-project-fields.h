/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROJECT_FIELDS (htap_project_fields_get_type ())

/**
 * HtapProjectFields:
 *
 * A region and a project of it, by hand: a known region, or one of a private cloud with its
 * endpoint. Signals: `region-changed`, another one is chosen; `add`, a person wants what is in the
 * fields in the list of projects.
 */
G_DECLARE_FINAL_TYPE (HtapProjectFields, htap_project_fields, HTAP, PROJECT_FIELDS, AdwPreferencesGroup)

GtkWidget      *htap_project_fields_new           (void);

void            htap_project_fields_load          (HtapProjectFields     *self,
                                                   const HtapProfileEdit *edit);
void            htap_project_fields_set_single    (HtapProjectFields     *self,
                                                   gboolean               single,
                                                   const char            *saved_project_id);
GtkWidget      *htap_project_fields_check         (HtapProjectFields     *self);
gboolean        htap_project_fields_is_typed      (HtapProjectFields     *self);
HtapRegionalId *htap_project_fields_dup_project   (HtapProjectFields     *self);
void            htap_project_fields_clear_project (HtapProjectFields     *self);
void            htap_project_fields_get_endpoints (HtapProjectFields     *self,
                                                   HtapProfileEdit       *edit);
const char     *htap_project_fields_get_region    (HtapProjectFields     *self);

G_END_DECLS
