/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-regional-id.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROJECT_ROW (htap_project_row_get_type ())

/**
 * HtapProjectRow:
 *
 * A region and a project of it, to be chosen or not. Signal: `toggled`.
 */
G_DECLARE_FINAL_TYPE (HtapProjectRow, htap_project_row, HTAP, PROJECT_ROW, AdwActionRow)

GtkWidget            *htap_project_row_new          (const char      *region,
                                                     const char      *project_id);

const HtapRegionalId *htap_project_row_get_project  (HtapProjectRow  *self);
void                  htap_project_row_set_name     (HtapProjectRow  *self,
                                                     const char      *name);
gboolean              htap_project_row_get_chosen   (HtapProjectRow  *self);
void                  htap_project_row_set_chosen   (HtapProjectRow  *self,
                                                     gboolean         chosen);
int                   htap_project_row_compare      (HtapProjectRow  *a,
                                                     HtapProjectRow  *b);

G_END_DECLS
